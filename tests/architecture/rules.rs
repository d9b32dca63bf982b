//! The rules, each with its reason.

use crate::scan::{Code, Source};

/// A rule: where it holds, and what it finds.
struct Rule {
    name: &'static str,
    reason: &'static str,
    holds_in: fn(&Source) -> bool,
    find: fn(&Source, &Code) -> Vec<(usize, String)>,
}

/// Lines of a source, at most.
pub const LONGEST: usize = 600;

const RULES: &[Rule] = &[
    Rule {
        name: "one-way calls",
        reason: "the compiler holds the crates, this the modules in them: the use cases down to session; {store, search}; \
                 exchange → vault → crypto; history → records. What calls upward cannot be understood, tested or kept \
                 secret by itself",
        holds_in: in_core,
        find: calls_upward,
    },
    Rule {
        name: "hosts call the core only",
        reason: "both hosts must behave alike, and a host that reaches under the core goes round its checks",
        holds_in: in_hosts,
        find: host_reaches_under_the_core,
    },
    Rule {
        name: "no window in the core",
        reason: "the core must run, and be tested, without one",
        holds_in: in_core,
        find: |_, code| named(code, |path| path[0].starts_with("tauri")),
    },
    Rule {
        name: "no sockets",
        reason: "a program that cannot open a connection cannot leak through one",
        holds_in: |source| in_core(source) || in_hosts(source),
        find: |_, code| named(code, is_socket),
    },
    Rule {
        name: "one access to the platform",
        reason: "@tauri-apps is imported in ui/src/platform only, which has a fake in memory for tests",
        holds_in: |source| source.path.starts_with("ui/src/"),
        find: tauri_outside_platform,
    },
    Rule {
        name: "pages import downward",
        reason: "views → features → components; what imports upward cannot be shown, or tested, by itself",
        holds_in: |source| source.path.starts_with("ui/src/"),
        find: |source, _| crate::pages::imports_upward(source),
    },
    Rule {
        name: "no unwrap",
        reason: "a panic loses the sentence that is being typed; use ?, or expect(\"why it cannot fail\")",
        holds_in: |source| in_core(source) || in_hosts(source),
        find: |_, code| called(&code.calls, &["unwrap", "unwrap_err"]),
    },
    Rule {
        name: "nothing left over",
        reason: "dbg!, todo! and unimplemented! are notes to oneself, and dbg! prints what is secret",
        holds_in: |source| in_core(source) || in_hosts(source),
        find: |_, code| called(&code.macros, &["dbg", "todo", "unimplemented"]),
    },
    Rule {
        name: "the core prints nothing",
        reason: "a library that prints may print a testimony; only a host speaks to the user",
        holds_in: in_core,
        find: |_, code| called(&code.macros, &["print", "println", "eprint", "eprintln"]),
    },
    Rule {
        name: "no shared temp folder",
        reason: "what lands in /tmp outlives the program; write beside the target, sealed (tempfile's *_in)",
        holds_in: in_core,
        find: |_, code| named(code, is_shared_temp),
    },
    Rule {
        name: "randomness comes in",
        reason: "one place draws from the system (crates/format/src/random.rs), so that tests can repeat a run",
        holds_in: |source| in_core(source) && source.path != "crates/format/src/random.rs",
        find: |_, code| named(code, |path| path[0] == "getrandom" || path[0] == "rand"),
    },
    Rule {
        name: "names say what a thing is",
        reason: "Manager, Helper and Util say nothing; a name that cannot be found points at a thing \
                 that is not one thing",
        holds_in: |source| source.is_rust(),
        find: |source, code| {
            let file = source.path.rsplit('/').next().unwrap_or_default();
            let mut found = called_if(&code.declared, is_empty_name);
            if is_empty_name(file.trim_end_matches(".rs")) {
                found.push((1, format!("the file name {file}")));
            }
            found
        },
    },
    Rule {
        name: "small files",
        reason: "one thing a file; over 600 lines it is several",
        // What is generated nobody reads.
        holds_in: |source| !source.path.starts_with("ui/src/bindings/"),
        find: |source, _| {
            let lines = source.text.lines().count();
            (lines > LONGEST)
                .then(|| (lines, format!("{lines} lines")))
                .into_iter()
                .collect()
        },
    },
];

