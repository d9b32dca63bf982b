//! What comes in besides arguments: files, standard input, passphrases from a file or a terminal.

use std::fs::File;
use std::io::{BufRead, BufReader, IsTerminal, Read, Write};
use std::path::Path;

use fieldnotes_core::outside::infile::{self, Links};
use fieldnotes_core::record::MAX_DOCUMENT;
use fieldnotes_core::text::{decode, one_line_of, text_of};
use fieldnotes_core::{Code, ExposeSecret, SecretString};
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use crate::failure::Failure;
use crate::wording::{Language, Wording};

/// A passphrase file is a line, not a book.
const LONGEST_PASSPHRASE: u64 = 64 * 1024;
/// What is larger is refused before it fills memory.
const LONGEST_RECORD: u64 = MAX_DOCUMENT as u64;

/// Standard input can be read by one thing only.
#[derive(Default)]
pub struct Inputs {
    stdin_taken: bool,
    /// The prompt for somebody who types a text.
    invitation: Option<String>,
}

impl Inputs {
    /// Inputs that prompt at the terminal for what they wait for.
    pub fn inviting(invitation: String) -> Self {
        Self {
            invitation: Some(invitation),
            ..Self::default()
        }
    }

    /// A passphrase from `file`, or asked for on the terminal with the text `prompt`.
    pub fn passphrase(
        &mut self,
        file: Option<&Path>,
        prompt: &str,
        words: &Wording,
    ) -> Result<SecretString, Failure> {
        match file {
            Some(file) => self.passphrase_file(file),
            None => ask(&words.text(prompt)),
        }
    }

    /// The same for a new passphrase: one that is typed unseen is typed twice.
    pub fn new_passphrase(
        &mut self,
        file: Option<&Path>,
        prompt: &str,
        words: &Wording,
    ) -> Result<SecretString, Failure> {
        if let Some(file) = file {
            return self.passphrase_file(file);
        }
        let first = ask(&words.text(prompt))?;
        let second = ask(&words.text("prompt-again"))?;
        if first.expose_secret() != second.expose_secret() {
            return Err(Failure::of("passphrases_differ"));
        }
        Ok(first)
    }

    /// A passphrase file: its one line.
    fn passphrase_file(&mut self, file: &Path) -> Result<SecretString, Failure> {
        let mut bytes = Zeroizing::new(Vec::new());
        self.read_into(file, LONGEST_PASSPHRASE, &mut bytes)?;
        let line = one_line_of(&bytes).map_err(|fault| in_file(file, fault))?;
        Ok(SecretString::from(line.to_owned()))
    }

    /// Recovery words from `file`, on as many lines as they are printed on, or asked for on the terminal.
    pub fn recovery_words(
        &mut self,
        file: Option<&Path>,
        words: &Wording,
    ) -> Result<SecretString, Failure> {
        let Some(file) = file else {
            return ask(&words.text("prompt-recovery-words"));
        };
        let mut bytes = Zeroizing::new(Vec::new());
        self.read_into(file, LONGEST_PASSPHRASE, &mut bytes)?;
        let text = decode(&bytes).map_err(|fault| in_file(file, fault))?;
        Ok(SecretString::from(text.to_owned()))
    }

    /// A text such as an identity from `file` or standard input.
    pub fn text(&mut self, file: &Path) -> Result<String, Failure> {
        let mut bytes = Vec::new();
        self.read_into(file, LONGEST_PASSPHRASE, &mut bytes)?;
        text_of(&bytes).map_err(|fault| in_file(file, fault))
    }

    /// The text for a field of a record from `file` or standard input, of any number of lines.
    pub fn long_text(&mut self, file: &Path) -> Result<String, Failure> {
        text_of(&self.record(file)?).map_err(|fault| in_file(file, fault))
    }

