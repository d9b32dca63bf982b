//! The two languages, and what both draw from.

use super::english::English;
use super::korean::Korean;

/// Who writes.
#[derive(Debug, Default)]
pub struct Writers {
    /// Korean.
    pub korean: Korean,
    /// English.
    pub english: English,
}
