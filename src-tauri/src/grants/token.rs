//! A handle on its way from the page.

use std::fmt;
use std::marker::PhantomData;

use serde::{Deserialize, Deserializer};

use super::purpose::Purpose;

/// A handle for one kind of deed, as the page says it back. What it stands for, and whether it stands for anything, the table
/// says; of what the page sends, the path that it shows is not read.
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
        #[derive(Deserialize)]
        struct Sent {
            token: String,
        }
        Sent::deserialize(deserializer).map(|sent| Self::from(sent.token))
    }
}

#[cfg(test)]
mod tests {
    use super::super::purpose::Bundle;
    use super::*;

    /// Guards a promise of docs/THREATS.md: what the page says of a path counts for nothing.
    #[test]
    fn a_handle_comes_back_as_it_was_given_and_its_token_counts() {
        let read = serde_json::from_str::<Token<Bundle>>;
        let token = read(r#"{"token":"0a","name":"b","shown":"/a/b"}"#).expect("a handle");
        assert_eq!(token.text(), "0a");
        assert!(read(r#"{"name":"b","shown":"/a/b"}"#).is_err());
        assert!(read(r#""/a/b""#).is_err());
    }
}