/// The modules of the core. Each may call those behind it.
const CORE: &[&str] = &[
    // Throws bytes at readers wherever they are; nobody calls it, and no program that is given away has it.
    "core/fuzzing",
    "core/failures",
    "core/folder",
    "core/review",
    "core/receive",
    "core/vault",
    "core/send",
    "core/search",
    "core/colleague",
    "core/attachment",
    "core/custody",
    "core/record",
    "core/ids",
    "core/session",
    "core/outside",
    "core/passphrase",
    "core/text",
    "core/vocabulary",
    // Declares enums whose variants are words outside.
    "core/words",
    "core/error",
    "core/environment",
];
/// What each of them may call in the crates below: anything but cryptography.
const BELOW_CORE: &[&str] = &[
    "format/exchange",
    "format/vault",
    "store/search",
    "store/store",
    "domain/redaction",
    "domain/records",
    "domain/history",
];

/// What a module may call, itself and the shared modules aside; none for a module that is not known.
pub fn may_call(layer: &str) -> Option<Vec<&'static str>> {
    if let Some(at) = CORE.iter().position(|module| *module == layer) {
        let behind = CORE.iter().skip(at + 1);
        return Some(behind.chain(BELOW_CORE).copied().collect());
    }
    let few: &[&'static str] = match layer {
        "store/search" | "store/store" => &["format/vault", "domain/records", "domain/history"],
        "format/exchange" => &[
            "format/vault",
            "format/crypto",
            "domain/records",
            "domain/history",
        ],
        "format/vault" => &["format/crypto", "domain/history"],
        // What is merged as a whole, the schema says.
        "domain/history" => &["domain/records", "domain/ids", "domain/time"],
        "domain/records" => &["domain/ids"],
        "domain/custody" => &["domain/redaction", "domain/ids"],
        "domain/redaction" => &["domain/records", "domain/ids"],
        "domain/text" | "domain/ids" | "domain/time" | "format/crypto" | "format/progress"
        | "format/random" => &[],
        _ => return None,
    };
    Some(few.to_vec())
}

/// What comes in from outside and is handed down through every module that does work: how long work
/// reports, where randomness comes from, and what signs in typed text do. The pure modules take none of them.
const SHARED: &[&str] = &[
    "format/progress",
    "format/random",
    "domain/text",
    "domain/ids",
    "domain/time",
    "domain/custody",
];
/// How the names of our crates begin.
const OURS: &str = "fieldnotes_";
/// Crates that no host sees.
const BELOW: &[&str] = &["fieldnotes_domain", "fieldnotes_format", "fieldnotes_store"];
const PURE: &[&str] = &["domain/records", "domain/history"];

/// Every breach in one source, as lines to print.
pub fn check(source: &Source) -> Result<Vec<String>, String> {
    let code = if source.is_rust() {
        source.code()?
    } else {
        Code {
            names: vec![],
            calls: vec![],
            macros: vec![],
            declared: vec![],
        }
    };
    let mut breaches = Vec::new();
    for rule in RULES.iter().filter(|rule| (rule.holds_in)(source)) {
        for (line, what) in (rule.find)(source, &code) {
            breaches.push(format!(
                "{}:{line}: {what}\n    [{}] {}",
                source.path, rule.name, rule.reason
            ));
        }
    }
    Ok(breaches)
}

/// The names of all rules.
pub fn names() -> Vec<&'static str> {
    RULES.iter().map(|rule| rule.name).collect()
}

fn in_core(source: &Source) -> bool {
    source.is_rust() && source.path.starts_with("crates/")
}

fn in_hosts(source: &Source) -> bool {
    source.is_rust()
        && ["cli/", "src-tauri/", "platform/"]
            .iter()
            .any(|host| source.path.starts_with(host))
        && !source.is_test()
}

