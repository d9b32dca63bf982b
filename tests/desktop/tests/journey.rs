//! A person's journey through the window, in both languages, and what it leaves behind.
//!
//! Guards of docs/THREATS.md: "A seized laptop reveals nothing", "A saved sentence stays saved", "A bundle is for those you
//! chose", and that a review package is opened without a vault.

use rig::remains::Remains;
use rig::scenes::LANGUAGES;
use rig::stage::Stage;
use rig::window::Window;

fn journey(language: &str) {
    let stage = Stage::new(&format!("journey-{language}"));
    let remains = Remains::before(&stage);
    let window = Window::open(&stage);
    let said = rig::journey::walk(&window, language);
    let texts: Vec<&str> = said.texts.iter().map(String::as_str).collect();
    remains.hold_none_of(&texts);
    drop(window);
    remains.hold_none_of(&texts);
}

#[test]
fn in_english() {
    journey(LANGUAGES[0]);
}

#[test]
fn in_korean() {
    journey(LANGUAGES[1]);
}
