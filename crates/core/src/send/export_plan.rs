//! What is to leave: what the recipients lack, as far as it may go. docs/decisions/010-increments.md.
//!
//! The cost follows what they lack. Places are compared as sets; only records of which something is missing are opened
//! and checked. What is held back stays missing, and is checked again each time.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use crate::send::evaluate::Marks;
use crate::send::held::Reach;
use crate::send::select::{Audience, Selection};
use crate::session::Session;
use crate::session::error::SessionError;
use fieldnotes_domain::history::{EntryHash, Places};
use fieldnotes_domain::ids::RecordId;
use fieldnotes_format::exchange::bundle::{MAX_WITHDRAWN, Withdrawn};
use fieldnotes_store::store::rows::colleague::ColleagueRow;

/// What is to leave.
#[derive(Debug, Default)]
pub(crate) struct ExportPlan {
    /// The records that go, those that stay, and why.
    pub(crate) selection: Selection,
    /// Revisions that go, those of a record together, each after what it was made from.
    pub(crate) revisions: Vec<EntryHash>,
    /// Revisions whose place alone goes: of records that go no further.
    pub(crate) without_body: Vec<EntryHash>,
    /// What the recipients are asked not to pass on.
    pub(crate) withdrawn: Vec<Withdrawn>,
}

impl ExportPlan {
    /// Whether nothing is to leave.
    pub(crate) fn is_empty(&self) -> bool {
        self.revisions.is_empty() && self.without_body.is_empty()
    }
}

impl Session {
    /// Decides what leaves for these colleagues, or for whoever knows a passphrase, if there are none.
    pub(crate) fn export_plan(
        &self,
        colleagues: &[&ColleagueRow],
        chosen: Option<&[RecordId]>,
        audience: &Audience,
        reach: Reach,
    ) -> Result<ExportPlan, SessionError> {
        let mut export_plan = ExportPlan::default();
        if colleagues.is_empty() || reach == Reach::All {
            export_plan.selection = self.select(chosen, audience, true)?;
            let records = export_plan.selection.records.iter();
            export_plan.revisions = records
                .flat_map(|record| self.records.graph().in_order(*record))
                .collect();
        } else {
            let missing = self.missing(colleagues, reach);
            let wanted = self.wanted(&missing, chosen)?;
            export_plan.selection = self.evaluate(&wanted, chosen, audience)?;
            let going = &mut export_plan.selection;
            going.records.retain(|record| missing.contains_key(record));
            going
                .without_consent
                .retain(|record| missing.contains_key(record));
            for record in &going.records {
                let of_record = missing.get(record);
                let is_missing = |one: &EntryHash| of_record.is_some_and(|all| all.contains(one));
                let in_order = self.records.graph().in_order(*record);
                export_plan
                    .revisions
                    .extend(in_order.into_iter().filter(is_missing));
            }
        }
        let marks = self.withdrawn();
        let stay: Vec<RecordId> = export_plan.selection.left_out.keys().copied().collect();
        for record in stay {
            self.add_withdrawals(
                record,
                colleagues,
                audience,
                reach,
                &marks,
                &mut export_plan,
            )?;
        }
        Ok(export_plan)
    }

    /// The revisions that one of these colleagues lacks, by record.
    fn missing(
        &self,
        colleagues: &[&ColleagueRow],
        reach: Reach,
    ) -> BTreeMap<RecordId, HashSet<EntryHash>> {
        let mut places = Places::default();
        for colleague in colleagues {
            places.add_all(&self.lacking(&colleague.exchanged, reach));
        }
        let mut missing: BTreeMap<RecordId, HashSet<EntryHash>> = BTreeMap::new();
        for (device, seq) in places.iter() {
            for revision in self.revisions_at(&device, seq) {
                if let Some(node) = self.records.graph().node(&revision) {
                    missing.entry(node.record).or_default().insert(revision);
                }
            }
        }
        missing
    }

    /// The records to check: those of which something is missing, or the chosen ones and what is missing of theirs.
    fn wanted(
        &self,
        missing: &BTreeMap<RecordId, HashSet<EntryHash>>,
        chosen: Option<&[RecordId]>,
    ) -> Result<BTreeSet<RecordId>, SessionError> {
        let Some(chosen) = chosen else {
            return Ok(missing.keys().copied().collect());
        };
        if chosen
            .iter()
            .any(|record| !self.records.graph().has_record(*record))
        {
            return Err(SessionError::NoSuchRecord);
        }
        let belongs = |record: &&RecordId| {
            let owners = self.owners_of(**record);
            owners.iter().any(|owner| chosen.contains(owner))
        };
        let theirs = missing.keys().filter(belongs);
        Ok(theirs.chain(chosen).copied().collect())
    }

    /// Adds a notice for those who hold a revision of a record, or to whom one was sent, that it may go no further.
    fn add_withdrawals(
        &self,
        record: RecordId,
        colleagues: &[&ColleagueRow],
        audience: &Audience,
        reach: Reach,
        marks: &Marks,
        export_plan: &mut ExportPlan,
    ) -> Result<(), SessionError> {
        let has = |colleague: &ColleagueRow, revision: &EntryHash, reach| {
            self.records.graph().node(revision).is_some_and(|node| {
                self.has_or_gets(&colleague.exchanged, &node.device, node.seq, reach)
            })
        };
        let concerned: Vec<&ColleagueRow> = colleagues
            .iter()
            .copied()
            .filter(|colleague| {
                let mut all = self.records.graph().revisions(record);
                all.any(|revision| has(colleague, &revision, Reach::New))
            })
            .collect();
        if concerned.is_empty() {
            return Ok(());
        }
        let stopping = self.stopping(record, audience, marks)?;
        // More than fits into one bundle; the rest goes into the next.
        if export_plan.withdrawn.len() + stopping.len() > MAX_WITHDRAWN {
            return Ok(());
        }
        let is_news = |revision: &EntryHash| {
            let mut recipients = concerned.iter();
            reach == Reach::All || recipients.any(|colleague| !has(colleague, revision, reach))
        };
        if !stopping.iter().any(is_news) {
            return Ok(());
        }
        let in_order = self.records.graph().in_order(record);
        export_plan
            .without_body
            .extend(in_order.into_iter().filter(is_news));
        let withdrawn = stopping.into_iter();
        export_plan
            .withdrawn
            .extend(withdrawn.map(|revision| Withdrawn { record, revision }));
        Ok(())
    }
}
