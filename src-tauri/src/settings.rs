//! What is kept outside any vault, in the clear: nothing of a record, and nothing that protects one.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// The language of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "window/"))]
pub enum Language {
    En,
    Ko,
}

impl Language {
    /// What the system speaks, by the variables that say so.
    pub fn of_system() -> Self {
        let variable = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
        let first = variable("LC_ALL")
            .or_else(|| variable("LC_MESSAGES"))
            .or_else(|| variable("LANG"));
        Self::of_locale(&first.unwrap_or_default())
    }

    fn of_locale(locale: &str) -> Self {
        let language = locale
            .split(['_', '.', '@', '-'])
            .next()
            .unwrap_or_default();
        if language.eq_ignore_ascii_case("ko") {
            Self::Ko
        } else {
            Self::En
        }
    }
}

/// Light, dark, or as the system is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "window/"))]
pub enum Theme {
    System,
    Light,
    Dark,
}

/// The settings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    pub language: Language,
    pub theme: Theme,
    /// The folder of the vault that was open last.
    pub vault: Option<PathBuf>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: Language::of_system(),
            theme: Theme::System,
            vault: None,
        }
    }
}

/// A small file of the app's own folder, as JSON.
pub struct KeptFile(PathBuf);

impl KeptFile {
    pub fn new(path: PathBuf) -> Self {
        Self(path)
    }

    /// What it says; none where it is missing, or says nothing that can be read.
    pub fn read<T: DeserializeOwned>(&self) -> Option<T> {
        serde_json::from_slice(&std::fs::read(&self.0).ok()?).ok()
    }

    /// Puts a new state in the place of the old one, whole or not at all, for this user alone.
    pub fn write<T: Serialize>(&self, value: &T) -> io::Result<()> {
        let folder = self.0.parent().unwrap_or(Path::new("."));
        make_folder(folder)?;
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        serde_json::to_writer_pretty(&mut file, value)?;
        writeln!(file)?;
        file.as_file().sync_all()?;
        file.persist(&self.0)?;
        Ok(())
    }
}

/// Makes a folder, and those above it, for this user alone.
pub fn make_folder(folder: &Path) -> io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_are_kept_and_missing_ones_are_filled_in() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("config/settings.json");
        let file = KeptFile::new(path.clone());
        assert_eq!(file.read::<Settings>(), None);
        let settings = Settings {
            language: Language::Ko,
            theme: Theme::Dark,
            vault: Some("/home/a/보관함".into()),
        };
        file.write(&settings).expect("written");
        assert_eq!(file.read(), Some(settings));

        std::fs::write(&path, r#"{"theme":"light","later":1}"#).expect("written");
        let read: Settings = file.read().expect("JSON");
        assert_eq!((read.theme, read.vault), (Theme::Light, None));
        std::fs::write(&path, "{").expect("written");
        assert_eq!(file.read::<Settings>(), None);
    }

    #[cfg(unix)]
    #[test]
    fn they_are_for_this_user_alone() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a/b/settings.json");
        let file = KeptFile::new(path.clone());
        file.write(&1).expect("written");
        let mode = |path: &Path| {
            let metadata = std::fs::metadata(path).expect("there");
            metadata.permissions().mode() & 0o777
        };
        assert_eq!(mode(&path), 0o600);
        assert_eq!(mode(&folder.path().join("a")), 0o700);
        let rest = std::fs::read_dir(folder.path().join("a/b")).expect("there");
        assert_eq!(rest.count(), 1, "nothing is left over");
    }

    #[test]
    fn the_language_is_that_of_the_system() {
        assert_eq!(Language::of_locale("ko_KR.UTF-8"), Language::Ko);
        assert_eq!(Language::of_locale("ko"), Language::Ko);
        assert_eq!(Language::of_locale("kok_IN"), Language::En);
        assert_eq!(Language::of_locale("C.UTF-8"), Language::En);
        assert_eq!(Language::of_locale(""), Language::En);
    }
}
