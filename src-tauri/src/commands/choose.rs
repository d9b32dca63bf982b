//! The system's dialogs for files and folders. Each answers nothing where the user thought better of it.

use tauri::{AppHandle, Manager};

use super::Here;
use crate::dialogs::{self, Choice};
use crate::failure::Answer;
use crate::places;

async fn ask(app: AppHandle, desk: Here<'_>, choice: Choice) -> Answer<Option<Vec<String>>> {
    let begin_in = places::default_folder(app.path());
    desk.apart(move |_| Ok(dialogs::ask(&app, choice, begin_in)))
        .await
}

async fn ask_one(app: AppHandle, desk: Here<'_>, choice: Choice) -> Answer<Option<String>> {
    let chosen = ask(app, desk, choice).await?;
    Ok(chosen.and_then(|all| all.into_iter().next()))
}

#[tauri::command]
pub async fn choose_file(
    app: AppHandle,
    desk: Here<'_>,
    endings: Vec<String>,
) -> Answer<Option<String>> {
    ask_one(app, desk, Choice::File(endings)).await
}

#[tauri::command]
pub async fn choose_files(
    app: AppHandle,
    desk: Here<'_>,
    endings: Vec<String>,
) -> Answer<Option<Vec<String>>> {
    ask(app, desk, Choice::Files(endings)).await
}

#[tauri::command]
pub async fn choose_new_file(
    app: AppHandle,
    desk: Here<'_>,
    name: String,
) -> Answer<Option<String>> {
    ask_one(app, desk, Choice::NewFile(name)).await
}

#[tauri::command]
pub async fn choose_folder(app: AppHandle, desk: Here<'_>) -> Answer<Option<String>> {
    ask_one(app, desk, Choice::Folder).await
}
