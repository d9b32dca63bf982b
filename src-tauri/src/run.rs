//! From the first process to the last.

use std::process::ExitCode;
use std::sync::{Arc, OnceLock};

use tauri::{App, AppHandle, Manager};

use crate::instance::{self, Instance};
use crate::state::AppState;
use crate::{commands, locking, spoken, surroundings, window};

/// Shows the window and returns when it was closed.
pub fn run(files: Vec<String>) -> ExitCode {
    // Another start may call before the window is there.
    let app: Arc<OnceLock<AppHandle>> = Arc::default();
    let shown = {
        let app = app.clone();
        move |files: Vec<String>| app.get().into_iter().for_each(|app| open(app, &files))
    };
    let Instance::First(claim) = instance::claim(&files, shown) else {
        return ExitCode::SUCCESS;
    };
    #[cfg(target_os = "linux")]
    if gtk::init().is_err() {
        return spoken::no_display();
    }
    surroundings::spare_the_children();
    let built = tauri::Builder::default()
        .invoke_handler(commands::handler())
        .build(context());
    let Ok(built) = built else {
        return spoken::no_window();
    };
    if set_up(&built, files, &app).is_err() {
        return spoken::no_window();
    }
    let status = built.run_return(|_, _| ());
    drop(claim);
    u8::try_from(status).map_or(ExitCode::FAILURE, ExitCode::from)
}

/// The pages and capabilities that are tied into the program.
#[expect(
    clippy::disallowed_methods,
    reason = "the framework's, where it is set up wrongly; no vault is open yet"
)]
fn context() -> tauri::Context {
    tauri::generate_context!()
}

fn set_up(app: &App, files: Vec<String>, known: &OnceLock<AppHandle>) -> tauri::Result<()> {
    let handle = app.handle();
    let files = files.into_iter().map(Into::into).collect();
    app.manage(AppState::new(&app.path().app_config_dir()?, files));
    // Only the first set counts, and this is the only one.
    let _ = known.set(handle.clone());
    window::open(app)?;
    locking::watch_idleness(handle);
    #[cfg(target_os = "linux")]
    {
        let with = handle.clone();
        crate::signals::listen(move |reason| locking::ask(&with, reason));
        // SIGHUP, SIGINT, SIGTERM: the terminal is gone, Ctrl+C, a system that shuts down.
        for signal in [1, 2, 15] {
            let with = handle.clone();
            gtk::glib::unix_signal_add_local(signal, move || {
                locking::leave(&with);
                gtk::glib::ControlFlow::Continue
            });
        }
    }
    Ok(())
}

/// Another start handed its files over.
fn open(app: &AppHandle, files: &[String]) {
    window::show(app);
    if !files.is_empty() {
        let paths = files.iter().map(Into::into).collect();
        app.state::<AppState>().offer_files(paths);
    }
}
