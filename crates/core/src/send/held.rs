//! What colleagues hold, as far as is known: from their bundles, and from what these acknowledge.
//! docs/FORMAT.md section 8.1.1, docs/decisions/010-increments.md.

use std::collections::BTreeSet;

use roaring::RoaringTreemap;

use crate::session::Session;
use crate::session::own::Own;
use fieldnotes_domain::history::{DeviceId, EntryHash, Graph, Numbers, Places};
use fieldnotes_domain::time::Timestamp;
use fieldnotes_format::exchange::bundle::{Held, MAX_LOGS, MAX_SET, MAX_SETS, NAMED_LOGS, Notices};
use fieldnotes_store::store::rows::colleague::{ColleagueRow, ExchangedRow, SentRow};

/// Bundles that are kept apart while nobody acknowledges them; older ones are put together.
const APART: usize = 64;

/// Numbers of a colleague's bundles that are kept apart, where they are not the run that honest ones are; and bytes of them.
const MAX_NUMBERS: u64 = 1_000;
const MAX_RECEIVED: usize = 64 << 10;

/// How much of what may go is to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Reach {
    /// What the recipients are not known to hold and was not sent to them.
    #[default]
    New,
    /// What they are not known to hold, also where it was sent.
    Again,
    /// Everything.
    All,
}

impl Session {
    /// Where a colleague lacks something of ours: a revision, or a body that is held here.
    pub(crate) fn lacking(&self, colleague: &ExchangedRow, reach: Reach) -> Places {
        let mut lacking = Places::default();
        for (device, ours) in self.records.graph().places() {
            let mut known = colleague.holds.log(device).cloned().unwrap_or_default();
            if let Some(without_body) = colleague.without_body.log(device) {
                known -= without_body
                    - self
                        .records
                        .without_body()
                        .log(device)
                        .unwrap_or(&RoaringTreemap::new());
            }
            if reach == Reach::New {
                let sent = colleague.sent.iter();
                sent.filter_map(|sent| sent.places.log(device))
                    .for_each(|places| known |= places);
            }
            self.forget_from_fork(device, &mut known);
            lacking.set_log(*device, ours - known);
        }
        lacking
    }

    /// Whether a place is held by a colleague, with its body or without, or was sent to them.
    pub(crate) fn has_or_gets(
        &self,
        colleague: &ExchangedRow,
        device: &DeviceId,
        seq: u64,
        reach: Reach,
    ) -> bool {
        let is_there = |places: &Places| places.contains(device, seq);
        let mut sent = colleague.sent.iter();
        let is_sent = reach != Reach::Again && sent.any(|sent| is_there(&sent.places));
        !self.is_from_fork(device, seq) && (is_there(&colleague.holds) || is_sent)
    }

    /// The revisions at a place of a log: more than one where it is forked.
    pub(crate) fn revisions_at(
        &self,
        device: &DeviceId,
        seq: u64,
    ) -> impl Iterator<Item = EntryHash> {
        self.records.graph().all_at(device, seq).into_iter()
    }

    /// The first place of a log from which on a number does not say which revision is meant.
    fn forked_from(&self, device: &DeviceId) -> Option<u64> {
        self.records.graph().forked_from(device)
    }

    fn is_from_fork(&self, device: &DeviceId, seq: u64) -> bool {
        self.forked_from(device).is_some_and(|from| seq >= from)
    }

    fn forget_from_fork(&self, device: &DeviceId, known: &mut RoaringTreemap) {
        if let Some(from) = self.forked_from(device) {
            known.remove_range(from..);
        }
    }

    /// What this vault holds of the logs of which each of these colleagues knows, or learns by this bundle. Of other
    /// logs nothing is said: who else works here is not theirs to know.
    pub(crate) fn acknowledgement(
        &self,
        colleagues: &[&ColleagueRow],
        in_bundle: &BTreeSet<DeviceId>,
    ) -> Held {
        let mut held = Held::default();
        let logs_of = |colleague: &&ColleagueRow| -> BTreeSet<DeviceId> {
            colleague.devices.iter().map(|own| own.device).collect()
        };
        let own_logs: Vec<BTreeSet<DeviceId>> = colleagues.iter().map(logs_of).collect();
        // As much as a bundle may say, what is in this one before all else. Of a log that is not named nothing is said.
        let mut space = MAX_SETS / 2;
        let (said, besides): (Vec<_>, Vec<_>) = self
            .records
            .graph()
            .places()
            .partition(|(device, _)| in_bundle.contains(*device));
        for (device, ours) in said.into_iter().chain(besides) {
            let is_known = |(colleague, own): (&&ColleagueRow, &BTreeSet<DeviceId>)| {
                let exchanged = &colleague.exchanged;
                let mut sent = exchanged.sent.iter();
                exchanged.holds.log(device).is_some()
                    || sent.any(|sent| sent.places.log(device).is_some())
                    || own.contains(device)
            };
            let is_reported =
                in_bundle.contains(device) || colleagues.iter().zip(&own_logs).all(is_known);
            let newest = ours
                .max()
                .and_then(|newest| self.records.graph().at(device, newest));
            if let (true, Some(newest)) = (is_reported, newest) {
                let without_body = self
                    .records
                    .without_body()
                    .log(device)
                    .map(|without_body| Numbers(without_body & ours));
                let ours = Numbers(ours.clone());
                let length = ours
                    .text_len()
                    .max(without_body.as_ref().map_or(0, Numbers::text_len));
                if length > MAX_SET || 2 * length > space || held.newest.len() == NAMED_LOGS {
                    continue;
                }
                space -= 2 * length;
                held.newest.insert(*device, newest);
                held.places.set_log(*device, ours.0);
                if let Some(Numbers(without_body)) = without_body {
                    held.without_body.set_log(*device, without_body);
                }
            }
        }
        held
    }
}

