//! `fieldnotes demo`
