//! The rig itself: a window opens, is seen, and leaves nothing running.

use rig::stage::Stage;
use rig::window::Window;

#[test]
fn a_window_opens_and_closes() {
    let stage = Stage::new("opens");
    let window = Window::open(&stage);
    let title = window.run("return document.title", Vec::new());
    println!("{title:?} {:?}", window.pid());
    stage
        .screen
        .settled()
        .save("/tmp/opens-screen.png")
        .unwrap();
    println!(
        "{}",
        window.run("return document.body.innerHTML", Vec::new())
    );
    println!(
        "{}",
        window.run("return document.visibilityState + innerWidth", Vec::new())
    );
    window.picture().save("/tmp/opens.png").unwrap();
}
