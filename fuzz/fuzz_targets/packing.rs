//! See `fieldnotes_core::fuzzing`.
#![no_main]
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fieldnotes_core::fuzzing::packing(bytes));
