//! Colleagues: other people's public identities.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use fieldnotes_core::api;
use fieldnotes_core::api::colleague::{Colleague, Colleagues};
use fieldnotes_core::api::{Code, Outcome};

use super::Here;
use crate::failure::Answer;

/// An identity is a line. A file that is longer holds none.
const LONGEST: u64 = 64 << 10;

#[tauri::command]
pub async fn colleague_list(desk: Here<'_>) -> Answer<Colleagues> {
    desk.vault(|session| api::colleague::list(session)).await
}

#[tauri::command]
pub async fn colleague_add(desk: Here<'_>, identity: String, name: String) -> Answer<Colleague> {
    desk.vault(move |session| api::colleague::add(session, identity.trim(), &name))
        .await
}

#[tauri::command]
pub async fn colleague_add_file(desk: Here<'_>, path: PathBuf, name: String) -> Answer<Colleague> {
    desk.vault(move |session| {
        let identity = line_of(&path)?;
        api::colleague::add(session, identity.trim(), &name)
    })
    .await
}

#[tauri::command]
pub async fn colleague_verify(
    desk: Here<'_>,
    name: String,
    fingerprint: String,
) -> Answer<Colleague> {
    desk.vault(move |session| api::colleague::verify(session, &name, &fingerprint))
        .await
}

/// What a file says that should hold an identity.
fn line_of(path: &Path) -> Outcome<String> {
    let mut bytes = Vec::new();
    File::open(path)?.take(LONGEST).read_to_end(&mut bytes)?;
    Ok(String::from_utf8(bytes).map_err(|_| Code::IdentityInvalid)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_anything_is_no_identity() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("file");
        let code = |outcome: Outcome<String>| outcome.map_err(|error| error.code);
        assert_eq!(code(line_of(&path)), Err(Code::FileNotFound));
        std::fs::write(&path, [0xff, 0xfe]).expect("written");
        assert_eq!(code(line_of(&path)), Err(Code::IdentityInvalid));
        std::fs::write(&path, "line\n").expect("written");
        assert_eq!(code(line_of(&path)), Ok("line\n".to_owned()));
    }
}