    /// A record as JSON from `file` or standard input.
    pub fn record(&mut self, file: &Path) -> Result<Zeroizing<Vec<u8>>, Failure> {
        let mut bytes = Zeroizing::new(Vec::new());
        self.read_into(file, LONGEST_RECORD, &mut bytes)?;
        Ok(bytes)
    }

    /// Lines to read one after the other, and how many bytes they are together: 0 where that is not known.
    pub fn lines(&mut self, file: &Path) -> Result<(Box<dyn BufRead>, u64), Failure> {
        if file == Path::new("-") {
            return Ok((self.stdin()?, 0));
        }
        let opened = open(file)?;
        let total = opened.metadata().map_or(0, |about| about.len());
        Ok((Box::new(BufReader::new(opened)), total))
    }

    /// Standard input, for the first who asks.
    fn stdin(&mut self) -> Result<Box<dyn BufRead>, Failure> {
        if std::mem::replace(&mut self.stdin_taken, true) {
            return Err(Failure::of("stdin_twice"));
        }
        if let Some(invitation) = &self.invitation
            && std::io::stdin().is_terminal()
        {
            let _ = writeln!(std::io::stderr(), "{invitation}");
        }
        #[cfg(unix)]
        if std::io::stdin().is_terminal() {
            let pasted = crate::terminal::Pasted::begin();
            let pasted = pasted.map_err(|error| Failure::io(Path::new("-"), &error))?;
            return Ok(Box::new(BufReader::new(pasted)));
        }
        Ok(Box::new(std::io::stdin().lock()))
    }

    fn read_into(&mut self, file: &Path, longest: u64, bytes: &mut Vec<u8>) -> Result<(), Failure> {
        let read: Box<dyn Read> = if file == Path::new("-") {
            self.stdin()?
        } else {
            Box::new(open(file)?)
        };
        read.take(longest + 1)
            .read_to_end(bytes)
            .map_err(|error| Failure::io(file, &error))?;
        if bytes.len() as u64 > longest {
            return Err(Failure::of("file_too_large").file(file));
        }
        Ok(())
    }
}

/// What is wrong with the text of a file.
fn in_file(file: &Path, fault: impl Into<fieldnotes_core::Error>) -> Failure {
    Failure::from(fault.into()).file(file)
}

/// Opens a file of the user's own: a passphrase, a text, records.
pub fn open(file: &Path) -> Result<File, Failure> {
    Ok(infile::open(file, Links::Follow)?)
}

/// Says what is wrong with a file from somebody else, or for the vault, before anybody types a passphrase for it.
pub fn look(file: &Path) -> Result<(), Failure> {
    drop(infile::open(file, Links::Refuse)?);
    Ok(())
}

/// Whether somebody can be asked.
pub fn has_terminal() -> bool {
    std::io::stdin().is_terminal() || File::open("/dev/tty").is_ok() || cfg!(windows)
}

/// Asks a question on the terminal, until it is answered by a yes or a no of any language.
pub fn is_answered_yes(question: &str, words: &Wording) -> Result<bool, Failure> {
    let question = words.text(question);
    loop {
        if let Some(is_yes) = answer_in(&ask_openly(&question)?) {
            return Ok(is_yes);
        }
    }
}

/// The answer that was typed, if it is one.
fn answer_in(typed: &str) -> Option<bool> {
    // Some keyboards give a syllable of Korean in pieces.
    let typed: String = typed.trim().nfc().collect::<String>().to_lowercase();
    let is = |key: &str, of: &Wording| of.text(key).split(' ').any(|answer| answer == typed);
    let all = [Language::En, Language::Ko].map(Wording::new);
    if all.iter().any(|of| is("answer-yes", of)) {
        return Some(true);
    }
    all.iter().any(|of| is("answer-no", of)).then_some(false)
}

