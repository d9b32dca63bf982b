//! What colleagues say of themselves and of us in the bundles of one import, and what is believed of it.
//! docs/FORMAT.md section 8.1.1.

use crate::colleague::lessons::Lessons;
use crate::colleague::relations::identity_of;
use crate::receive::intake::Here;
use crate::receive::sink::Taken;
use crate::send::held::{Evidence, SenderReport, apply_report, end_of, keep_to_own, number_after};
use crate::session::error::SessionError;
use crate::session::peers::ChangedColleagues;
use fieldnotes_domain::history::{DeviceId, EntryHash};
use fieldnotes_format::exchange::identity::Fingerprint;
use fieldnotes_store::store::Transaction;
use fieldnotes_store::store::rows::colleague::ColleagueRow;

/// How often a new log is begun on the word of one colleague alone. Whoever puts backups back comes nowhere near: the
/// count is put back with them.
const MOST_HEEDED: u64 = 16;

/// What the reports of all senders come to.
pub(crate) struct SenderReports {
    /// The number of our last bundle.
    pub(crate) number: u64,
    /// Somebody's word shows that this vault was put back, and it is heeded.
    pub(crate) is_reset_reported: bool,
    /// Colleagues of whom something else is known now.
    pub(crate) colleagues: ChangedColleagues,
}

/// What the bundles of one colleague say.
#[derive(Default)]
struct ReportOutcome {
    has_news: bool,
    /// Of our own log there is more than we hold.
    is_evidence: bool,
}

impl Here<'_> {
    /// Applies the reports of each colleague, and writes what is known of them since.
    pub(crate) fn apply_reports(
        &self,
        transaction: &mut Transaction<'_>,
        taken: &mut Taken,
        lessons: &Lessons,
    ) -> Result<SenderReports, SessionError> {
        let writing = self.own.device().id();
        let own = self.own.identity().public().fingerprint();
        let mut all = SenderReports {
            number: self.own.number(),
            is_reset_reported: false,
            colleagues: ChangedColleagues::default(),
        };
        all.colleagues = self.peers.stage(transaction, |at, colleague| {
            let mut changed = colleague.clone();
            lessons.put_into(at, &mut changed);
            let learnt = changed != *colleague;
            let report = self.apply_reports_of(taken, &mut changed, &own, &mut all.number)?;
            // An entry proves it; then nobody's word is needed.
            if report.is_evidence && !taken.own_ahead.contains(&writing) {
                let is_heeded = all.is_reset_reported || changed.exchanged.heeded < MOST_HEEDED;
                if !is_heeded {
                    taken.unheeded.insert(changed.name.clone());
                } else if !all.is_reset_reported {
                    all.is_reset_reported = true;
                    changed.exchanged.heeded += 1;
                }
            }
            let graphs = [self.records.graph(), &taken.arrived.graph];
            keep_to_own(&mut changed, self.own, graphs);
            let is_news = changed != *colleague || learnt || report.has_news;
            is_news.then_some(changed)
        })?;
        Ok(all)
    }

    /// Nothing where the identity of the colleague cannot be read.
    fn apply_reports_of(
        &self,
        taken: &Taken,
        colleague: &mut ColleagueRow,
        own: &Fingerprint,
        number: &mut u64,
    ) -> Option<ReportOutcome> {
        let key = identity_of(colleague).ok()?.key();
        let writing = self.own.device().id();
        let mut one = ReportOutcome::default();
        let at_place = |device: &DeviceId, seq| {
            let new = taken.arrived.graph.at(device, seq);
            new.or_else(|| self.records.graph().at(device, seq))
        };
        let holds =
            |hash: &EntryHash| self.records.graph().holds(hash) || taken.arrived.graph.holds(hash);
        let evidence = Evidence {
            own: self.own,
            end: &|device| end_of(self.records.graph(), device),
            holds: &holds,
        };
        let bundles = taken.bundles.iter().zip(&taken.shown);
        for ((manifest, imported), (shown, shown_without_body)) in
            bundles.filter(|((manifest, _), _)| manifest.sender.key() == key)
        {
            let received = manifest.notices.received.get(own);
            *number = number_after(*number, received);
            // Only to us by name, and by somebody who is trusted today, is this more than talk.
            if !manifest.recipients.is_empty() && colleague.retired.is_none() {
                one.is_evidence |= evidence.is_in(&manifest.notices, received, &writing);
            }
            let report = SenderReport {
                own_end: &|device| {
                    let is_own = self.own.writes(device);
                    is_own.then(|| end_of(self.records.graph(), device))
                },
                notices: &manifest.notices,
                received,
                shown,
                shown_without_body,
                was_seen: imported.was_seen,
                at: &at_place,
            };
            one.has_news |= apply_report(&mut colleague.exchanged, &report);
        }
        Some(one)
    }
}
