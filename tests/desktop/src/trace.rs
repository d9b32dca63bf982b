//! System calls, as strace wrote them down, distinguished by the program that made them.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::path::Path;

/// What the processes of a run asked of the network.
#[derive(Debug, Default)]
pub struct Network {
    /// By program: the kinds of sockets that it opened, and how many of each.
    pub sockets: BTreeMap<String, BTreeMap<String, usize>>,
    /// By program: the addresses of the internet that it connected, bound or sent to.
    pub addresses: BTreeMap<String, BTreeSet<String>>,
}

/// Reads what `strace -f -e trace=network,process` wrote.
pub fn network(log: &Path) -> Network {
    let log = fs::read_to_string(log).expect("strace wrote it");
    let mut network = Network::default();
    let mut programs: HashMap<&str, String> = HashMap::new();
    for line in log.lines() {
        let Some((pid, call)) = line.split_once(' ') else {
            continue;
        };
        let call = call.trim_start();
        if let Some(path) = call.strip_prefix("execve(\"") {
            if call.ends_with("= 0") || call.contains("<unfinished") {
                let path = path.split('"').next().unwrap_or_default();
                let name = path.rsplit('/').next().unwrap_or_default();
                // A program that begins itself anew is still the same.
                if path != "/proc/self/exe" {
                    programs.insert(pid, name.to_owned());
                }
            }
        } else if is_birth(call) {
            // What was born runs what its parent runs, until it begins something else.
            let child = call.rsplit("= ").next().unwrap_or_default();
            let child = child.split(' ').next().unwrap_or_default();
            let program = programs.get(pid).cloned().unwrap_or_default();
            programs.entry(child).or_insert(program);
        } else if let Some(rest) = call
            .strip_prefix("socket(")
            .or(call.strip_prefix("socketpair("))
        {
            let family = rest.split([',', ')', ' ']).next().unwrap_or_default();
            let program = programs.get(pid).cloned().unwrap_or_default();
            let kinds = network.sockets.entry(program).or_default();
            *kinds.entry(family.to_owned()).or_default() += 1;
        } else if let Some(address) = internet_address(call) {
            let program = programs.get(pid).cloned().unwrap_or_default();
            network
                .addresses
                .entry(program)
                .or_default()
                .insert(address);
        }
    }
    network
}

fn is_birth(call: &str) -> bool {
    let names = [
        "clone(",
        "clone3(",
        "fork(",
        "vfork(",
        "<... clone",
        "<... fork",
        "<... vfork",
    ];
    names.iter().any(|name| call.starts_with(name))
}

/// `connect(3, {sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr("1.2.3.4")}, 16) = 0` gives `1.2.3.4`.
fn internet_address(call: &str) -> Option<String> {
    if !call.contains("sa_family=AF_INET") {
        return None;
    }
    let inside = |open: &str| Some(call.split_once(open)?.1.split('"').next()?.to_owned());
    inside("inet_addr(\"")
        .or_else(|| inside("inet_pton(AF_INET6, \""))
        .or_else(|| Some("an address that strace did not name".to_owned()))
}

#[cfg(test)]
mod tests {
    #[test]
    fn calls_are_reported_apart_by_program() {
        let dir = tempfile::tempdir().expect("a folder");
        let log = dir.path().join("log");
        let lines = [
            r#"10 execve("/opt/app", ["app"], 0x7 /* 9 vars */) = 0"#,
            "10 socket(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC, 0) = 3",
            "10 clone3({flags=CLONE_VM|CLONE_THREAD, exit_signal=0} => {parent_tid=[11]}, 88) = 11",
            "11 socketpair(AF_UNIX, SOCK_STREAM, 0, [4, 5]) = 0",
            "10 vfork( <unfinished ...>",
            r#"12 execve("/usr/lib/Web", ["Web"], 0x7) = 0"#,
            "10 <... vfork resumed>) = 12",
            "12 socket(AF_INET, SOCK_STREAM, IPPROTO_IP) = 7",
            r#"12 connect(7, {sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr("1.2.3.4")}, 16) = 0"#,
        ];
        std::fs::write(&log, lines.join("\n")).expect("written");
        let network = super::network(&log);
        assert_eq!(network.sockets["app"]["AF_UNIX"], 2);
        assert_eq!(network.sockets["Web"]["AF_INET"], 1);
        assert!(network.addresses["Web"].contains("1.2.3.4"));
        assert!(!network.sockets["app"].contains_key("AF_INET"));
    }
}
