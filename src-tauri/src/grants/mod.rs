//! What the page may do to which file or folder. The page holds handles; what they stand for is known here alone.
//!
//! A handle is made where a person chose: in a dialog of the system, by dropping a file, by starting the program with one. Each
//! is for one kind of deed, and for one such deed where the deed is done once. All end with a lock. A page that somebody else
//! took over can reach nothing else by them (docs/THREATS.md).

mod names;
mod purpose;
mod table;
mod token;

pub use names::{free_name, free_place, plain_name};
pub use purpose::{Attach, Bundle, Exchange, Identity, Package, Purpose, Seal, Vault, Write};
pub use table::{Grant, Granted, Grants, Once};
pub use token::Token;

#[cfg(test)]
mod tests;
