//! After a lock: what was written and what opens the vault is in no memory of the app, and the process that showed the page
//! is gone. What the web view's other processes still hold is measured, and stands in docs/THREATS.md.
//!
//! The run has no driver, through whose messages the typed text would pass.

use std::path::Path;
use std::time::Duration;

use rig::memory;
use rig::scanner::Scanner;
use rig::scenes::PASSPHRASE;
use rig::stage::Stage;
use rig::undriven::{Undriven, day};
use rig::vaults::Vault;
use rig::waiting::until;

/// In a record that was there before, and is only read.
const READ: &str = "김카나리아영희가 압록강을 한밤중에 건넜습니다";

#[test]
fn nothing_of_a_record_is_in_memory_after_a_lock() {
    let stage = Stage::new("memory");
    let vault = Vault::create(&stage, "vault");
    vault.add(
        "note",
        &serde_json::json!({"text": format!("findable {READ}")}),
    );
    vault.offer();
    let mut scanner = Scanner::new();
    let day = day();
    for text in day.iter().map(String::as_str).chain([READ, PASSPHRASE]) {
        scanner.watch_for(text);
    }
    let window = Undriven::open(&stage);
    window.unlock();
    let shown = stage.processes_of("WebKitWebProcess");
    window.write_a_testimony();
    window.find("findable");
    // A look that sees nothing proves nothing: the page shows the texts, and the app knows where the vault lies.
    let page = memory::look(shown[0], &scanner);
    println!(
        "open: {} texts in {} MB of the page",
        page.found.len(),
        page.bytes >> 20
    );
    assert!(!page.found.is_empty(), "the page holds what it shows");
    let mut place = Scanner::new();
    place.watch_for(&vault.folder.to_string_lossy());
    let known = memory::look(window.pid(), &place);
    assert!(!known.found.is_empty(), "the app knows its vault");
    window.lock();

    until("the process of the page to end", || {
        let is_gone =
            |pid: &u32| !Path::new(&format!("/proc/{pid}/maps")).exists() || maps_nothing(*pid);
        shown.iter().all(is_gone).then_some(())
    });
    // What is freed in the background has its time.
    std::thread::sleep(Duration::from_secs(2));
    let locked = memory::look(window.pid(), &scanner);
    println!(
        "locked: {} texts in {} MB of the app",
        locked.found.len(),
        locked.bytes >> 20
    );
    for program in ["WebKitWebProcess", "WebKitNetworkProcess"] {
        for pid in stage.processes_of(program) {
            let web = memory::look(pid, &scanner);
            println!(
                "locked: {} texts in {} MB of {program}",
                web.found.len(),
                web.bytes >> 20
            );
            for what in web.found {
                println!("  {what}");
            }
        }
    }
    assert!(
        locked.found.is_empty(),
        "in the app's memory: {:#?}",
        locked.found
    );
}

/// A process that has ended and that nobody has waited for yet has nothing mapped.
fn maps_nothing(pid: u32) -> bool {
    std::fs::read_to_string(format!("/proc/{pid}/maps")).is_ok_and(|maps| maps.is_empty())
}
