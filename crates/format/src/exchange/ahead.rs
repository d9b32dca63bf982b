//! The envelope on a thread of its own: sealing goes on behind the one who writes, opening ahead of the one who reads.
//!
//! age's stream is sealed piece by piece, in order, on one core. What else is done to the same bytes (opening the file
//! that they come from, hashing, sealing the file that they go to) need not wait for it.

use std::io::{self, Read, Write};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::{Scope, ScopedJoinHandle};

use zeroize::Zeroizing;

use crate::crypto::aead::wiping;

/// Bytes that change hands at a time: a chunk of age's.
const PIECE: usize = 64 << 10;
/// Pieces that may wait: a megabyte, so that nobody waits for one who does eight at a time. Not more, because what is wrong at
/// its beginning should not have been read far.
const WAITING: usize = 16;

type Piece = Zeroizing<Vec<u8>>;

fn empty() -> Piece {
    Zeroizing::new(Vec::with_capacity(PIECE))
}

/// Hands on what is written to it. A fault below is reported by a later call, at the latest by [`Behind::finish`].
pub(super) struct Behind<'scope, W> {
    to: Option<SyncSender<Piece>>,
    back: Receiver<Piece>,
    piece: Piece,
    working: Option<ScopedJoinHandle<'scope, io::Result<W>>>,
}

impl<'scope, W: Write + Send + 'scope> Behind<'scope, W> {
    /// `out` is written to by a thread of `scope`.
    pub(super) fn new<'env>(scope: &'scope Scope<'scope, 'env>, mut out: W) -> Self {
        let (to, pieces) = sync_channel::<Piece>(WAITING);
        let (give_back, back) = sync_channel(WAITING + 2);
        let working = scope.spawn(move || {
            let mut outcome = Ok(());
            // The envelope is sealed in here, and leaves pieces of what it seals on the stack.
            wiping(&mut || outcome = write_pieces(&mut out, &pieces, &give_back));
            outcome.map(|()| out)
        });
        Self {
            to: Some(to),
            back,
            piece: empty(),
            working: Some(working),
        }
    }

    /// Waits until everything is written, and gives back what it was written to.
    pub(super) fn finish(mut self) -> io::Result<W> {
        self.hand_over()?;
        self.end()
    }

    fn hand_over(&mut self) -> io::Result<()> {
        let next = self.back.try_recv().unwrap_or_else(|_| empty());
        let piece = std::mem::replace(&mut self.piece, next);
        if self.to.as_ref().is_some_and(|to| to.send(piece).is_ok()) {
            return Ok(());
        }
        // It has stopped, and says why.
        self.end()?;
        Err(io::ErrorKind::BrokenPipe.into())
    }

    fn end(&mut self) -> io::Result<W> {
        self.to = None;
        match self.working.take().map(ScopedJoinHandle::join) {
            Some(Ok(outcome)) => outcome,
            Some(Err(panic)) => std::panic::resume_unwind(panic),
            None => Err(io::ErrorKind::BrokenPipe.into()),
        }
    }
}

impl<'scope, W: Write + Send + 'scope> Write for Behind<'scope, W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.piece.len() == PIECE {
            self.hand_over()?;
        }
        let count = bytes.len().min(PIECE - self.piece.len());
        self.piece
            .extend_from_slice(bytes.get(..count).unwrap_or_default());
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Gives out what was read ahead. A fault comes in its place, behind all that was read before it, and stays.
pub(super) struct Ahead {
    from: Receiver<io::Result<Piece>>,
    give_back: SyncSender<Piece>,
    piece: Piece,
    at: usize,
    fault: Option<io::ErrorKind>,
}

impl Ahead {
    /// `input` is read by a thread of `scope`, which ends with the input, with a fault, or when this is dropped.
    pub(super) fn new<'scope, R: Read + Send + 'scope>(
        scope: &'scope Scope<'scope, '_>,
        mut input: R,
    ) -> Self {
        let (to, from) = sync_channel(WAITING);
        let (give_back, back) = sync_channel::<Piece>(WAITING + 2);
        scope.spawn(move || wiping(&mut || read_pieces(&mut input, &to, &back)));
        Self {
            from,
            give_back,
            piece: Zeroizing::new(Vec::new()),
            at: 0,
            fault: None,
        }
    }
}

/// Writes what comes, until no more does.
fn write_pieces(
    out: &mut impl Write,
    pieces: &Receiver<Piece>,
    give_back: &SyncSender<Piece>,
) -> io::Result<()> {
    for mut piece in pieces {
        out.write_all(&piece)?;
        piece.clear();
        // Whoever wrote may have gone; then the memory is let go here.
        let _ = give_back.try_send(piece);
    }
    Ok(())
}

