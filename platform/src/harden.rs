//! What the process gives up before it knows a secret.

/// Turns off what could write memory or files where others read them. Where the system refuses, the
/// program goes on: a sandbox that forbids these calls is no reason to lose a testimony.
pub fn harden() {
    #[cfg(unix)]
    {
        use rustix::fs::Mode;
        use rustix::process::{Resource, Rlimit, setrlimit, umask};

        // A core dump would hold every open record. Not 0: a dump that is piped to a program, as most distributions set it up,
        // is made whatever the limit, except where it is 1 (Linux, fs/coredump.c); a dump into a file is larger than 1 byte
        // always. What this process starts inherits the limit, and cannot raise it.
        let smallest = if cfg!(target_os = "linux") { 1 } else { 0 };
        let none = Rlimit {
            current: Some(smallest),
            maximum: Some(smallest),
        };
        let _ = setrlimit(Resource::Core, none);
        // What is written belongs to this user alone, also where the core forgot to say so.
        umask(Mode::RWXG | Mode::RWXO);
    }
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{DumpableBehavior, set_dumpable_behavior};
        // Other processes of the same user may not read this one's memory. What it starts does not inherit that.
        let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    }
}
