//! All kinds of deeds, and how often each happened and came through.

use std::fmt;

use super::mallory::{Mallory, Offer, World};
use super::{bodies, carrier, entries, files, manifest, people, sets};
use crate::team::Team;

/// How a deed is done.
pub enum Kind {
    /// A file is put before a vault.
    Sends(fn(&mut Mallory, &World) -> Offer),
    /// A hand on a vault's folder while it is locked. Returns whether it opened all the same.
    Touches(fn(&mut Team, usize, &mut Mallory) -> bool),
}

/// The kind for which the victim has to have sent something.
pub const RELAYED: &str = "entries: others', sent on";

use Kind::{Sends, Touches};

pub const KINDS: &[(&str, Kind)] = &[
    ("manifest: member missing", Sends(manifest::missing)),
    ("manifest: member twice", Sends(manifest::twice)),
    ("manifest: member too long", Sends(manifest::too_long)),
    ("manifest: negative number", Sends(manifest::negative)),
    ("manifest: member unknown", Sends(manifest::unknown)),
    ("manifest: another type", Sends(manifest::wrong_type)),
    ("manifest: something changed", Sends(manifest::changed)),
    ("manifest: too large", Sends(manifest::too_large)),
    ("manifest: another format", Sends(manifest::later_format)),
    ("manifest: no JSON", Sends(manifest::no_json)),
    ("manifest: false signature", Sends(manifest::signature)),
    ("sets: at the limit", Sends(sets::at_limit)),
    ("sets: over a limit", Sends(sets::over_limit)),
    ("sets: malformed", Sends(sets::malformed)),
    ("sets: very many logs", Sends(sets::logs)),
    ("sets: holds more than there is", Sends(sets::holds_more)),
    ("sets: holds another end", Sends(sets::holds_other)),
    ("sets: holds nothing known", Sends(sets::holds_nothing)),
    ("sets: received what never went", Sends(sets::received)),
    ("sets: received by many", Sends(sets::received_by_many)),
    ("numbers: back, again, far ahead", Sends(sets::number)),
    ("marks: on others' records", Sends(sets::marks)),
    ("marks: again", Sends(sets::marks_again)),
    ("marks: one twice", Sends(sets::mark_twice)),
    ("marks: on nothing", Sends(sets::marks_of_nothing)),
    ("marks: very many", Sends(sets::very_many_marks)),
    ("entries: ordinary", Sends(entries::ordinary)),
    (
        "entries: a fork that is announced",
        Sends(entries::fork_announced),
    ),
    (
        "entries: a fork that is not",
        Sends(entries::fork_unannounced),
    ),
    (
        "entries: no fork and announced",
        Sends(entries::fork_of_nothing),
    ),
    ("entries: log written back", Sends(entries::fork_of_before)),
    ("entries: gap", Sends(entries::gap)),
    ("entries: last number", Sends(entries::last_number)),
    ("entries: no place", Sends(entries::no_place)),
    ("entries: broken chain", Sends(entries::broken_chain)),
    ("entries: others' log", Sends(entries::others_log)),
    ("entries: no key", Sends(entries::no_key)),
    ("entries: false signature", Sends(entries::unsigned)),
    ("entries: others' record", Sends(entries::child_of_others)),
    ("entries: up to 64 parents", Sends(entries::parents)),
    ("entries: wrong parents", Sends(entries::wrong_parents)),
    ("entries: very many states", Sends(entries::very_many)),
    ("entries: clocks", Sends(entries::clock)),
    ("entries: unknown schema", Sends(entries::unknown_schema)),
    ("entries: another kind", Sends(entries::other_kind)),
    ("entries: wrong schema", Sends(entries::wrong_schema)),
    ("entries: wrong form", Sends(entries::wrong_form)),
    ("entries: one twice", Sends(entries::twice)),
    ("entries: record id", Sends(entries::record_id)),
    ("entries: counts that lie", Sends(entries::counts)),
    (RELAYED, Sends(entries::relayed)),
    ("bodies: malformed", Sends(bodies::malformed)),
    ("bodies: salt", Sends(bodies::salt)),
    ("bodies: no UTF-8", Sends(bodies::no_text)),
    ("bodies: 100 levels", Sends(bodies::deep)),
    ("bodies: deeper", Sends(bodies::too_deep)),
    ("bodies: name twice", Sends(bodies::name_twice)),
    ("bodies: large", Sends(bodies::large)),
    ("bodies: too large", Sends(bodies::too_large)),
    ("bodies: wide", Sends(bodies::wide)),
    ("bodies: signs that act", Sends(bodies::signs)),
    ("bodies: names that look alike", Sends(bodies::look_alikes)),
    ("bodies: consent of all sorts", Sends(bodies::consent)),
    ("bodies: confidentiality", Sends(bodies::confidentiality)),
    ("bodies: other types", Sends(bodies::other_types)),
    ("bodies: knots", Sends(bodies::knots)),
    ("bodies: in the trash", Sends(bodies::trashed)),
    ("bodies: withheld", Sends(bodies::withheld)),
    ("bodies: not the signed ones", Sends(bodies::others)),
    ("people: own devices", Sends(people::certificates)),
    ("people: another's device", Sends(people::others_device)),
    ("people: half a certificate", Sends(people::incomplete)),
    ("people: two identities", Sends(people::two_identities)),
    (
        "people: certificate twice",
        Sends(people::certificate_twice),
    ),
    (
        "people: strangers' devices",
        Sends(people::strangers_devices),
    ),
    (
        "people: very many devices",
        Sends(people::very_many_devices),
    ),
    ("people: another sender", Sends(people::other_sender)),
    ("people: half a sender", Sends(people::half_sender)),
    ("people: stranger", Sends(people::stranger)),
    ("people: second identity", Sends(people::friend)),
    ("people: recipients", Sends(people::recipients)),
    (
        "people: sealed for others",
        Sends(people::sealed_for_others),
    ),
    ("people: stanzas", Sends(people::stanzas)),
    ("people: to a passphrase", Sends(people::passphrase)),
    (
        "people: passphrase with notices",
        Sends(people::passphrase_with_notices),
    ),
    ("people: wrong passphrase", Sends(people::wrong_passphrase)),
    ("files: attachment", Sends(files::attachment)),
    ("files: size that lies", Sends(files::record_lies)),
    ("files: not sent", Sends(files::not_sent)),
    ("files: named by nothing", Sends(files::unnamed)),
    ("files: other than listed", Sends(files::lies)),
    ("files: archive", Sends(files::archive)),
    ("carrier: as it was", Sends(carrier::honest)),
    ("carrier: cut", Sends(carrier::cut)),
    ("carrier: flipped", Sends(carrier::flipped)),
    ("carrier: more behind it", Sends(carrier::longer)),
    ("carrier: an older one again", Sends(carrier::again)),
    ("carrier: exchanged", Sends(carrier::exchanged)),
    ("carrier: stalls", Sends(carrier::stalls)),
    ("carrier: link", Sends(carrier::link)),
    ("carrier: no file", Sends(carrier::no_file)),
    ("carrier: older vault", Touches(carrier::older_vault)),
    (
        "carrier: link in the vault",
        Touches(carrier::link_in_vault),
    ),
];

