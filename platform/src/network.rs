//! The network is refused by the kernel, not by habit.

/// Whether this process and its children can open a socket that leads to a network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Network {
    /// The kernel refuses it, for good.
    Refused,
    /// This system has no such filter, or forbids it. That nothing asks for one is all that holds.
    NotRefused,
}

/// Has the kernel refuse every socket that is not a local one, in all threads of this process and in all that it starts, for
/// as long as they live. It cannot be taken back. Where the system has no such filter the program goes on: that is no reason
/// to lose a testimony.
///
/// What still runs: local sockets (screen, session bus, input method, print service) and the kernel's own news (netlink). What
/// fails: all other families, the internet's among them, and `io_uring`, which makes sockets by another way.
pub fn refuse() -> Network {
    #[cfg(target_os = "linux")]
    {
        linux::install().map_or(Network::NotRefused, |()| Network::Refused)
    }
    #[cfg(not(target_os = "linux"))]
    {
        Network::NotRefused
    }
}

#[cfg(target_os = "linux")]
mod linux {
    use std::collections::BTreeMap;

    use seccompiler::{
        BpfProgram, Error, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition,
        SeccompFilter, SeccompRule, TargetArch, apply_filter_all_threads,
    };

    /// The families of sockets that lead nowhere out of this machine and that the window needs.
    const LOCAL: [i32; 2] = [libc::AF_UNIX, libc::AF_NETLINK];
    /// x86-64 has every call a second time, for pointers of 32 bits.
    const SHORT_POINTERS: i64 = if cfg!(target_arch = "x86_64") {
        0x4000_0000
    } else {
        0
    };

    pub fn install() -> Result<(), Error> {
        for filter in [sockets()?, ring()?] {
            apply_filter_all_threads(&filter)?;
        }
        Ok(())
    }

    /// `socket` with another family says what a kernel says that does not know the family.
    fn sockets() -> Result<BpfProgram, Error> {
        let others = LOCAL
            .iter()
            .map(|family| {
                let family = u64::from(family.unsigned_abs());
                SeccompCondition::new(0, SeccompCmpArgLen::Dword, SeccompCmpOp::Ne, family)
            })
            .collect::<Result<Vec<_>, _>>()?;
        let rule = SeccompRule::new(others)?;
        refusal(libc::SYS_socket, vec![rule], libc::EAFNOSUPPORT)
    }

    /// `io_uring_setup` says what a kernel says that does not know the call.
    fn ring() -> Result<BpfProgram, Error> {
        refusal(libc::SYS_io_uring_setup, Vec::new(), libc::ENOSYS)
    }

    /// Refuses a call where a rule fits, or always where there is none. Calls of another architecture end the process.
    fn refusal(call: i64, rules: Vec<SeccompRule>, errno: i32) -> Result<BpfProgram, Error> {
        let calls = BTreeMap::from([(call, rules.clone()), (call | SHORT_POINTERS, rules)]);
        let filter = SeccompFilter::new(
            calls,
            SeccompAction::Allow,
            SeccompAction::Errno(errno.unsigned_abs()),
            TargetArch::try_from(std::env::consts::ARCH)?,
        )?;
        Ok(BpfProgram::try_from(filter)?)
    }
}
