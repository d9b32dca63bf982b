//! The commands, one file for each group: its arguments, and how each calls the core.

mod attachment;
mod bundle;
mod colleague;
mod conflict;
mod conflict_text;
mod custody;
mod demo;
mod export;
mod folder;
mod identity;
mod record;
mod review;
mod review_order;
mod schema;
mod search;
mod trust;
mod vault;
mod vault_keys;

use clap::Subcommand;
use fieldnotes_core::Code;
use serde_json::Value;

use crate::context::Context;
use crate::failure::Failure;
use crate::output::Outcome;

/// The groups.
#[derive(Subcommand)]
pub enum Command {
    /// Create, check and manage a vault.
    #[command(subcommand)]
    Vault(vault::VaultCommand),
    /// Create, read and edit records.
    #[command(subcommand)]
    Record(record::RecordCommand),
    /// Add, list and save attachments.
    #[command(subcommand)]
    Attachment(attachment::AttachmentCommand),
    /// Search all records.
    Search(search::SearchArguments),
    /// Show and export the identity of this vault.
    #[command(subcommand)]
    Identity(identity::IdentityCommand),
    /// Manage the colleagues you exchange bundles with.
    #[command(subcommand)]
    Colleague(colleague::ColleagueCommand),
    /// Send and receive records as encrypted files.
    #[command(subcommand)]
    Bundle(bundle::BundleCommand),
    /// One folder that anything may carry.
    #[command(subcommand)]
    Folder(folder::FolderCommand),
    /// Records that two people changed.
    #[command(subcommand)]
    Conflict(conflict::ConflictCommand),
    /// Create and read encrypted files for readers without a vault.
    #[command(subcommand)]
    Review(review::ReviewCommand),
    /// What left this vault, when and to whom.
    #[command(subcommand)]
    Custody(custody::CustodyCommand),
    /// What records consist of, as JSON Schema.
    Schema(schema::SchemaArguments),
    /// Show the whole job on two throw-away vaults.
    Demo,
}

impl Command {
    /// Whether what it prints is all that it does: where that leads nowhere, it need not begin. What others did is in the
    /// vault or in a file, and can be looked at there.
    pub fn only_prints(&self) -> bool {
        use attachment::AttachmentCommand as Attachment;
        use bundle::BundleCommand as Bundle;
        use colleague::ColleagueCommand as Colleague;
        use conflict::ConflictCommand as Conflict;
        use folder::FolderCommand as Folder;
        use identity::IdentityCommand as Identity;
        use record::RecordCommand as Record;
        use review::ReviewCommand as Review;
        use vault::VaultCommand as Vault;
        match self {
            Self::Search(_) | Self::Schema(_) | Self::Demo => true,
            Self::Vault(command) => {
                matches!(command, Vault::Status | Vault::Verify | Vault::Digest)
            }
            Self::Record(command) => matches!(
                command,
                Record::Show { .. }
                    | Record::List { .. }
                    | Record::History { .. }
                    | Record::Template { .. }
            ),
            Self::Attachment(command) => matches!(command, Attachment::List { .. }),
            Self::Identity(command) => matches!(command, Identity::Show { qr_file: None, .. }),
            Self::Colleague(command) => {
                matches!(command, Colleague::List | Colleague::Show { .. })
            }
            Self::Bundle(command) => {
                matches!(command, Bundle::Preview { .. } | Bundle::Imports { .. })
            }
            Self::Folder(command) => matches!(command, Folder::Show | Folder::Look),
            Self::Conflict(command) => matches!(command, Conflict::List | Conflict::Show { .. }),
            Self::Review(command) => {
                // Names that a plan draws are drawn again, where nobody reads it.
                !matches!(command, Review::Export { .. } | Review::Save { .. })
            }
            Self::Custody(_) => true,
        }
    }
}

/// Does what the arguments ask for.
pub fn run(command: Command, context: &mut Context) -> Result<Outcome, Failure> {
    match command {
        Command::Vault(command) => vault::run(command, context),
        Command::Record(command) => record::run(command, context),
        Command::Attachment(command) => attachment::run(command, context),
        Command::Search(arguments) => search::run(&arguments, context),
        Command::Identity(command) => identity::run(command, context),
        Command::Colleague(command) => colleague::run(command, context),
        Command::Bundle(command) => bundle::run(command, context),
        Command::Folder(command) => folder::run(command, context),
        Command::Conflict(command) => conflict::run(command, context),
        Command::Review(command) => review::run(command, context),
        Command::Custody(command) => custody::run(&command, context),
        Command::Schema(arguments) => schema::run(&arguments),
        Command::Demo => demo::run(context),
    }
}

/// What the core answered, for programs.
fn json(view: &impl serde::Serialize) -> Result<Value, Failure> {
    serde_json::to_value(view).map_err(|_| Code::Internal.into())
}
