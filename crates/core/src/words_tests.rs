//! The words of the views are those that hosts match on.

use serde::Serialize;

use crate::receive::{HindranceReason, MeantFor, PreviewState};
use crate::record::Who;
use crate::send::LeftOutReason;
use crate::vault::verify::{LostKnowledge, VaultPart, VaultTable};

fn check<Word: Serialize + Copy>(all: &[Word], as_str: fn(Word) -> &'static str) {
    for word in all {
        let written = serde_json::to_value(word).expect("a word");
        assert_eq!(written, as_str(*word));
    }
}

#[test]
fn each_word_is_written_as_it_is_named() {
    check(&[Who::Own, Who::Colleague, Who::Unknown], Who::as_str);
    check(
        &[MeantFor::Us, MeantFor::Passphrase, MeantFor::Others],
        MeantFor::as_str,
    );
    check(
        &[
            PreviewState::Changed,
            PreviewState::Conflict,
            PreviewState::Known,
            PreviewState::Merged,
            PreviewState::New,
            PreviewState::Older,
            PreviewState::Waiting,
            PreviewState::Withdrawn,
        ],
        PreviewState::as_str,
    );
    check(
        &[
            HindranceReason::BuiltOn,
            HindranceReason::Draft,
            HindranceReason::LaterImport,
            HindranceReason::TooOld,
        ],
        HindranceReason::as_str,
    );
    check(
        &[
            LeftOutReason::Vault,
            LeftOutReason::Restricted,
            LeftOutReason::Damaged,
            LeftOutReason::WithdrawnByColleague,
            LeftOutReason::Withdrawn,
            LeftOutReason::Refused,
            LeftOutReason::NotUnderstood,
            LeftOutReason::Expired,
            LeftOutReason::ClockBehind,
            LeftOutReason::NotCovered,
        ],
        LeftOutReason::as_str,
    );
    check(
        &[
            VaultPart::Header,
            VaultPart::HeaderReplaced,
            VaultPart::HeaderCopy,
            VaultPart::Database,
            VaultPart::DatabaseSchema,
            VaultPart::DatabaseBytes,
            VaultPart::DatabaseReplaced,
            VaultPart::PageSeal,
            VaultPart::State,
            VaultPart::Rows,
            VaultPart::RowSet,
            VaultPart::Revision,
            VaultPart::Body,
            VaultPart::Content,
        ],
        VaultPart::as_str,
    );
    check(
        &[
            VaultTable::State,
            VaultTable::Revisions,
            VaultTable::Bodies,
            VaultTable::Drafts,
            VaultTable::OwnIdentity,
            VaultTable::Colleagues,
            VaultTable::Files,
            VaultTable::Receipts,
            VaultTable::UnusedSpace,
        ],
        VaultTable::as_str,
    );
    check(
        &[
            LostKnowledge::Exchanged,
            LostKnowledge::Verified,
            LostKnowledge::Colleagues,
            LostKnowledge::Journals,
            LostKnowledge::Receipts,
        ],
        LostKnowledge::as_str,
    );
}