/// How often each kind happened, and was let in.
#[derive(Clone)]
pub struct Tally(Vec<(u64, u64)>);

impl Default for Tally {
    fn default() -> Self {
        Self(vec![(0, 0); KINDS.len()])
    }
}

impl Tally {
    pub fn count(&mut self, kind: usize, has_come: bool) {
        self.0[kind].0 += 1;
        self.0[kind].1 += u64::from(has_come);
    }

    pub fn add(&mut self, more: &Self) {
        for (mine, more) in self.0.iter_mut().zip(&more.0) {
            mine.0 += more.0;
            mine.1 += more.1;
        }
    }

    /// Kinds that never happened.
    pub fn never(&self) -> Vec<&'static str> {
        let all = KINDS.iter().zip(&self.0);
        let never = all.filter(|(_, (done, _))| *done == 0);
        never.map(|((name, _), _)| *name).collect()
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{:34} {:>7} {:>7} {:>7}",
            "deed", "done", "let in", "refused"
        )?;
        let mut all = (0, 0);
        for ((name, _), (done, came)) in KINDS.iter().zip(&self.0) {
            writeln!(f, "{name:34} {done:7} {came:7} {:7}", done - came)?;
            all = (all.0 + done, all.1 + came);
        }
        let (done, came) = all;
        write!(f, "{:34} {done:7} {came:7} {:7}", "all", done - came)
    }
}
