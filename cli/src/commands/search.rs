//! `fieldnotes search …`

use clap::Args;

#[derive(Args)]
pub struct SearchArguments {
    #[arg(value_name = "QUERY")]
    query: String,
    #[arg(long, value_name = "KIND")]
    kind: Option<String>,
    #[arg(long, value_name = "N")]
    limit: Option<u32>,
}