/// Asks on the terminal, and shows what is typed.
fn ask_openly(question: &str) -> Result<String, Failure> {
    if !has_terminal() {
        return Err(Failure::of("no_passphrase"));
    }
    #[cfg(unix)]
    {
        use crate::terminal::{Typed, ask_openly};
        match ask_openly(question) {
            Ok(Typed::Line(line)) => Ok(line.as_str().to_owned()),
            Ok(Typed::Nothing) => Err(Failure::of("nothing_typed")),
            Ok(Typed::Cancelled) => Err(Code::Cancelled.into()),
            Err(_) => Err(Failure::of("no_passphrase")),
        }
    }
    #[cfg(not(unix))]
    {
        // Standard input may be a file; the question is the terminal's.
        if !std::io::stdin().is_terminal() {
            return ask(question).map(|typed| typed.expose_secret().to_owned());
        }
        eprint!("{question} ");
        let mut line = String::new();
        match std::io::stdin().read_line(&mut line) {
            Ok(0) => Err(Failure::of("nothing_typed")),
            Ok(_) => Ok(line),
            Err(_) => Err(Failure::of("no_passphrase")),
        }
    }
}

/// Asks on the terminal, without showing what is typed.
fn ask(prompt: &str) -> Result<SecretString, Failure> {
    if !has_terminal() {
        return Err(Failure::of("no_passphrase"));
    }
    #[cfg(unix)]
    {
        use crate::terminal::{Typed, ask};
        match ask(prompt) {
            Ok(Typed::Line(line)) => Ok(SecretString::from(line.as_str())),
            Ok(Typed::Nothing) => Err(Failure::of("nothing_typed")),
            Ok(Typed::Cancelled) => Err(Code::Cancelled.into()),
            Err(_) => Err(Failure::of("no_passphrase")),
        }
    }
    #[cfg(not(unix))]
    rpassword::prompt_password(format!("{prompt} "))
        .map(SecretString::from)
        .map_err(|_| Failure::of("no_passphrase"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passphrase(content: &[u8]) -> Result<String, String> {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("p");
        std::fs::write(&file, content).expect("written");
        Inputs::default()
            .passphrase_file(&file)
            .map(|text| text.expose_secret().to_owned())
            .map_err(|failure| failure.code().to_owned())
    }

    #[test]
    fn one_line_feed_at_the_end_is_not_part_of_a_passphrase() {
        assert_eq!(
            passphrase(b"four words of chance\n").as_deref(),
            Ok("four words of chance")
        );
        assert_eq!(passphrase(b"a\r\n").as_deref(), Ok("a"));
        assert_eq!(passphrase(b"a\n\n").as_deref(), Ok("a"));
        assert_eq!(passphrase(b"\xef\xbb\xbfa\r\n").as_deref(), Ok("a"));
        assert_eq!(passphrase(b" a ").as_deref(), Ok(" a "));
        assert_eq!(passphrase("우리 집".as_bytes()).as_deref(), Ok("우리 집"));
    }

    #[test]
    fn a_yes_is_one_in_every_language_and_what_is_neither_is_no_answer() {
        // The last is as keyboards of some systems give it: in pieces.
        for yes in ["yes", "Y", " y ", "YES\r", "예", "네", "\u{110b}\u{1168}"] {
            assert_eq!(answer_in(yes), Some(true), "{yes:?}");
        }
        for no in ["no", "N", "아니요", "아니오", "아뇨"] {
            assert_eq!(answer_in(no), Some(false), "{no:?}");
        }
        for neither in ["", " ", "ye", "yes no", "maybe", "예요"] {
            assert_eq!(answer_in(neither), None, "{neither:?}");
        }
    }

    #[test]
    fn what_is_no_passphrase_file_is_refused() {
        assert_eq!(passphrase(b"\xff\xfe").unwrap_err(), "not_utf8");
        assert_eq!(passphrase(b"a\nb\n").unwrap_err(), "several_lines");
        assert_eq!(
            passphrase(&vec![b'a'; 65 * 1024]).unwrap_err(),
            "file_too_large"
        );
        let none = Inputs::default().passphrase_file(Path::new("/no/such/file"));
        assert_eq!(none.unwrap_err().code(), "file_not_found");
    }
}
