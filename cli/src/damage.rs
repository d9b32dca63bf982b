//! Damaged parts of a vault as people read them: what it is, where, and what to do about it.

use std::collections::BTreeSet;

use fieldnotes_core::vault::verify::{DamagedPart, LostPart, VaultPart, VaultTable};

use crate::wording::{Parameter, Wording};

/// What can be done about a damaged part. Each has a text of its own.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Advice {
    /// It is kept twice, or follows from the rest.
    Repair,
    /// The same, once the rest is whole.
    RepairLater,
    /// It follows from what passed between colleagues: part of it is lost.
    Rebuild,
    /// Something newer may be found.
    Replaced,
    /// The newer one may be found.
    HeaderReplaced,
    /// Colleagues have it.
    FetchContent,
    /// It is gone from this vault.
    Move,
}

impl Advice {
    fn key(self) -> &'static str {
        match self {
            Self::Repair => "advice-repair",
            Self::RepairLater => "advice-repair-later",
            Self::Rebuild => "advice-rebuild",
            Self::Replaced => "advice-replaced",
            Self::HeaderReplaced => "advice-header-replaced",
            Self::FetchContent => "advice-fetch-content",
            Self::Move => "advice-move",
        }
    }
}

/// Every damaged part on a line, those with the same advice together, and the advice under them.
pub fn lines(damage: &[DamagedPart], words: &Wording) -> Vec<String> {
    let all_mendable = damage
        .iter()
        .all(|part| is_mendable(part) || is_rebuilt(part));
    let advice = |part: &DamagedPart| match part.part {
        _ if is_rebuilt(part) => Advice::Rebuild,
        _ if is_mendable(part) && all_mendable => Advice::Repair,
        _ if is_mendable(part) => Advice::RepairLater,
        VaultPart::DatabaseReplaced => Advice::Replaced,
        VaultPart::HeaderReplaced => Advice::HeaderReplaced,
        VaultPart::Content => Advice::FetchContent,
        _ => Advice::Move,
    };
    let given: BTreeSet<Advice> = damage.iter().map(advice).collect();
    let mut lines = Vec::new();
    for one in given {
        let parts = damage.iter().filter(|part| advice(part) == one);
        lines.extend(parts.map(|part| line(part, words)));
        lines.push(words.with(
            "vault-damage-advice",
            &[("advice", words.text(one.key()).into())],
        ));
    }
    lines
}

/// What the core's repair mends.
fn is_mendable(part: &DamagedPart) -> bool {
    let is_kept_twice = matches!(
        part.part,
        VaultPart::Header | VaultPart::HeaderCopy | VaultPart::DatabaseBytes | VaultPart::PageSeal
    );
    is_kept_twice || part.table == Some(VaultTable::UnusedSpace)
}

/// What it rebuilds, as far as it can be read.
fn is_rebuilt(part: &DamagedPart) -> bool {
    let is_of_rows = matches!(part.part, VaultPart::Rows | VaultPart::RowSet);
    is_of_rows
        && matches!(
            part.table,
            Some(VaultTable::Colleagues | VaultTable::Receipts)
        )
}

/// What a repair could not keep.
pub fn lost(lost: &LostPart, words: &Wording) -> String {
    let name = lost.colleague.as_deref().unwrap_or_default();
    words.with(
        &format!("vault-lost-{}", lost.part.as_str()),
        &[
            ("name", crate::printable::one_line(name).into()),
            ("count", lost.count.into()),
        ],
    )
}

fn line(damage: &DamagedPart, words: &Wording) -> String {
    let mut parameters: Vec<Parameter<'_>> =
        vec![("part", name(damage.part.as_str(), words).into())];
    let key = match (damage.table, &damage.record, &damage.revision) {
        (_, Some(record), Some(revision)) => {
            parameters.push(("record", record.as_str().into()));
            parameters.push(("revision", crate::render::short(revision).into()));
            "vault-damage-revision"
        }
        (_, Some(record), None) => {
            parameters.push(("record", record.as_str().into()));
            "vault-damage-record"
        }
        (Some(table), None, _) => {
            parameters.push(("table", table_name(table.as_str(), words).into()));
            "vault-damage-table"
        }
        (None, None, _) => "vault-damage",
    };
    words.with(key, &parameters)
}

/// A part in words; one that has none stays as it is.
pub fn name(part: &str, words: &Wording) -> String {
    let found = words.find(&format!("damage-{}", part.replace('_', "-")), None, &[]);
    found.unwrap_or_else(|| part.to_owned())
}

fn table_name(table: &str, words: &Wording) -> String {
    let found = words.find(&format!("table-{}", table.replace(' ', "-")), None, &[]);
    found.unwrap_or_else(|| table.to_owned())
}

