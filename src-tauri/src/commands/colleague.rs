//! Colleagues: other people's public identities.

use fieldnotes_core::api;
use fieldnotes_core::api::colleague::{Colleague, Colleagues};
use fieldnotes_core::api::{Code, Outcome};

use super::Here;
use crate::failure::Answer;
use crate::grants::{Identity, Once, Token};

#[tauri::command]
pub async fn colleague_list(state: Here<'_>) -> Answer<Colleagues> {
    state.vault(|session| api::colleague::list(session)).await
}

#[tauri::command]
pub async fn colleague_add(state: Here<'_>, identity: String, name: String) -> Answer<Colleague> {
    state
        .vault(move |session| api::colleague::add(session, identity.trim(), &name))
        .await
}

#[tauri::command]
pub async fn colleague_add_file(
    state: Here<'_>,
    file: Token<Identity>,
    name: String,
) -> Answer<Colleague> {
    let file = state.grants().once(&file)?;
    state
        .vault(move |session| {
            let identity = api::colleague::read_file(file.path())?;
            let added = api::colleague::add(session, &identity, &name)?;
            file.spend();
            Ok(added)
        })
        .await
}

#[tauri::command]
pub async fn colleague_verify(
    state: Here<'_>,
    name: String,
    fingerprint: String,
) -> Answer<Colleague> {
    state
        .vault(move |session| api::colleague::verify(session, &name, &fingerprint))
        .await
}

#[tauri::command]
pub async fn colleague_change_key(
    state: Here<'_>,
    name: String,
    identity: Option<String>,
    file: Option<Token<Identity>>,
    has_compared: bool,
) -> Answer<Colleague> {
    let file = file.map(|file| state.grants().once(&file)).transpose()?;
    state
        .vault(move |session| {
            let identity = line_of(identity, file.as_ref().map(Once::path))?;
            let changed = api::colleague::change_key(session, &name, &identity, has_compared)?;
            file.into_iter().for_each(Once::spend);
            Ok(changed)
        })
        .await
}

#[tauri::command]
pub async fn colleague_retire(state: Here<'_>, name: String) -> Answer<Colleague> {
    state
        .vault(move |session| api::colleague::retire(session, &name))
        .await
}

#[tauri::command]
pub async fn colleague_restore(state: Here<'_>, name: String) -> Answer<Colleague> {
    state
        .vault(move |session| api::colleague::restore(session, &name))
        .await
}

#[tauri::command]
pub async fn colleague_rename(state: Here<'_>, name: String, new: String) -> Answer<Colleague> {
    state
        .vault(move |session| api::colleague::rename(session, &name, &new))
        .await
}

/// An identity comes as a line or in a file.
fn line_of(identity: Option<String>, file: Option<&std::path::Path>) -> Outcome<String> {
    match (identity, file) {
        (Some(line), None) => Ok(line.trim().to_owned()),
        (None, Some(file)) => api::colleague::read_file(file),
        _ => Err(Code::IdentityInvalid.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_anything_is_no_identity() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("file");
        let code = |outcome: Outcome<String>| outcome.map_err(|error| error.code);
        let of = |path: &std::path::PathBuf| code(line_of(None, Some(path)));
        assert_eq!(of(&path), Err(Code::FileNotFound));
        std::fs::write(&path, [0xfe, 0xff]).expect("written");
        assert_eq!(of(&path), Err(Code::NotUtf8));
        std::fs::write(&path, [0xff, 0xd8, 0xff, 0]).expect("written");
        assert_eq!(of(&path), Err(Code::PictureInvalid));
        std::fs::write(&path, "line\n").expect("written");
        assert_eq!(of(&path), Ok("line".to_owned()));
        assert_eq!(code(line_of(None, None)), Err(Code::IdentityInvalid));
    }
}
