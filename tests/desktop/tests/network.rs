//! Nothing goes out: every system call of a whole run is looked at. Guards "Nothing goes out by itself" of docs/THREATS.md.
//!
//! The run has no driver, whose own sockets would stand among those of the app.

use rig::stage::{Stage, app};
use rig::trace;
use rig::undriven::Undriven;
use rig::vaults::Vault;

#[test]
fn no_socket_leads_out_of_the_machine() {
    let stage = Stage::new("network");
    let vault = Vault::create(&stage, "vault");
    vault.offer();
    let log = stage.folder().join("system-calls");
    let window = Undriven::open_traced(&stage, "network,process", &log);
    window.a_day();
    window.close();
    let saved = vault.run(&["record", "list"]);
    let count = saved["records"].as_array().map_or(0, Vec::len);
    assert_eq!(count, 1, "the run was one: {saved}");

    let network = trace::network(&log);
    println!("{network:#?}");
    let app = app();
    let name = app.file_name().expect("a file").to_string_lossy();
    let ours = network
        .sockets
        .get(name.as_ref())
        .expect("it speaks with the screen");
    assert!(
        ours.contains_key("AF_UNIX"),
        "its calls were seen: {ours:?}"
    );
    for family in ["AF_INET", "AF_INET6"] {
        assert!(!ours.contains_key(family), "{name} opened {family}");
    }
    let web = network
        .sockets
        .keys()
        .any(|program| program.starts_with("WebKit"));
    assert!(web, "the calls of the web view's processes were seen");
    for (program, addresses) in &network.addresses {
        let out: Vec<&String> = addresses
            .iter()
            .filter(|address| !address.starts_with("127.") && *address != "::1")
            .collect();
        assert!(out.is_empty(), "{program} spoke to {out:?}");
    }
}
