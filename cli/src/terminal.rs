//! What is typed: secrets unseen, and texts of any length. The terminal is put back however that ends.

use std::fs::{File, OpenOptions};
use std::io::{self, Read, Write};
use std::os::fd::AsFd;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::termios::{
    LocalModes, OptionalActions, SpecialCodeIndex, Termios, tcgetattr, tcsetattr,
};
use zeroize::Zeroizing;

use crate::signals;

/// What was typed at a prompt.
pub enum Typed {
    Line(Zeroizing<String>),
    /// Ctrl+D, and nothing before it.
    Nothing,
    /// Ctrl+C, or the program was asked to end.
    Cancelled,
}

/// The longest secret: as long as a file with one may be.
const LONGEST: usize = 64 * 1024;
const CTRL_C: u8 = 0x03;
const CTRL_D: u8 = 0x04;
const CTRL_U: u8 = 0x15;
const ESCAPE: u8 = 0x1b;
const ERASE: [u8; 2] = [0x08, 0x7f];

/// Asks on the terminal, without showing what is typed.
pub fn ask(prompt: &str) -> io::Result<Typed> {
    let held = signals::hold();
    let mut terminal = OpenOptions::new().read(true).write(true).open("/dev/tty")?;
    let hide = LocalModes::ECHO | LocalModes::ECHONL | LocalModes::ICANON | LocalModes::ISIG;
    let modes = Modes::without(&terminal, hide)?;
    write!(terminal, "{prompt} ")?;
    let typed = line(&mut terminal, &held);
    drop(modes);
    let _ = writeln!(terminal);
    typed
}

/// Asks on the terminal, and shows what is typed: a question whose answer is no secret. The system takes care of the line.
pub fn ask_openly(question: &str) -> io::Result<Typed> {
    let held = signals::hold();
    let mut terminal = OpenOptions::new().read(true).write(true).open("/dev/tty")?;
    write!(terminal, "{question} ")?;
    let mut line = Zeroizing::new(Vec::new());
    loop {
        match next(&mut terminal, &held)? {
            Some(b'\r' | b'\n') => break,
            Some(byte) if line.len() < LONGEST => line.push(byte),
            Some(_) => {}
            None => {
                let _ = writeln!(terminal);
                return Ok(match held.is_asked() {
                    true => Typed::Cancelled,
                    false => Typed::Nothing,
                });
            }
        }
    }
    // What is no text is no answer either.
    let text = String::from_utf8_lossy(&line).into_owned();
    Ok(Typed::Line(Zeroizing::new(text)))
}

fn line(terminal: &mut File, held: &signals::Held) -> io::Result<Typed> {
    // Never grown, so that no copy is left behind.
    let mut line = Zeroizing::new(Vec::with_capacity(LONGEST));
    let mut is_escape = false;
    loop {
        let Some(byte) = next(terminal, held)? else {
            return Ok(Typed::Cancelled);
        };
        match byte {
            // An arrow key and its like end with a letter or `~`.
            _ if is_escape => {
                is_escape = !(byte.is_ascii_alphabetic() && byte != b'O' || byte == b'~')
            }
            b'\r' | b'\n' => break,
            CTRL_C => return Ok(Typed::Cancelled),
            CTRL_D if line.is_empty() => return Ok(Typed::Nothing),
            CTRL_D => break,
            CTRL_U => line.clear(),
            ESCAPE => is_escape = true,
            byte if ERASE.contains(&byte) => {
                erase(&mut line);
            }
            byte if byte < b' ' && byte != b'\t' => {}
            byte if line.len() < LONGEST => line.push(byte),
            _ => return Err(io::ErrorKind::InvalidData.into()),
        }
    }
    let text = std::str::from_utf8(&line).map_err(|_| io::ErrorKind::InvalidData)?;
    Ok(Typed::Line(Zeroizing::new(text.to_owned())))
}

/// Takes the last character away. It may be of several bytes.
fn erase(line: &mut Vec<u8>) -> bool {
    while let Some(byte) = line.pop() {
        if byte & 0xc0 != 0x80 {
            return true;
        }
    }
    false
}

/// The next byte; none where the program was asked to end.
fn next(terminal: &mut File, held: &signals::Held) -> io::Result<Option<u8>> {
    let often = Timespec {
        tv_sec: 0,
        tv_nsec: 50_000_000,
    };
    loop {
        if held.is_asked() {
            return Ok(None);
        }
        let mut waits = [PollFd::new(&*terminal, PollFlags::IN)];
        match poll(&mut waits, Some(&often)) {
            Ok(0) | Err(rustix::io::Errno::INTR) => continue,
            Ok(_) => {}
            Err(error) => return Err(error.into()),
        }
        let mut byte = [0];
        return match terminal.read(&mut byte) {
            // The terminal was closed.
            Ok(0) => Ok(None),
            Ok(_) => Ok(Some(byte[0])),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => Err(error),
        };
    }
}

/// A terminal in another mode for a while.
struct Modes {
    terminal: File,
    before: Termios,
}

impl Modes {
    fn without(terminal: &File, modes: LocalModes) -> io::Result<Self> {
        let before = tcgetattr(terminal)?;
        let mut changed = before.clone();
        changed.local_modes.remove(modes);
        changed.special_codes[SpecialCodeIndex::VMIN] = 1;
        changed.special_codes[SpecialCodeIndex::VTIME] = 0;
        let terminal = terminal.try_clone()?;
        tcsetattr(&terminal, OptionalActions::Now, &changed)?;
        Ok(Self { terminal, before })
    }
}

impl Drop for Modes {
    fn drop(&mut self) {
        let _ = tcsetattr(&self.terminal, OptionalActions::Now, &self.before);
    }
}

/// Text that is typed or pasted into a terminal at standard input. By itself the system cuts each line after 4096 bytes; here
/// lines are as long as they are. Ctrl+D at the beginning of a line ends the text.
pub struct Pasted {
    terminal: File,
    held: signals::Held,
    line: Zeroizing<Vec<u8>>,
    given: usize,
    is_at_end: bool,
    _modes: Modes,
}

impl Pasted {
    pub fn begin() -> io::Result<Self> {
        let terminal = File::from(io::stdin().as_fd().try_clone_to_owned()?);
        Ok(Self {
            _modes: Modes::without(&terminal, LocalModes::ICANON)?,
            held: signals::hold(),
            terminal,
            line: Zeroizing::default(),
            given: 0,
            is_at_end: false,
        })
    }

    fn fill(&mut self) -> io::Result<()> {
        self.line.clear();
        self.given = 0;
        while !self.is_at_end && self.line.last() != Some(&b'\n') {
            let Some(byte) = next(&mut self.terminal, &self.held)? else {
                return Err(io::Error::other("asked to end"));
            };
            match byte {
                CTRL_D if self.line.is_empty() => self.is_at_end = true,
                CTRL_D => break,
                byte if ERASE.contains(&byte) => {
                    if erase(&mut self.line) {
                        let _ = io::stderr().write_all(b"\x08 \x08");
                    }
                }
                byte => self.line.push(byte),
            }
        }
        Ok(())
    }
}

impl Read for Pasted {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if self.given == self.line.len() && !self.is_at_end {
            self.fill()?;
        }
        let mut left = self.line.get(self.given..).unwrap_or_default();
        let count = left.read(out)?;
        self.given += count;
        Ok(count)
    }
}
