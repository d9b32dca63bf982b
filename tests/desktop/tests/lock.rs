//! When the screen is locked the vault is locked too, in the middle of a sentence, and the sentence is there again afterwards.
//!
//! The page that comes then belongs to another process. That the machine's sleep and idleness lock as well is tested where the
//! clock and the login manager can be played: src-tauri/src/signals, src-tauri/src/idle.rs.

use rig::scenes::{self, PASSPHRASE};
use rig::stage::Stage;
use rig::vaults::Vault;
use rig::waiting::until;
use rig::window::Window;

#[test]
fn the_screen_s_lock_locks_the_vault() {
    let stage = Stage::new("lock");
    Vault::create(&stage, "vault").offer();
    let window = Window::open(&stage);
    scenes::unlock(&window, PASSPHRASE);
    let page = stage.processes_of("WebKitWebProcess");
    window.click("new-testimony");
    window.click("record-original");
    window.type_text("And then the guard sai");

    scenes::lock_screen(&stage);
    window.part("unlock-passphrase");
    until("the page's process to go", || {
        let now = stage.processes_of("WebKitWebProcess");
        page.iter().all(|pid| !now.contains(pid)).then_some(())
    });
    scenes::unlock(&window, PASSPHRASE);
    window.click("list-draft");
    window.says("record-original", "And then the guard sai");
}
