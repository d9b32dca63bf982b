//! The names of a vault's files: docs/FORMAT.md section 2. A name is made from what the program knows, never from what it finds.

use fieldnotes_domain::ids::FileId;

/// The folder of sealed files.
pub(super) const FILES: &str = "files";
/// The folder of the index. All of it can be thrown away: it is made again from the records.
pub(super) const INDEX: &str = "index";
/// The ending of a file that is not whole yet.
const UNFINISHED: &str = ".new";

/// The name of a file in a vault's folder.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct FileName {
    inside: Inside,
    last: String,
}

/// In which folder of the vault's it lies.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Inside {
    Root,
    /// `files/hh`, with these two digits.
    Files(String),
    Index,
}

impl FileName {
    pub(super) fn root(name: &str) -> Self {
        Self {
            inside: Inside::Root,
            last: name.to_owned(),
        }
    }

    pub(super) fn sealed(id: FileId) -> Self {
        let last = id.0.simple().to_string();
        Self {
            inside: Inside::Files(last.get(..2).unwrap_or_default().to_owned()),
            last,
        }
    }

    /// A file of the index.
    pub(super) fn index(name: String) -> Self {
        Self {
            inside: Inside::Index,
            last: name,
        }
    }

    /// The name under which a file is written before it takes its own.
    pub fn unfinished(&self) -> Self {
        Self {
            inside: self.inside.clone(),
            last: format!("{}{UNFINISHED}", self.last),
        }
    }

    pub(super) fn inside(&self) -> &Inside {
        &self.inside
    }

    /// The name in its folder.
    pub(super) fn last(&self) -> &str {
        &self.last
    }

    /// The way from the root.
    pub(super) fn steps(&self) -> impl Iterator<Item = &str> {
        let folders: [Option<&str>; 2] = match &self.inside {
            Inside::Root => [None, None],
            Inside::Files(two) => [Some(FILES), Some(two)],
            Inside::Index => [Some(INDEX), None],
        };
        folders.into_iter().flatten().chain([self.last.as_str()])
    }
}

/// What a name in the root can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum InRoot {
    File,
    Folder,
}

/// What the vault keeps in its root under this name; none for a stranger.
pub(super) fn in_root(name: &str) -> Option<InRoot> {
    match name.strip_suffix(UNFINISHED).unwrap_or(name) {
        "header" | "header.copy" | "header.next" | "pages" | "vault.db" => Some(InRoot::File),
        // No other name is written to first.
        _ => match name {
            "vault.db-wal" | "lock" | "begun" => Some(InRoot::File),
            FILES | INDEX => Some(InRoot::Folder),
            _ => None,
        },
    }
}

/// Whether it is two lower-case hexadecimal digits.
pub(super) fn is_two_digits(name: &str) -> bool {
    name.len() == 2 && is_hex(name)
}

/// The id in the name of a sealed file, and whether it is whole.
pub(super) fn sealed_id(name: &str) -> Option<(FileId, bool)> {
    let id = name.strip_suffix(UNFINISHED).unwrap_or(name);
    let uuid = (id.len() == 32 && is_hex(id)).then(|| id.parse().ok())??;
    Some((uuid, id == name))
}

/// Whether a file of the index may have this name.
pub(super) fn is_in_index(name: &str) -> bool {
    let name = name.strip_suffix(UNFINISHED).unwrap_or(name);
    name.len() == 32 && is_hex(name)
}

fn is_hex(name: &str) -> bool {
    let is_digit = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    name.bytes().all(is_digit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_the_format() {
        let id = FileId::from_bytes([0xab; 16]);
        let name = FileName::sealed(id);
        let steps: Vec<&str> = name.steps().collect();
        assert_eq!(steps, ["files", "ab", "ab".repeat(16).as_str()]);
        assert_eq!(sealed_id(name.last()), Some((id, true)));
        assert_eq!(sealed_id(name.unfinished().last()), Some((id, false)));
        for stranger in ["", "ab", "AB".repeat(16).as_str(), "{ab}", ".new"] {
            assert_eq!(sealed_id(stranger), None);
        }
        for (name, is_known) in [
            ("header", true),
            ("header.copy.new", true),
            ("vault.db-wal", true),
            ("vault.db-wal.new", false),
            ("vault.db-journal", false),
            ("lock.new", false),
            ("files", true),
            ("files.new", false),
            (".DS_Store", false),
            ("header (conflicted copy)", false),
        ] {
            assert_eq!(in_root(name).is_some(), is_known, "{name}");
        }
    }
}
