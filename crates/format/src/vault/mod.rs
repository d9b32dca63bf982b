//! What lies on the disk, and the keys that open it: docs/FORMAT.md sections 2 to 6.

pub mod begun;
mod calibrate;
pub mod device;
#[cfg(unix)]
mod dir;
#[cfg(windows)]
mod dir_windows;
pub mod early_sync;
mod error;
pub mod fault;
mod file_name;
pub mod folder;
pub mod found;
pub mod header;
pub mod index_file;
pub mod keyring;
pub mod lock_file;
pub mod log;
pub mod new_folder;
pub mod packing;
pub mod page_seal;
pub mod recovery_words;
pub mod sealed_file;
pub mod sealed_row;
pub mod slot;

pub use error::VaultError;
pub use recovery_words::{WordList, WordsFault};
