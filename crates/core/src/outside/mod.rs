//! Files outside the vault: one way to open what comes in, one way to write what goes out.

pub mod infile;
pub(crate) mod outfile;
