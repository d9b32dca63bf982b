//! The names that particular questions have, in English and in Korean.

use super::super::document::Flags;
use super::super::document::Scope;

/// What a name and a colon ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asked {
    Text(Scope),
    Date,
    Is,
    Has,
    Kind,
}

/// What `has:` and `is:` can ask for, by its names in English and in Korean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Part {
    en: &'static str,
    ko: &'static str,
    flag: Flags,
}

const ASKED: [(&str, &str, Asked); 9] = [
    ("person", "인물", Asked::Text(Scope::Person)),
    ("place", "장소", Asked::Text(Scope::Place)),
    ("tag", "태그", Asked::Text(Scope::Tag)),
    ("act", "행위", Asked::Text(Scope::Act)),
    ("title", "제목", Asked::Text(Scope::Title)),
    ("date", "날짜", Asked::Date),
    ("is", "상태", Asked::Is),
    ("has", "포함", Asked::Has),
    ("kind", "종류", Asked::Kind),
];

const fn part(en: &'static str, ko: &'static str, flag: Flags) -> Part {
    Part { en, ko, flag }
}

/// What `has:` can ask for.
const PARTS: [Part; 9] = [
    part("audio", "녹음", Flags::AUDIO),
    part("video", "영상", Flags::VIDEO),
    part("image", "사진", Flags::IMAGE),
    part("document", "문서", Flags::DOCUMENT),
    part("attachment", "첨부", Flags::ATTACHMENT),
    part("consent", "동의", Flags::CONSENT),
    part("translation", "번역", Flags::TRANSLATION),
    part("journey", "여정", Flags::JOURNEY),
    part("acts", "행위", Flags::ACTS),
];

/// What `is:` can ask for, besides the statuses of testimonies.
const STATES: [Part; 3] = [
    part("conflict", "충돌", Flags::CONFLICT),
    part("trashed", "휴지통", Flags::TRASHED),
    part("unreadable", "읽을수없음", Flags::UNREADABLE),
];

const STATUSES: [(&str, &str); 3] = [
    ("draft", "작성중"),
    ("complete", "완료"),
    ("sealed", "봉인"),
];

const KINDS: [(&str, &str); 5] = [
    ("person", "인물"),
    ("testimony", "증언"),
    ("place", "장소"),
    ("note", "메모"),
    ("attachment", "첨부"),
];

pub(super) fn asked(name: &str) -> Option<Asked> {
    ASKED
        .iter()
        .find(|(en, ko, _)| *en == name || *ko == name)
        .map(|(.., asked)| *asked)
}

pub(super) fn part_of(name: &str) -> Option<Flags> {
    flag_in(&PARTS, name)
}

pub(super) fn state_of(name: &str) -> Option<Flags> {
    flag_in(&STATES, name)
}

fn flag_in(parts: &[Part], name: &str) -> Option<Flags> {
    parts
        .iter()
        .find(|part| part.en == name || part.ko == name)
        .map(|part| part.flag)
}

pub(super) fn status_of(name: &str) -> Option<&'static str> {
    named(&STATUSES, name)
}

pub(super) fn kind_of(name: &str) -> Option<&'static str> {
    named(&KINDS, name)
}

fn named(list: &'static [(&str, &str)], name: &str) -> Option<&'static str> {
    list.iter()
        .find(|(en, ko)| *en == name || *ko == name)
        .map(|(en, _)| *en)
}
