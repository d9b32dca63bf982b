//! What the process gives up before it knows a secret.

/// Turns off what could write memory or files where others read them. Where the system refuses, the
/// program goes on: a sandbox that forbids these calls is no reason to lose a testimony.
pub fn harden() {
    #[cfg(unix)]
    {
        use rustix::fs::Mode;
        use rustix::process::{Resource, Rlimit, setrlimit, umask};

        // A core dump would hold every open record.
        let none = Rlimit {
            current: Some(0),
            maximum: Some(0),
        };
        let _ = setrlimit(Resource::Core, none);
        // What is written belongs to this user alone, also where the core forgot to say so.
        umask(Mode::RWXG | Mode::RWXO);
    }
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{DumpableBehavior, set_dumpable_behavior};
        // Other processes of the same user may not read this one's memory.
        let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    }
}
