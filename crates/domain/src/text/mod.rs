//! What people type, paste and hand over as text, before anything is made of it: one gate for each kind.
//!
//! - `secret`: passphrases;
//! - `line`: small files that hold one text;
//! - `name`: names of people, and which of them look alike;
//! - `signs`: characters that are no letters, and text that is safe to show.

pub mod line;
pub mod name;
pub mod secret;
pub mod signs;
