//! What lies on the disk, and the keys that open it: docs/FORMAT.md sections 2 to 6.

pub(crate) mod begun;
mod calibrate;
pub(crate) mod device;
#[cfg(unix)]
mod dir;
#[cfg(windows)]
mod dir_windows;
pub(crate) mod early_sync;
mod error;
pub(crate) mod fault;
mod file_name;
pub(crate) mod folder;
pub(crate) mod found;
pub(crate) mod header;
pub(crate) mod index_file;
pub(crate) mod keyring;
pub(crate) mod lock_file;
pub(crate) mod log;
pub(crate) mod new_folder;
pub(crate) mod page_seal;
pub(crate) mod recovery_words;
pub(crate) mod sealed_file;
pub(crate) mod sealed_row;
pub(crate) mod slot;

pub use error::VaultError;
pub use recovery_words::{WordList, WordsFault};
