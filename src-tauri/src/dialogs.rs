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
pub fn ask(app: &AppHandle, choice: Choice, begin_in: PathBuf) -> Option<Vec<PathBuf>> {
    #[cfg(feature = "test-switches")]
    if let Some(chosen) = played::answer() {
        return Some(chosen);
    }
    let (sender, receiver) = std::sync::mpsc::channel();
    let with = app.clone();
    app.run_on_main_thread(move || {
        #[cfg(target_os = "linux")]
        linux::show(&with, choice, begin_in, sender);
        #[cfg(not(target_os = "linux"))]
        {
            // Not written yet: nothing can be chosen.
            let _ = (with, choice, begin_in, sender.send(None));
        }
    })
    .ok()?;
    receiver.recv().ok()?
}

/// Puts away a dialog that is shown. On the main thread.
pub fn close() {
    #[cfg(target_os = "linux")]
    linux::close();
}

/// A test in the place of a person: a dialog is the toolkit's own, and no driver reaches it.
#[cfg(feature = "test-switches")]
mod played {
    use std::path::PathBuf;

    /// Names a file with what is chosen next, a path a line. It is removed when it was read.
    const NEXT: &str = "FIELDNOTES_TEST_CHOICE";

    pub fn answer() -> Option<Vec<PathBuf>> {
        let next = PathBuf::from(std::env::var_os(NEXT)?);
        let text = std::fs::read_to_string(&next).ok()?;
        // Where it stays it is chosen again, and the test fails.
        let _ = std::fs::remove_file(next);
        Some(text.lines().map(PathBuf::from).collect())
    }
}

#[cfg(target_os = "linux")]
mod linux {
    //! GTK's own dialog adds what is chosen to the list of recent files, for every program to see; asked not to, it empties the
    //! whole list. So its widget is used, which does neither, in a dialog of ours.

    use std::cell::Cell;
    use std::path::PathBuf;
    use std::sync::mpsc::Sender;

    use gtk::prelude::*;
    use gtk::{Dialog, FileChooserAction, FileChooserWidget, FileFilter, ResponseType};
    use tauri::AppHandle;

    use super::Choice;

    pub fn show(
        app: &AppHandle,
        choice: Choice,
        begin_in: PathBuf,
        sender: Sender<Option<Vec<PathBuf>>>,
    ) {
        let chooser = chooser(choice, begin_in);
        let dialog = dialog(app, &chooser);
        let with = dialog.clone();
        chooser.connect_file_activated(move |_| with.response(ResponseType::Accept));
        let sender = Cell::new(Some(sender));
        dialog.connect_response(move |dialog, response| {
            let chosen = match response {
                ResponseType::Accept if enters_folder(&chooser) => return,
                ResponseType::Accept => chosen_in(&chooser),
                _ => None,
            };
            if response == ResponseType::Accept && chosen.is_none() {
                return; // Nothing is chosen yet.
            }
            // Closing the dialog responds once more.
            if let Some(sender) = sender.take() {
                // Whoever asked may have gone with a lock.
                let _ = sender.send(chosen);
                dialog.close();
            }
        });
        dialog.show_all();
    }

    pub fn close() {
        let windows = gtk::Window::list_toplevels().into_iter();
        for dialog in windows.filter_map(|window| window.downcast::<Dialog>().ok()) {
            dialog.response(ResponseType::Cancel);
        }
    }

    fn chooser(choice: Choice, begin_in: PathBuf) -> FileChooserWidget {
        let chooser = FileChooserWidget::new(match choice {
            Choice::File(_) | Choice::Files(_) => FileChooserAction::Open,
            Choice::NewFile(_) => FileChooserAction::Save,
            Choice::Folder => FileChooserAction::SelectFolder,
        });
        chooser.set_local_only(true);
        chooser.set_create_folders(true);
        chooser.set_current_folder(begin_in);
        match choice {
            Choice::File(endings) => filter(&chooser, &endings),
            Choice::Files(endings) => {
                filter(&chooser, &endings);
                chooser.set_select_multiple(true);
            }
            Choice::NewFile(name) => chooser.set_current_name(&name),
            Choice::Folder => {}
        }
        chooser
    }

    /// Its words are the toolkit's, in the system's language.
    fn dialog(app: &AppHandle, chooser: &FileChooserWidget) -> Dialog {
        let dialog = Dialog::new();
        dialog.set_title("Field Notes");
        dialog.set_transient_for(crate::window::toolkit_window(app).as_ref());
        dialog.set_modal(true);
        dialog.set_default_size(900, 600);
        dialog.content_area().pack_start(chooser, true, true, 0);
        let accept = match chooser.action() {
            FileChooserAction::Save => "gtk-save",
            _ => "gtk-open",
        };
        dialog.add_button("gtk-cancel", ResponseType::Cancel);
        dialog.add_button(accept, ResponseType::Accept);
        dialog.set_default_response(ResponseType::Accept);
        dialog
    }

    fn filter(chooser: &FileChooserWidget, endings: &[String]) {
        if endings.is_empty() {
            return;
        }
        let filter = FileFilter::new();
        for ending in endings {
            filter.add_pattern(&format!("*.{ending}"));
            filter.add_pattern(&format!("*.{}", ending.to_uppercase()));
        }
        chooser.set_filter(&filter);
    }

    /// Where a file is wanted and a folder was chosen, goes into it.
    fn enters_folder(chooser: &FileChooserWidget) -> bool {
        let wants_file = chooser.action() != FileChooserAction::SelectFolder;
        match chooser.filename() {
            Some(folder) if wants_file && folder.is_dir() => chooser.set_current_folder(folder),
            _ => false,
        }
    }

    /// What is chosen; none where nothing is.
    fn chosen_in(chooser: &FileChooserWidget) -> Option<Vec<PathBuf>> {
        let paths = chooser.filenames();
        (!paths.is_empty()).then_some(paths)
    }
}
