//! Progress and cancelling of long work.

/// How far a long operation has come. The unit is the operation's own: revisions, bytes, files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Done so far.
    pub done: u64,
    /// All there is to do, as far as is known.
    pub total: u64,
}

/// The operation was cancelled and has left things as they were.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("cancelled")]
pub struct Cancelled;

/// Looks on while something long goes on, and may stop it.
pub struct Watch<'a> {
    look: Option<&'a mut dyn FnMut(Progress) -> Result<(), Cancelled>>,
}

impl<'a> Watch<'a> {
    /// Calls `look` at every step; its `Err` stops the operation.
    pub fn new(look: &'a mut dyn FnMut(Progress) -> Result<(), Cancelled>) -> Self {
        Self { look: Some(look) }
    }

    /// Nobody looks on.
    pub fn silent() -> Watch<'static> {
        Watch { look: None }
    }

    /// Says how far the operation has come. Cheap enough to be called for every record and every chunk.
    pub fn step(&mut self, done: u64, total: u64) -> Result<(), Cancelled> {
        match &mut self.look {
            Some(look) => look(Progress { done, total }),
            None => Ok(()),
        }
    }
}