/// What a bundle of a colleague says of what they hold.
pub(crate) struct SenderReport<'a> {
    pub(crate) notices: &'a Notices,
    /// The numbers of our bundles that they have taken in.
    pub(crate) received: Option<&'a Numbers>,
    /// Where its entries stand, and those of them that came without a body.
    pub(crate) shown: &'a Places,
    pub(crate) shown_without_body: &'a Places,
    /// The bundle was taken in before.
    pub(crate) was_seen: bool,
    /// The end of a log that this vault writes or wrote; nothing for other logs.
    pub(crate) own_end: &'a dyn Fn(&DeviceId) -> Option<u64>,
    /// Which revision is held here at a place.
    pub(crate) at: &'a dyn Fn(&DeviceId, u64) -> Option<EntryHash>,
}

/// Takes in what a colleague says. Returns whether it says anything new.
pub(crate) fn apply_report(colleague: &mut ExchangedRow, report: &SenderReport<'_>) -> bool {
    let before = colleague.clone();
    take_word(colleague, report);
    bound(colleague);
    *colleague != before
}

fn take_word(colleague: &mut ExchangedRow, report: &SenderReport<'_>) {
    // Who brings nothing but an acknowledgement gets none, or two vaults would thank each other for ever.
    colleague.owes |= !report.was_seen && !report.shown.is_empty();
    let number = report.notices.number;
    if number == 0 {
        // Of an older program, or to a passphrase. It cannot be distinguished from one that was overtaken since.
        if colleague.number == 0 {
            note_shown(colleague, report);
            settle(colleague, None);
        }
        return;
    }
    let is_new = colleague.received.0.insert(number);
    if !is_new && !report.was_seen {
        // Two bundles of one number: theirs is a vault that was put back. When in doubt, it goes.
        let said = said(report, &colleague.holds);
        colleague.holds.keep_common(&said.places);
        colleague.sent.clear();
    } else if number > colleague.number {
        colleague.number = number;
        if report.notices.holds.is_some() {
            let said = said(report, &colleague.holds);
            (colleague.holds, colleague.without_body) = (said.places, said.without_body);
        }
        note_shown(colleague, report);
        settle(colleague, report.received);
    }
}

/// Keeps what is known of a colleague as small as what one bundle of theirs may say, however many come. Where it would grow
/// beyond, less is known: in doubt it goes once more.
fn bound(colleague: &mut ExchangedRow) {
    let known = [&colleague.holds, &colleague.without_body];
    let is_beyond = |one: &&Places| one.log_count() > MAX_LOGS || one.text_len() > MAX_SETS;
    if known.iter().any(is_beyond) {
        // Both: without the second the first would say too much.
        (colleague.holds, colleague.without_body) = (Places::default(), Places::default());
    }
    let Numbers(received) = &mut colleague.received;
    while received.len() > MAX_NUMBERS && Numbers(received.clone()).text_len() > MAX_RECEIVED {
        // The oldest are forgotten; they are reported as not received, and are sent again.
        let Some(beyond) = received.select(received.len() - MAX_NUMBERS) else {
            break;
        };
        received.remove_range(..beyond);
    }
}

/// What they say they hold, but for logs of which they hold another entry than we do.
/// Of our own log beyond its end here they may hold others than we wrote since: of that log only what was known before, or
/// came with the bundle, is theirs.
fn said(report: &SenderReport<'_>, before: &Places) -> Held {
    let mut held = report.notices.holds.clone().unwrap_or_default();
    let logs: Vec<_> = held
        .places
        .logs()
        .map(|(device, places)| (*device, places.max().unwrap_or_default()))
        .collect();
    for (device, newest) in logs {
        let theirs = held.newest.get(&device);
        let ours = (report.at)(&device, newest);
        if theirs.is_none() || ours.is_some_and(|ours| theirs != Some(&ours)) {
            held.places.remove_log(&device);
        } else if (report.own_end)(&device).is_some_and(|end| newest > end) {
            let places = held.places.log(&device).cloned().unwrap_or_default();
            let none = RoaringTreemap::new();
            let known = before.log(&device).unwrap_or(&none);
            let known = known | report.shown.log(&device).unwrap_or(&none);
            held.places.set_log(device, places & known);
        }
    }
    held.without_body.keep_common(&held.places);
    held
}

