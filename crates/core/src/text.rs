//! What every host does with text that comes from outside: files of one line, and what is safe to show.

pub use fieldnotes_domain::text::line::{decode, one_line_of, text_of};
pub use fieldnotes_domain::text::signs::{
    acts, one_line, printable, printable_json, printable_line,
};

use crate::error::{Code, Error};
use fieldnotes_domain::text::line::{Encoding, LineFault};

impl From<Encoding> for Error {
    fn from(encoding: Encoding) -> Self {
        Self::new(Code::NotUtf8).with("encoding", encoding.as_str())
    }
}

impl From<LineFault> for Error {
    fn from(fault: LineFault) -> Self {
        match fault {
            LineFault::Encoding(encoding) => encoding.into(),
            LineFault::SeveralLines => Self::new(Code::SeveralLines),
        }
    }
}
