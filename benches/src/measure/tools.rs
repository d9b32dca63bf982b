//! Programs of others that seal files: what they are called, and how they seal and open.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::Outcome;

/// A program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tool {
    /// age of the distribution, in Go.
    Age,
    /// The same format, in Rust.
    Rage,
    /// Backups: it cuts, compresses, seals.
    Restic,
    /// A vault of passwords.
    Keepassxc,
}

impl Tool {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Age, Self::Rage, Self::Restic, Self::Keepassxc];
    /// Those that seal files.
    pub const SEALING: [Self; 3] = [Self::Age, Self::Rage, Self::Restic];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Age => "age",
            Self::Rage => "rage",
            Self::Restic => "restic",
            Self::Keepassxc => "keepassxc-cli",
        }
    }

    /// Whether it can be started here.
    pub fn is_there(self) -> bool {
        run(
            &mut Command::new(self.name()),
            &[self.asks_for_version()],
            "",
        )
        .is_ok()
    }

    fn asks_for_version(self) -> &'static str {
        if self == Self::Restic {
            "version"
        } else {
            "--version"
        }
    }
}

/// The version of a program, or that it is not there.
pub fn version(tool: Tool) -> String {
    match run(
        &mut Command::new(tool.name()),
        &[tool.asks_for_version()],
        "",
    ) {
        Ok(said) => {
            let number = said
                .split_whitespace()
                .find(|word| word.starts_with(|c: char| c.is_ascii_digit()));
            number.unwrap_or("of unknown version").to_owned()
        }
        Err(_) => "not there: scripts/setup bench could not install it".to_owned(),
    }
}

/// A program with a key, or a repository, of its own.
pub struct Sealer {
    tool: Tool,
    key: PathBuf,
    recipient: String,
}

impl Sealer {
    /// Makes a key in a folder; restic makes a repository, anew each time, when it seals.
    pub fn new(tool: Tool, folder: &Path) -> Outcome<Self> {
        let key = folder.join(format!("{}-key", tool.name()));
        let mut recipient = String::new();
        if tool != Tool::Restic {
            let keygen = || Command::new(format!("{}-keygen", tool.name()));
            if !key.exists() {
                run(keygen().arg("-o").arg(&key), &[], "")?;
            }
            recipient = run(keygen().arg("-y").arg(&key), &[], "")?
                .trim()
                .to_owned();
        }
        Ok(Self {
            tool,
            key,
            recipient,
        })
    }

    /// What is made before the clock runs.
    pub fn prepare(&self, sealed: &Path) -> Outcome<()> {
        if self.tool == Tool::Restic {
            run(self.restic(sealed).arg("init"), &[], "")?;
        }
        Ok(())
    }

    /// Seals a file.
    pub fn seal(&self, file: &Path, sealed: &Path) -> Outcome<()> {
        match self.tool {
            Tool::Restic => run(self.restic(sealed).arg("backup").arg(file), &[], "")?,
            _ => run(
                self.command()
                    .args(["-r", &self.recipient, "-o"])
                    .arg(sealed)
                    .arg(file),
                &[],
                "",
            )?,
        };
        Ok(())
    }

    /// Opens it again, into a file, or a folder in the case of restic.
    pub fn open(&self, sealed: &Path, opened: &Path) -> Outcome<()> {
        match self.tool {
            Tool::Restic => run(
                self.restic(sealed)
                    .args(["restore", "latest", "--target"])
                    .arg(opened),
                &[],
                "",
            )?,
            _ => run(
                self.command()
                    .args(["-d", "-i"])
                    .arg(&self.key)
                    .arg("-o")
                    .arg(opened)
                    .arg(sealed),
                &[],
                "",
            )?,
        };
        Ok(())
    }

    fn command(&self) -> Command {
        Command::new(self.tool.name())
    }

    fn restic(&self, repository: &Path) -> Command {
        let mut command = self.command();
        command.env("RESTIC_PASSWORD", "a vault that is thrown away");
        command
            .args(["--no-cache", "--quiet", "-r"])
            .arg(repository);
        command
    }
}

/// Runs a program to its end and gives what it said.
pub fn run(command: &mut Command, arguments: &[&str], input: &str) -> Outcome<String> {
    use std::io::Write;
    let name = command.get_program().to_string_lossy().into_owned();
    let command = command
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command
        .spawn()
        .map_err(|error| format!("{name} does not start: {error}"))?;
    if let Some(mut to_child) = child.stdin.take() {
        // One that does not read it is not wrong.
        let _ = to_child.write_all(input.as_bytes());
    }
    let output = child.wait_with_output()?;
    if !output.status.success() {
        return Err(format!("{name}: {}", String::from_utf8_lossy(&output.stderr)).into());
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}
