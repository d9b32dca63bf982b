//! The system's own dialogs for files and folders.

use std::path::PathBuf;

use tauri::AppHandle;

/// What is to be chosen.
#[derive(Debug, Clone)]
pub enum Choice {
    /// A file with one of these endings, without dots; any file where there are none.
    File(Vec<String>),
    /// Files likewise.
    Files(Vec<String>),
    /// The place of a new file of this name.
    NewFile(String),
    /// A folder.
    Folder,
}

/// Asks the user. None where they thought better of it. Waits for the answer: not for the main thread.
pub fn ask(app: &AppHandle, choice: Choice, begin_in: PathBuf) -> Option<Vec<String>> {
    let (tell, told) = std::sync::mpsc::channel();
    let with = app.clone();
    app.run_on_main_thread(move || {
        #[cfg(target_os = "linux")]
        linux::show(&with, choice, begin_in, tell);
        #[cfg(not(target_os = "linux"))]
        {
            // Not written yet: nothing can be chosen.
            let _ = (with, choice, begin_in, tell.send(None));
        }
    })
    .ok()?;
    told.recv().ok()?
}

#[cfg(target_os = "linux")]
mod linux {
    use std::cell::RefCell;
    use std::path::PathBuf;
    use std::sync::mpsc::Sender;

    use gtk::prelude::*;
    use gtk::{FileChooserAction, FileChooserNative, FileFilter, ResponseType};
    use tauri::AppHandle;

    use super::Choice;

    thread_local! {
        /// The dialog that is shown; nothing else would keep it alive.
        static SHOWN: RefCell<Option<FileChooserNative>> = const { RefCell::new(None) };
    }

    pub fn show(
        app: &AppHandle,
        choice: Choice,
        begin_in: PathBuf,
        tell: Sender<Option<Vec<String>>>,
    ) {
        let parent = crate::window::toolkit_window(app);
        let action = match choice {
            Choice::File(_) | Choice::Files(_) => FileChooserAction::Open,
            Choice::NewFile(_) => FileChooserAction::Save,
            Choice::Folder => FileChooserAction::SelectFolder,
        };
        // Its words are the toolkit's, in the system's language.
        let dialog = FileChooserNative::new(None, parent.as_ref(), action, None, None);
        dialog.set_modal(true);
        dialog.set_local_only(true);
        dialog.set_create_folders(true);
        dialog.set_current_folder(&begin_in);
        match choice {
            Choice::File(endings) => filter(&dialog, &endings),
            Choice::Files(endings) => {
                filter(&dialog, &endings);
                dialog.set_select_multiple(true);
            }
            Choice::NewFile(name) => dialog.set_current_name(&name),
            Choice::Folder => {}
        }
        dialog.connect_response(move |dialog, response| {
            let chosen = (response == ResponseType::Accept).then(|| names(dialog));
            // Whoever asked may have gone with a lock.
            let _ = tell.send(chosen.filter(|names| !names.is_empty()));
            SHOWN.with_borrow_mut(Option::take);
        });
        dialog.show();
        SHOWN.set(Some(dialog));
    }

    fn filter(dialog: &FileChooserNative, endings: &[String]) {
        if endings.is_empty() {
            return;
        }
        let filter = FileFilter::new();
        for ending in endings {
            filter.add_pattern(&format!("*.{ending}"));
            filter.add_pattern(&format!("*.{}", ending.to_uppercase()));
        }
        dialog.set_filter(&filter);
    }

    fn names(dialog: &FileChooserNative) -> Vec<String> {
        let paths = dialog.filenames().into_iter();
        paths
            .filter_map(|path| path.into_os_string().into_string().ok())
            .collect()
    }
}
