//! Colleagues: other people's public identities.

use fieldnotes_core::Outcome;
use fieldnotes_core::colleague::{Colleague, Colleagues};
use serde::Deserialize;

use super::Here;
use crate::failure::Answer;
use crate::grants::{Identity, Once, Token};
use crate::state::AppState;

/// Where an identity is read from.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "window/"))]
pub enum IdentitySource {
    Line(String),
    #[cfg_attr(test, ts(type = "import('./Grant').Grant"))]
    File(Token<Identity>),
}

/// The same while it is used: nobody else has the file meanwhile.
enum HeldSource {
    Line(String),
    File(Once<Identity>),
}

impl IdentitySource {
    fn hold(self, state: &AppState) -> Answer<HeldSource> {
        Ok(match self {
            Self::Line(line) => HeldSource::Line(line),
            Self::File(file) => HeldSource::File(state.grants().once(&file)?),
        })
    }
}

impl HeldSource {
    fn identity(&self) -> Outcome<String> {
        match self {
            Self::Line(line) => Ok(line.trim().to_owned()),
            Self::File(file) => fieldnotes_core::colleague::read_file(file.path()),
        }
    }

    fn spend(self) {
        if let Self::File(file) = self {
            file.spend();
        }
    }
}

#[tauri::command]
pub async fn colleague_list(state: Here<'_>) -> Answer<Colleagues> {
    state
        .vault(|session| fieldnotes_core::colleague::list(session))
        .await
}

/// By the line of their public identity.
#[tauri::command]
pub async fn colleague_add(state: Here<'_>, identity: String, name: String) -> Answer<Colleague> {
    state
        .vault(move |session| fieldnotes_core::colleague::add(session, identity.trim(), &name))
        .await
}

/// By a file that holds that line, or a picture of its QR code.
#[tauri::command]
pub async fn colleague_add_file(
    state: Here<'_>,
    file: Token<Identity>,
    name: String,
) -> Answer<Colleague> {
    let file = state.grants().once(&file)?;
    state
        .vault(move |session| {
            let identity = fieldnotes_core::colleague::read_file(file.path())?;
            let added = fieldnotes_core::colleague::add(session, &identity, &name)?;
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
        .vault(move |session| fieldnotes_core::colleague::verify(session, &name, &fingerprint))
        .await
}

/// Refused with the new fingerprint until `has_compared`.
#[tauri::command]
pub async fn colleague_change_key(
    state: Here<'_>,
    name: String,
    by: IdentitySource,
    has_compared: bool,
) -> Answer<Colleague> {
    let by = by.hold(&state)?;
    state
        .vault(move |session| {
            let identity = by.identity()?;
            let changed =
                fieldnotes_core::colleague::change_key(session, &name, &identity, has_compared)?;
            by.spend();
            Ok(changed)
        })
        .await
}

#[tauri::command]
pub async fn colleague_retire(state: Here<'_>, name: String) -> Answer<Colleague> {
    state
        .vault(move |session| fieldnotes_core::colleague::retire(session, &name))
        .await
}

#[tauri::command]
pub async fn colleague_restore(state: Here<'_>, name: String) -> Answer<Colleague> {
    state
        .vault(move |session| fieldnotes_core::colleague::restore(session, &name))
        .await
}

#[tauri::command]
pub async fn colleague_rename(state: Here<'_>, name: String, next: String) -> Answer<Colleague> {
    state
        .vault(move |session| fieldnotes_core::colleague::rename(session, &name, &next))
        .await
}

#[cfg(test)]
mod tests {
    use fieldnotes_core::Code;

    use super::*;

    #[test]
    fn a_file_of_anything_is_no_identity() {
        let folder = tempfile::tempdir().expect("a folder");
        let state = AppState::new(folder.path(), Vec::new());
        let path = folder.path().join("file");
        let of = || {
            let token = state.grants().give::<Identity>(path.clone()).token();
            let held = IdentitySource::File(token).hold(&state);
            held.map(|held| held.identity().map_err(|error| error.code))
        };
        assert_eq!(of(), Ok(Err(Code::FileNotFound)));
        std::fs::write(&path, [0xfe, 0xff]).expect("written");
        assert_eq!(of(), Ok(Err(Code::NotUtf8)));
        std::fs::write(&path, [0xff, 0xd8, 0xff, 0]).expect("written");
        assert_eq!(of(), Ok(Err(Code::PictureInvalid)));
        std::fs::write(&path, "line\n").expect("written");
        assert_eq!(of(), Ok(Ok("line".to_owned())));
    }
}
