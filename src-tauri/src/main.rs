//! The desktop host of Field Notes.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

fn main() {
    // A private web view cannot be driven from outside; tests drive a build for debugging, what is shipped is always private.
    let automated = cfg!(debug_assertions)
        && std::env::var("TAURI_WEBVIEW_AUTOMATION").is_ok_and(|value| value == "true");
    let built = tauri::Builder::default()
        .setup(move |app| {
            tauri::WebviewWindowBuilder::new(app, "main", tauri::WebviewUrl::default())
                .title("Field Notes")
                .inner_size(1280.0, 800.0)
                .incognito(!automated)
                .build()?;
            Ok(())
        })
        .run(tauri::generate_context!());
    if built.is_err() {
        std::process::exit(1);
    }
}