/// Reads to the end, to a fault, or until nobody wants more.
fn read_pieces(input: &mut impl Read, to: &SyncSender<io::Result<Piece>>, back: &Receiver<Piece>) {
    loop {
        let mut piece = back.try_recv().unwrap_or_else(|_| empty());
        let read = fill(input, &mut piece);
        let is_end = read.is_err() || piece.len() < PIECE;
        // What came before a fault is good.
        if !piece.is_empty() && to.send(Ok(piece)).is_err() {
            return;
        }
        if let Err(fault) = read {
            let _ = to.send(Err(fault));
        }
        if is_end {
            return;
        }
    }
}

/// Reads until the piece is full or nothing more comes. Never asks for nothing: age's stream then loses a chunk.
fn fill(input: &mut impl Read, piece: &mut Piece) -> io::Result<()> {
    piece.resize(PIECE, 0);
    let mut filled = 0;
    let mut outcome = Ok(());
    while filled < PIECE {
        match input.read(piece.get_mut(filled..).unwrap_or_default()) {
            Ok(0) => break,
            Ok(count) => filled += count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => {
                outcome = Err(error);
                break;
            }
        }
    }
    piece.truncate(filled);
    outcome
}

impl Read for Ahead {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if let Some(fault) = self.fault {
            return Err(fault.into());
        }
        if self.at == self.piece.len() {
            let next = match self.from.recv() {
                Ok(Ok(next)) => next,
                Ok(Err(fault)) => {
                    self.fault = Some(fault.kind());
                    return Err(fault);
                }
                Err(_) => return Ok(0),
            };
            // Not cleared: what is read next stands over it, and needs no zeros before that.
            let done = std::mem::replace(&mut self.piece, next);
            self.at = 0;
            let _ = self.give_back.try_send(done);
        }
        let there = self.piece.get(self.at..).unwrap_or_default();
        let count = there.len().min(out.len());
        if let (Some(to), Some(from)) = (out.get_mut(..count), there.get(..count)) {
            to.copy_from_slice(from);
        }
        self.at += count;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Takes so many bytes and then has no space.
    struct Small(usize);

    impl Write for Small {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0 = self
                .0
                .checked_sub(bytes.len())
                .ok_or(io::ErrorKind::StorageFull)?;
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    fn content(length: usize) -> Vec<u8> {
        (0..length).map(|at| (at * 7 % 251) as u8).collect()
    }

    #[test]
    fn everything_arrives_in_order() {
        for length in [0, 1, PIECE - 1, PIECE, PIECE + 1, 20 * PIECE + 3] {
            let content = content(length);
            let written = std::thread::scope(|scope| {
                let mut out = Behind::new(scope, Vec::new());
                content
                    .chunks(10_007)
                    .for_each(|part| out.write_all(part).unwrap());
                out.finish().unwrap()
            });
            assert!(written == content, "{length}");
            let read = std::thread::scope(|scope| {
                let mut read = Vec::new();
                Ahead::new(scope, &content[..])
                    .read_to_end(&mut read)
                    .unwrap();
                read
            });
            assert!(read == content, "{length}");
        }
    }

    #[test]
    fn a_fault_below_comes_out_above() {
        for (space, length) in [(0, 10), (PIECE, 2 * PIECE), (PIECE, 40 * PIECE)] {
            let fault = std::thread::scope(|scope| {
                let mut out = Behind::new(scope, Small(space));
                let written = out.write_all(&content(length));
                written.and_then(|()| out.finish().map(|_| ())).unwrap_err()
            });
            assert_eq!(fault.kind(), io::ErrorKind::StorageFull);
        }
    }

    #[test]
    fn what_came_before_a_fault_is_given_out_and_the_fault_stays() {
        struct Broken;
        impl Read for Broken {
            fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
                Err(io::ErrorKind::InvalidData.into())
            }
        }
        let before = content(PIECE + 9);
        std::thread::scope(|scope| {
            let mut ahead = Ahead::new(scope, (&before[..]).chain(Broken));
            let mut read = vec![0; before.len()];
            ahead.read_exact(&mut read).unwrap();
            assert!(read == before);
            for _ in 0..2 {
                let fault = ahead.read(&mut read).unwrap_err();
                assert_eq!(fault.kind(), io::ErrorKind::InvalidData);
            }
        });
    }

    #[test]
    fn nothing_is_never_asked_for() {
        struct Touchy(usize);
        impl Read for Touchy {
            fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
                assert!(!out.is_empty());
                let count = out.len().min(self.0).min(PIECE / 2);
                self.0 -= count;
                Ok(count)
            }
        }
        std::thread::scope(|scope| {
            let mut read = Vec::new();
            let mut ahead = Ahead::new(scope, Touchy(4 * PIECE));
            ahead.read_to_end(&mut read).unwrap();
            assert_eq!(read.len(), 4 * PIECE);
        });
    }

    #[test]
    fn nobody_waits_for_one_who_has_gone() {
        std::thread::scope(|scope| {
            drop(Ahead::new(scope, io::repeat(1)));
            let mut out = Behind::new(scope, Vec::new());
            out.write_all(b"not finished").unwrap();
        });
    }
}
