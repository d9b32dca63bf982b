//! `fieldnotes schema`: what records consist of, for programs that read or write them. It needs no vault.

use clap::Args;
use fieldnotes_core::record;

use super::record::pretty;
use crate::failure::Failure;
use crate::output::Outcome;

#[derive(Args)]
pub struct SchemaArguments {
    /// The kind; without it all kinds, by their names.
    #[arg(value_name = "KIND")]
    kind: Option<String>,
}

pub fn run(arguments: &SchemaArguments) -> Result<Outcome, Failure> {
    let schema = match &arguments.kind {
        Some(kind) => record::schema(kind)?,
        None => record::schemas(),
    };
    let text = pretty(&schema)?;
    Ok(Outcome::new(schema, text))
}