/// The parts that a failure of the core names, such as `header, row of drafts`, in words and each once.
pub fn parts_in_words(parts: &str, words: &Wording) -> String {
    let mut named: Vec<String> = Vec::new();
    for part in parts.split(", ") {
        let part = match part.split_once(" of ") {
            Some((part, table)) => {
                let (part, table) = (name(part, words), table_name(table, words));
                words.with(
                    "damage-of-table",
                    &[("part", part.into()), ("table", table.into())],
                )
            }
            None => name(part, words),
        };
        if !named.contains(&part) {
            named.push(part);
        }
    }
    named.join(", ")
}

#[cfg(test)]
mod tests {
    use fieldnotes_core::vault::verify::LostKnowledge;

    use super::*;
    use crate::wording::Language;

    fn part(part: VaultPart, table: Option<VaultTable>, record: Option<&str>) -> DamagedPart {
        let is_revision = matches!(part, VaultPart::Revision | VaultPart::Body);
        DamagedPart {
            part,
            table,
            record: record.map(str::to_owned),
            revision: is_revision.then(|| "0123456789abcdef".repeat(4)),
        }
    }

    fn every_part() -> Vec<DamagedPart> {
        let mut all: Vec<DamagedPart> = [
            VaultPart::Header,
            VaultPart::HeaderReplaced,
            VaultPart::HeaderCopy,
            VaultPart::Database,
            VaultPart::DatabaseSchema,
            VaultPart::DatabaseBytes,
            VaultPart::DatabaseReplaced,
            VaultPart::PageSeal,
            VaultPart::State,
            VaultPart::Content,
        ]
        .map(|one| part(one, None, None))
        .into();
        for table in [
            VaultTable::State,
            VaultTable::Revisions,
            VaultTable::Bodies,
            VaultTable::Drafts,
            VaultTable::OwnIdentity,
            VaultTable::Colleagues,
            VaultTable::Files,
            VaultTable::Receipts,
            VaultTable::UnusedSpace,
        ] {
            all.push(part(VaultPart::Rows, Some(table), None));
            all.push(part(VaultPart::RowSet, Some(table), None));
        }
        for one in [VaultPart::Revision, VaultPart::Body, VaultPart::Content] {
            all.push(part(one, None, Some("3d9f7c1e")));
        }
        all
    }

    #[test]
    fn no_code_is_left_in_what_people_read() {
        for language in [Language::En, Language::Ko] {
            let words = Wording::new(language);
            for damage in every_part() {
                let text = lines(std::slice::from_ref(&damage), &words).join("\n");
                let is_odd = text.contains(['_', '$', '{']) || text.contains("()");
                assert!(!is_odd && !text.contains("damage-"), "{text}");
                let korean = language == Language::Ko;
                let is_left = |table: &VaultTable| korean && text.contains(table.as_str());
                let table = damage.table.filter(is_left);
                assert_eq!(table, None, "{text}");
            }
        }
    }

    #[test]
    fn each_advice_stands_once_and_repair_only_where_it_mends_all() {
        let words = Wording::new(Language::En);
        let whole = [
            part(VaultPart::Header, None, None),
            part(VaultPart::PageSeal, None, None),
        ];
        let whole_lines = lines(&whole, &words);
        assert_eq!(whole_lines.len(), 3, "{whole_lines:?}");
        let mixed = lines(
            &[
                part(VaultPart::Header, None, None),
                part(VaultPart::Content, None, None),
            ],
            &words,
        );
        assert_eq!(mixed.len(), 4, "{mixed:?}");
        assert_ne!(whole_lines.last(), mixed.get(1));
    }

    #[test]
    fn what_a_repair_rebuilds_and_what_it_loses_is_said() {
        for language in [Language::En, Language::Ko] {
            let words = Wording::new(language);
            let rebuilt = [
                part(VaultPart::Rows, Some(VaultTable::Colleagues), None),
                part(VaultPart::Header, None, None),
            ];
            let text = lines(&rebuilt, &words).join("\n");
            assert!(text.contains(&words.text("advice-rebuild")), "{text}");
            assert!(text.contains(&words.text("advice-repair")), "{text}");
            for part in [
                LostKnowledge::Exchanged,
                LostKnowledge::Verified,
                LostKnowledge::Colleagues,
                LostKnowledge::Journals,
                LostKnowledge::Receipts,
            ] {
                let said = lost(
                    &LostPart {
                        part,
                        colleague: Some("민지".to_owned()),
                        count: 2,
                    },
                    &words,
                );
                let is_named = said.contains("민지") || said.contains('2');
                assert!(is_named && !said.contains(['$', '{', '_']), "{said}");
            }
        }
    }

    #[test]
    fn parts_of_a_failure_are_worded_and_stand_once() {
        let words = Wording::new(Language::Ko);
        assert_eq!(
            parts_in_words("content, content, header", &words),
            "첨부 파일의 내용, 헤더"
        );
        assert_eq!(
            parts_in_words("row of drafts", &Wording::new(Language::En)),
            "a row of the drafts"
        );
        assert_eq!(parts_in_words("other", &words), "other");
    }
}
