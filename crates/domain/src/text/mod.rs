//! What people type, paste and hand over as text, before anything is made of it: one gate for each kind.
//!
//! - `secret`: passphrases;
//! - `line`: small files that hold one text;
//! - `name`: names of people, and which of them look alike;
//! - `signs`: characters that are no letters, and text that is safe to show;
//! - `fold`: texts as they are compared;
//! - `hangul`: syllables by their parts;
//! - `hidden`: types whose words reach no log;
//! - `sound`: one name in many spellings.

pub mod fold;
pub mod hangul;
mod hidden;
pub mod line;
pub mod name;
pub mod secret;
pub mod signs;
pub mod sound;
