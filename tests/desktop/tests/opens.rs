//! The rig itself: a window opens, is seen, and nothing of it is left running.

use std::path::Path;

use rig::stage::Stage;
use rig::window::Window;

#[test]
fn a_window_leaves_nothing_running() {
    let stage = Stage::new("opens");
    let window = Window::open(&stage);
    window.part("first-run-folder");
    let programs = ["Xvfb", "dbus-daemon", "WebKitWebDriver", "WebKitWebProcess"];
    let mut running: Vec<u32> = programs
        .iter()
        .flat_map(|program| stage.processes_of(program))
        .collect();
    running.push(window.pid());
    assert!(running.len() > programs.len(), "{running:?}");
    drop(window);
    drop(stage);
    for pid in running {
        let path = format!("/proc/{pid}/maps");
        let is_gone = !Path::new(&path).exists()
            || std::fs::read_to_string(path).is_ok_and(|maps| maps.is_empty());
        assert!(is_gone, "{pid} is still there");
    }
}
