//! Unlocking in two steps: the list is there at once, the rest a little later.

use std::path::Path;
use std::time::Duration;

use secrecy::SecretString;

use crate::environment::Environment;
use crate::error::Outcome;
use crate::search::list::{self, ListRecords, RecordPage};
use crate::session::Session;
use crate::vault::open;

pub use crate::vault::open::Opening;

/// Opens a vault so far that it can be listed. One key derivation; what that costs is what this costs.
pub fn begin(
    folder: &Path,
    passphrase: &SecretString,
    environment: &Environment,
) -> Outcome<Opening> {
    Ok(open::begin(folder, passphrase, environment)?)
}

/// A page of the list as it was when the index was last brought to where the records are. `pending` says whether that
/// was all.
pub fn page(opening: &mut Opening, list: &ListRecords<'_>) -> Outcome<RecordPage> {
    let found = opening.page(&list::ask(list)?)?;
    Ok(list::page_of(&found))
}

/// Reads on for about so long, and says whether all is read.
pub fn go_on(opening: &mut Opening, budget: Duration) -> Outcome<bool> {
    Ok(opening.go_on(budget)?)
}

/// Reads and checks the rest, and unlocks. A vault that is damaged is refused, and the failure names what.
pub fn finish(opening: Opening) -> Outcome<Session> {
    Ok(opening.finish()?)
}