fn calls_upward(source: &Source, code: &Code) -> Vec<(usize, String)> {
    let Some(layer) = source.layer() else {
        return Vec::new(); // lib.rs names every module
    };
    let own = layer.split('/').next().unwrap_or_default().to_owned();
    let mut allowed = may_call(&layer).unwrap_or_default();
    if !PURE.contains(&layer.as_str()) {
        allowed.extend(SHARED);
    }
    named(code, |path| {
        let of_crate = match path[0].as_str() {
            "crate" => own.as_str(),
            other => match other.strip_prefix(OURS) {
                Some(ours) => ours,
                None => return false,
            },
        };
        // `use crate as core` and `crate::*` would hide what is called.
        let Some(module) = path.get(1).filter(|module| *module != "self") else {
            return true;
        };
        let called = format!("{of_crate}/{module}");
        let is_allowed = called == layer || allowed.contains(&called.as_str());
        may_call(&called).is_some() && !is_allowed
    })
}

fn host_reaches_under_the_core(_: &Source, code: &Code) -> Vec<(usize, String)> {
    named(code, |path| {
        let is_for_tests = path.get(1).is_some_and(|module| module == "fuzzing");
        BELOW.contains(&path[0].as_str()) || path[0] == "fieldnotes_core" && is_for_tests
    })
}

fn is_socket(path: &[String]) -> bool {
    const TYPES: &[&str] = &[
        "TcpStream",
        "TcpListener",
        "UdpSocket",
        "UnixStream",
        "UnixListener",
        "UnixDatagram",
        "SocketAddr",
        "ToSocketAddrs",
    ];
    const MODULES: &[(&str, &str)] = &[
        ("std", "net"),
        ("tokio", "net"),
        ("rustix", "net"),
        ("libc", "socket"),
    ];
    const CRATES: &[&str] = &[
        "socket2",
        "mio",
        "reqwest",
        "hyper",
        "ureq",
        "curl",
        "tungstenite",
        "quinn",
    ];
    let begins =
        |first: &str, second: &str| path[0] == first && path.get(1).is_some_and(|p| p == second);
    CRATES.contains(&path[0].as_str())
        || MODULES.iter().any(|(first, second)| begins(first, second))
        || path.iter().any(|part| TYPES.contains(&part.as_str()))
}

fn is_shared_temp(path: &[String]) -> bool {
    let ends = |last: &str| path.last().is_some_and(|part| part == last);
    ends("temp_dir")
        || (path[0] == "tempfile" && (ends("tempdir") || ends("tempfile")))
        || path
            .windows(2)
            .any(|pair| pair[1] == "new" && (pair[0] == "NamedTempFile" || pair[0] == "TempDir"))
}

fn tauri_outside_platform(source: &Source, _: &Code) -> Vec<(usize, String)> {
    if source.path.starts_with("ui/src/platform/") {
        return Vec::new();
    }
    let lines = source.text.lines().enumerate();
    lines
        .filter(|(_, line)| line.contains("@tauri-apps"))
        .map(|(at, line)| (at + 1, line.trim().to_owned()))
        .collect()
}

fn is_empty_name(name: &str) -> bool {
    let small = name.to_lowercase();
    ["manager", "helper", "util"]
        .iter()
        .any(|word| small.contains(word))
}

/// Paths that `wanted` picks.
fn named(code: &Code, wanted: impl Fn(&[String]) -> bool) -> Vec<(usize, String)> {
    code.names
        .iter()
        .filter(|name| wanted(&name.segments))
        .map(|name| (name.line, name.segments.join("::")))
        .collect()
}

fn called(all: &[(String, usize)], wanted: &[&str]) -> Vec<(usize, String)> {
    called_if(all, |name| wanted.contains(&name))
}

fn called_if(all: &[(String, usize)], wanted: impl Fn(&str) -> bool) -> Vec<(usize, String)> {
    all.iter()
        .filter(|(name, _)| wanted(name))
        .map(|(name, line)| (*line, name.clone()))
        .collect()
}
