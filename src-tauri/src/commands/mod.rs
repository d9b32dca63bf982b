//! What the page can ask for: one command for each method of the page's `Platform`, one file for each group.
//!
//! A command says which use case of the core it is, and no more. It is named once more, in list.rs.

pub mod app;
pub mod attachment;
pub mod bundle;
pub mod choose;
pub mod colleague;
pub mod conflict;
pub mod custody;
pub mod draft;
pub mod folder;
pub mod identity;
pub mod operation;
pub mod passphrase;
pub mod record;
pub mod review;
pub mod vault;
pub mod vocabulary;

use tauri::State;

use crate::state::AppState;

/// The managed state, as commands get it.
type Here<'a> = State<'a, AppState>;

/// Hands calls of the page to the commands.
pub fn handler() -> impl Fn(tauri::ipc::Invoke<tauri::Wry>) -> bool + Send + Sync + 'static {
    macro_rules! commands {
        ($($section:ident { $($group:ident::$name:ident),* $(,)? })*) => {
            tauri::generate_handler![$($($group::$name),*),*]
        };
    }
    include!("list.rs")
}

#[cfg(test)]
mod tests;
