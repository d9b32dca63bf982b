//! A handle on its way from the page.

use std::fmt;
use std::marker::PhantomData;

use serde::{Deserialize, Deserializer};

use super::purpose::Purpose;

/// A handle for one kind of deed, as the page says it. What it stands for, and whether it stands for anything, the table says.
pub struct Token<P> {
    text: String,
    purpose: PhantomData<fn() -> P>,
}

impl<P> Token<P> {
    pub(super) fn text(&self) -> &str {
        &self.text
    }
}

impl<P> From<String> for Token<P> {
    fn from(text: String) -> Self {
        Self {
            text,
            purpose: PhantomData,
        }
    }
}

impl<P> fmt::Debug for Token<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

impl<'de, P: Purpose> Deserialize<'de> for Token<P> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::from)
    }
}