/// The highest number of a log that is held; 0 where nothing is.
pub(crate) fn end_of(graph: &Graph, device: &DeviceId) -> u64 {
    let log = graph.log(device);
    log.and_then(RoaringTreemap::max).unwrap_or_default()
}

/// What shows that this vault was put back: somebody holds more of its log than it does.
pub(crate) struct Evidence<'a> {
    pub(crate) own: &'a Own,
    /// The highest number held of a log.
    pub(crate) end: &'a dyn Fn(&DeviceId) -> u64,
    /// Whether an entry is held, or came.
    pub(crate) holds: &'a dyn Fn(&EntryHash) -> bool,
}

impl Evidence<'_> {
    /// Whether a bundle says so of the log that is written now.
    pub(crate) fn is_in(
        &self,
        notices: &Notices,
        received: Option<&Numbers>,
        writing: &DeviceId,
    ) -> bool {
        let is_beyond = |held: &Held, device: &DeviceId| {
            let sets = [&held.places, &held.without_body];
            let mut highest = sets.into_iter().filter_map(|set| set.log(device)?.max());
            let newest = held.newest.get(device);
            highest.any(|highest| highest > (self.end)(device))
                || newest.is_some_and(|newest| !(self.holds)(newest))
        };
        let held = notices.holds.as_ref();
        if held.is_some_and(|held| is_beyond(held, writing)) {
            return true;
        }
        // A number alone says the same, unless a copy of this vault or a log that was left already accounts for it.
        let explains = |device: &DeviceId| held.is_some_and(|held| is_beyond(held, device));
        let latest = received.and_then(|received| received.0.max());
        latest.is_some_and(|latest| latest > self.own.number() && latest <= MAX_NUMBER)
            && self.own.others().is_empty()
            && !self.own.written().any(|device| explains(&device))
    }
}

/// Of our own logs nobody is believed to hold what is not here.
pub(crate) fn keep_to_own(colleague: &mut ColleagueRow, own: &Own, graphs: [&Graph; 2]) {
    let exchanged = &mut colleague.exchanged;
    let mut sets = vec![&mut exchanged.holds, &mut exchanged.without_body];
    sets.extend(exchanged.sent.iter_mut().map(|sent| &mut sent.places));
    for places in sets {
        for device in own.written() {
            let Some(said) = places.log(&device).cloned() else {
                continue;
            };
            let ours = graphs.map(|graph| graph.log(&device));
            let ours = ours.into_iter().flatten();
            let all = ours.fold(RoaringTreemap::new(), |all, log| all | log);
            places.set_log(device, said & all);
        }
    }
    exchanged.sent.retain(|sent| !sent.places.is_empty());
}

fn note_shown(colleague: &mut ExchangedRow, report: &SenderReport<'_>) {
    let mut new_without_body = report.shown_without_body.clone();
    new_without_body.remove_all(&colleague.holds);
    colleague.without_body.add_all(&new_without_body);
    let mut whole = report.shown.clone();
    whole.remove_all(report.shown_without_body);
    colleague.without_body.remove_all(&whole);
    colleague.holds.add_all(report.shown);
}

/// What they hold is acknowledged. What they do not, although they have that bundle or a later one, is not on its way.
fn settle(colleague: &mut ExchangedRow, received: Option<&Numbers>) {
    let mut arrived = colleague.holds.clone();
    arrived.remove_all(&colleague.without_body);
    let latest = received.and_then(|received| received.0.max());
    colleague.sent.retain_mut(|sent| {
        sent.places.remove_all(&arrived);
        !sent.places.is_empty() && latest.is_none_or(|latest| latest < sent.number)
    });
}

/// Notes a bundle that is on its way to a colleague.
pub(crate) fn note_sent(
    colleague: &mut ExchangedRow,
    number: u64,
    time: Timestamp,
    places: Places,
) {
    colleague.owes = false;
    if places.is_empty() {
        return;
    }
    colleague.sent.push(SentRow {
        number,
        time,
        places,
    });
    if colleague.sent.len() > APART {
        let oldest = colleague.sent.remove(0);
        if let Some(next) = colleague.sent.first_mut() {
            // Under the later number: it is lost later than it might be, and never sooner.
            next.places.add_all(&oldest.places);
            next.time = oldest.time;
        }
    }
}

/// The highest number of ours that colleagues may name. Beyond it somebody makes numbers run out.
const MAX_NUMBER: u64 = 1 << 48;

/// The number to go on from, where a colleague has taken in later bundles of ours than we remember.
pub(crate) fn number_after(own: u64, received: Option<&Numbers>) -> u64 {
    let latest = received.and_then(|received| received.0.max());
    latest
        .filter(|latest| *latest <= MAX_NUMBER)
        .map_or(own, |latest| latest.max(own))
}
