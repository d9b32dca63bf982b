//! What of the command line says what goes to a reviewer, and how it reads.

use std::path::PathBuf;

use clap::Args;
use fieldnotes_core::Session;
use fieldnotes_core::review::{
    self, AgeRule, DateRule, NameRule, PlaceRule, PlainRule, Profile, ReviewOrder,
};
use serde::de::DeserializeOwned;

use super::review::Purpose;
use crate::context::Context;
use crate::failure::Failure;

#[derive(Args)]
pub struct OrderArgs {
    #[arg(id = "review_record", long = "record", value_name = "ID", required = true, num_args = 1..)]
    record: Vec<String>,
    /// What the reviewer will do with them; consent is asked for this use.
    #[arg(
        long,
        value_name = "USE",
        default_value = "legal",
        hide_possible_values = true,
        hide_default_value = true
    )]
    purpose: Purpose,
    /// For whom it is. Pseudonyms are drawn once for each audience.
    #[arg(id = "review_audience", long = "audience", value_name = "NAME")]
    audience: String,
    /// Names of persons: pseudonym, remove or keep.
    #[arg(id = "rule_names", long = "names", value_name = "RULE", value_parser = rule::<NameRule>)]
    names: Option<NameRule>,
    /// Codes, numbers of documents, ranks and units: remove or keep.
    #[arg(id = "rule_identifiers", long = "identifiers", value_name = "RULE", value_parser = rule::<PlainRule>)]
    identifiers: Option<PlainRule>,
    /// Ways to reach somebody: remove or keep.
    #[arg(id = "rule_contacts", long = "contacts", value_name = "RULE", value_parser = rule::<PlainRule>)]
    contacts: Option<PlainRule>,
    /// Places: coarsen, remove or keep.
    #[arg(id = "rule_places", long = "places", value_name = "RULE", value_parser = rule::<PlaceRule>)]
    places: Option<PlaceRule>,
    /// Days: year, season, month, remove or keep.
    #[arg(id = "rule_dates", long = "dates", value_name = "RULE", value_parser = rule::<DateRule>)]
    dates: Option<DateRule>,
    /// Ages: group, remove or keep.
    #[arg(id = "rule_ages", long = "ages", value_name = "RULE", value_parser = rule::<AgeRule>)]
    ages: Option<AgeRule>,
    /// Free text: remove or keep.
    #[arg(id = "rule_prose", long = "prose", value_name = "RULE", value_parser = rule::<PlainRule>)]
    prose: Option<PlainRule>,
    /// Members that this version does not know: remove or keep.
    #[arg(id = "rule_others", long = "others", value_name = "RULE", value_parser = rule::<PlainRule>)]
    others: Option<PlainRule>,
    /// Why persons who did not allow it themselves are named.
    #[arg(id = "rule_reason", long = "reason", value_name = "TEXT")]
    reason: Option<String>,
    /// Conditions that are read and kept to, by the keys that `review plan` shows.
    #[arg(id = "conditions", long = "accept", value_name = "KEY", num_args = 1..)]
    accept: Vec<String>,
    /// A JSON file with what was decided about places of texts, or `-`.
    #[arg(long, value_name = "FILE")]
    decisions: Option<PathBuf>,
}

/// A rule by its word.
fn rule<T: DeserializeOwned>(word: &str) -> Result<T, String> {
    serde_json::from_value(word.into()).map_err(|_| word.to_owned())
}

impl OrderArgs {
    /// The order. What no option says is as it was for this audience the last time.
    pub fn order(&self, session: &Session, context: &mut Context) -> Result<ReviewOrder, Failure> {
        let mut known = review::audiences(session)?.into_iter();
        let known = known.find(|one| review::is_same_audience(&one.name, &self.audience));
        let before = known.map(|one| one.profile).unwrap_or_default();
        let mut order = ReviewOrder::new(&self.record, self.purpose.as_str(), &self.audience);
        order.profile = Profile {
            names: self.names.unwrap_or(before.names),
            identifiers: self.identifiers.unwrap_or(before.identifiers),
            contacts: self.contacts.unwrap_or(before.contacts),
            places: self.places.unwrap_or(before.places),
            dates: self.dates.unwrap_or(before.dates),
            ages: self.ages.unwrap_or(before.ages),
            prose: self.prose.unwrap_or(before.prose),
            others: self.others.unwrap_or(before.others),
            // A reason is given anew each time.
            reason: self.reason.clone().unwrap_or_default(),
        };
        order.conditions.clone_from(&self.accept);
        if let Some(file) = &self.decisions {
            let text = context.inputs.long_text(file)?;
            order.decisions = review::read_decisions(&text)?;
        }
        Ok(order)
    }
}
