//! What a handle is for.

use std::time::Duration;

/// How long a file may be worked with after it was chosen. Who comes back later chooses it again.
const OF_A_FILE: Duration = Duration::from_secs(60 * 60);

/// A kind of deed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    Bundle,
    Package,
    Attach,
    Identity,
    Write,
    Seal,
    Vault,
    Exchange,
}

impl Deed {
    /// How long a handle for it holds at most; nothing for until the next lock: an unlock screen may stand there for days.
    pub fn holds_for(self) -> Option<Duration> {
        match self {
            Self::Vault => None,
            _ => Some(OF_A_FILE),
        }
    }
}

/// A deed as a type, so that a command that takes a handle for one cannot take one for another.
pub trait Purpose: Send + Sync + 'static {
    const DEED: Deed;

    /// Whether a handle that was given for this deed does.
    fn is_served_by(deed: Deed) -> bool {
        // What a person chose to take in may be looked at, where it turns out to be a package. Not the other way round.
        deed == Self::DEED || Self::DEED == Deed::Package && deed == Deed::Bundle
    }
}

macro_rules! purposes {
    ($($(#[$doc:meta])* $name:ident;)*) => {
        $($(#[$doc])*
        #[derive(Debug)]
        pub struct $name;

        impl Purpose for $name {
            const DEED: Deed = Deed::$name;
        })*
    };
}

purposes! {
    /// To look at this bundle and to take it in.
    Bundle;
    /// To open this review package.
    Package;
    /// To attach this file to a record: it goes wherever the record goes.
    Attach;
    /// To read a colleague's identity from this file.
    Identity;
    /// To write a new file there, in the clear. Only a person names such a place.
    Write;
    /// To write a new file there that is encrypted. The program may offer such a place by itself.
    Seal;
    /// To look at, make or open a vault in this folder.
    Vault;
    /// To have this folder as the exchange folder.
    Exchange;
}
