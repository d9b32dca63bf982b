//! Passphrases and recovery words on their way between page and core.

use std::fmt;

use fieldnotes_core::{ExposeSecret, SecretString};
use serde::de::{Deserialize, Deserializer, Visitor};
use serde::{Serialize, Serializer};

/// A text that is wiped when it is dropped, and that shows itself nowhere but in the answer that it is meant for.
pub struct Secret(SecretString);

impl Secret {
    /// For the core.
    pub fn inner(&self) -> &SecretString {
        &self.0
    }

    /// For the core to keep.
    pub fn into_inner(self) -> SecretString {
        self.0
    }
}

impl From<SecretString> for Secret {
    fn from(secret: SecretString) -> Self {
        Self(secret)
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;
        impl Visitor<'_> for Text {
            type Value = Secret;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text")
            }

            fn visit_str<E>(self, text: &str) -> Result<Secret, E> {
                Ok(Secret(SecretString::from(text)))
            }

            fn visit_string<E>(self, text: String) -> Result<Secret, E> {
                Ok(Secret(SecretString::from(text)))
            }
        }
        deserializer.deserialize_string(Text)
    }
}

impl Serialize for Secret {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.expose_secret())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_read_and_not_printed() {
        let secret: Secret = serde_json::from_str("\"비밀 words\"").expect("a text");
        assert_eq!(secret.inner().expose_secret(), "비밀 words");
        assert_eq!(format!("{secret:?}"), "Secret(…)");
        assert!(serde_json::from_str::<Secret>("7").is_err());
    }
}
