//! What a command failed with: a code for the page to branch on, and parameters that are safe to show.

use std::collections::BTreeMap;
use std::io;

use fieldnotes_core::{Code, Error};
use serde::Serialize;

/// What every command answers with.
pub type Answer<T> = Result<T, Failure>;

/// A failure, as the page gets it. The wording is the page's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Failure {
    code: &'static str,
    params: BTreeMap<&'static str, String>,
}

impl Failure {
    /// No vault is unlocked, or no package open: it was locked while the page still asked.
    pub fn locked() -> Self {
        Code::Locked.into()
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self {
            code: error.code.as_str(),
            params: error.params,
        }
    }
}

impl From<Code> for Failure {
    fn from(code: Code) -> Self {
        Error::new(code).into()
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Error::from(error).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_is_a_code_with_parameters() {
        let failure = Failure::from(Error::new(Code::VaultInUse).with("pid", 7));
        let json = serde_json::to_value(failure).expect("plain data");
        assert_eq!(
            json,
            serde_json::json!({ "code": "vault_in_use", "params": { "pid": "7" } })
        );
    }
}
