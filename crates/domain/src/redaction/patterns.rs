//! Numbers and addresses, by the way in which they are written.

use std::ops::Range;
use std::sync::OnceLock;

use regex::{Captures, Regex};

use super::suggest::{Plain, Suggestion, SuggestionKind};

/// A pattern, and what it finds: its first group where it has one, otherwise all of it.
struct Pattern {
    kind: SuggestionKind,
    regex: Regex,
}

/// Patterns of texts in one form: digits and Latin letters are ASCII, white space is a space or a line feed.
/// Of two that find the same place, the first counts.
const PATTERNS: &[(SuggestionKind, &str)] = &[
    (
        SuggestionKind::Email,
        r"[A-Za-z0-9._%+-]+ ?@ ?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}",
    ),
    // 43.1332, 129.2011; 43.1332° N 129.2011° E
    (
        SuggestionKind::Coordinate,
        r"[-+]?[0-9]{1,3}\.[0-9]{3,} ?°? ?[NSns]? ?[,;/ ] ?[-+]?[0-9]{1,3}\.[0-9]{3,} ?°? ?[EWew]?",
    ),
    // 북위 43.13, 동경 129.20
    (
        SuggestionKind::Coordinate,
        r"(?:북위|동경|남위|서경) ?[0-9]{1,3}(?:\.[0-9]+)?(?: ?[°도](?: ?[0-9]{1,2} ?['′분])?(?: ?[0-9]{1,2}(?:\.[0-9]+)? ?[″\x22초])?)?",
    ),
    (
        SuggestionKind::Coordinate,
        r"[0-9]{1,3} ?[°º] ?[0-9]{1,2}(?:\.[0-9]+)? ?['′’](?: ?[0-9]{1,2}(?:\.[0-9]+)? ?(?:[″”\x22]|''|′′))? ?[NSEW]?(?:[, ]{1,2}[0-9]{1,3} ?[°º] ?[0-9]{1,2}(?:\.[0-9]+)? ?['′’](?: ?[0-9]{1,2}(?:\.[0-9]+)? ?(?:[″”\x22]|''|′′))? ?[NSEW]?)?",
    ),
    // A Chinese identity card (GB 11643): region, date of birth, number, check digit.
    (
        SuggestionKind::DocumentNumber,
        r"[1-9][0-9]{5} ?(?:19|20)[0-9]{2} ?[01][0-9][0-3][0-9] ?[0-9]{3} ?[0-9Xx]",
    ),
    // A South Korean resident registration number.
    (
        SuggestionKind::DocumentNumber,
        r"[0-9]{2}[01][0-9][0-3][0-9] ?[-–] ?[1-8][0-9*]{6}",
    ),
    (
        SuggestionKind::DocumentNumber,
        r"[0-9]{2}[01][0-9][0-3][0-9][1-8][0-9]{6}",
    ),
    // Passports: M12345678, M123A4567, PD1234567.
    (
        SuggestionKind::DocumentNumber,
        r"[A-Z]{1,2}[0-9]{7,9}|[A-Z][0-9]{3}[A-Z][0-9]{4}",
    ),
    (
        SuggestionKind::DocumentNumber,
        r"(?:여권|주민등록|주민|신분증|공민증|호구|호적|등록증|당증|거민증|护照|身份证|户口|戶口|(?i-u:passport|hukou|id card|identity card|permit|visa)) ?(?:번호|号码|号|(?i-u:no\.?|number|nr\.?))?(?:는|은|가|이)? ?(?:[:：#]|(?i-u:is|was))? ?([A-Z가-힣]{0,3}-?[0-9][0-9A-Z-]{4,})",
    ),
    // Any country; then Korea, North and South; China; Thailand.
    (
        SuggestionKind::Phone,
        r"(?:\+|00)[1-9][0-9]{0,2}[ .-]?(?:\([0-9]{1,4}\)[ .-]?)?[0-9]{1,4}(?:[ .-]?[0-9]{2,4}){1,4}",
    ),
    (
        SuggestionKind::Phone,
        r"\(?0(?:2|[3-6][1-5]|1[016-9]|70|50[2-8]?|80)\)?[ .-]{0,2}[0-9]{3,4}[ .-]{0,2}[0-9]{4}",
    ),
    (
        SuggestionKind::Phone,
        r"1[3-9][0-9][ .-]?[0-9]{4}[ .-]?[0-9]{4}",
    ),
    (
        SuggestionKind::Phone,
        r"\(?0[1-9][0-9]{1,2}\)?[ .-]?[0-9]{7,8}",
    ),
    (
        SuggestionKind::Phone,
        r"0[2-9][0-9]?[ .-]?[0-9]{3}[ .-]?[0-9]{4}",
    ),
    (
        SuggestionKind::Phone,
        r"(?:전화|전화번호|연락처|핸드폰|휴대폰|손전화|휴대전화|电话|手机|电话号码|(?i-u:tel|phone|mobile|cell)\.?)(?: ?번호)?(?:는|은)? ?(?:[:：]|(?i-u:number|no\.?|is))? ?(\+?[0-9][0-9 .()-]{5,}[0-9])",
    ),
    (
        SuggestionKind::Messenger,
        r"(?:카카오톡|카톡|카카오|위챗|웨이신|텔레그램|왓츠앱|페이스북|微信|QQ|(?i-u:kakaotalk|kakao|wechat|weixin|telegram|whatsapp|facebook|skype|zalo)) ?(?:아이디|계정|号|(?i-u:id|account))?(?:는|은|가)? ?(?:[:：]|(?i-u:is))? ?(@?[A-Za-z0-9][A-Za-z0-9_.-]{3,})",
    ),
    (
        SuggestionKind::Messenger,
        r"(?i-u:line|signal|id|account) ?(?:id)? ?[:：] ?(@?[A-Za-z0-9][A-Za-z0-9_.-]{3,})",
    ),
    (
        SuggestionKind::Messenger,
        r"(?:아이디|계정)(?:는|은)? ?[:：]? ?(@?[A-Za-z0-9][A-Za-z0-9_.-]{3,})",
    ),
    (SuggestionKind::Messenger, r"@[A-Za-z][A-Za-z0-9_.]{2,}"),
    // 함경북도 회령시 남문동 12반; 서울시 강남구 역삼동 12-3
    (
        SuggestionKind::Address,
        r"[가-힣]{1,6}(?:특별시|광역시|직할시|시|도|군|구역|구|현) (?:[가-힣]{1,6}(?:시|군|구역|구|읍|면|리|진|향) ){0,3}[가-힣]{1,6}[0-9]{0,3}(?:동|리|가|로|길|읍|면|촌)(?: ?[0-9]{1,4}(?:-[0-9]{1,4})?)?(?: ?(?:번지|번길|반|인민반|호|층))?(?: ?[0-9]{1,4}(?:-[0-9]{1,4})?(?:동|호|층|반)?){0,2}",
    ),
    (
        SuggestionKind::Address,
        r"(?:[가-힣]{1,6}[동리로길] ?)?[0-9]{1,4}(?:-[0-9]{1,4})? ?번지(?: ?[0-9]{1,4} ?호)?",
    ),
    (
        SuggestionKind::Address,
        r"(?:[가-힣]{1,8} ?)?[0-9]{1,4} ?동 ?[0-9]{1,4} ?호",
    ),
    (
        SuggestionKind::Address,
        r"[가-힣]{1,6}(?:동|리|구) ?[0-9]{1,3} ?(?:인민반|반)",
    ),
    (
        SuggestionKind::Address,
        r"[가-힣]{2,6}(?:대로|로|길)[0-9]{1,3}번?길 ?[0-9]{1,4}(?:-[0-9]{1,4})?",
    ),
    (
        SuggestionKind::Address,
        r"[一-鿿]{2,8}(?:省|自治区|自治州|市|州|县|縣|区|區)[一-鿿0-9]{1,24}(?:镇|鎮|乡|村|路|街|巷|弄|胡同|小区|号楼|号|號|单元|室|组|组|屯)[0-9]{0,5}(?:号|號|室|组)?",
    ),
    (
        SuggestionKind::Address,
        r"[0-9]{1,5}[A-Za-z]?,? [A-Z][A-Za-z-]+(?: [A-Z][A-Za-z-]+)? (?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Alley|Soi|Square|gil|ro)",
    ),
    (
        SuggestionKind::Address,
        r"[0-9]{1,4}(?:-[0-9]{1,4})?,? [A-Z][a-z]+[0-9]{0,3}-(?:gil|ro|daero|dong|gu|ri|si|gun)(?:,? [A-Z][a-z]+-(?:dong|gu|si|gun|do|ri))*",
    ),
];

fn patterns() -> &'static [Pattern] {
    static PARSED: OnceLock<Vec<Pattern>> = OnceLock::new();
    PARSED.get_or_init(|| {
        let parsed = PATTERNS.iter().map(|(kind, pattern)| Pattern {
            kind: *kind,
            regex: Regex::new(pattern).expect("a pattern of the list above"),
        });
        parsed.collect()
    })
}

/// Everything that a pattern finds.
pub(super) fn find(plain: &Plain<'_>) -> Vec<Suggestion> {
    let mut all = Vec::new();
    for pattern in patterns() {
        for captures in pattern.regex.captures_iter(&plain.text) {
            let range = place_in(&captures);
            if !stands_alone(&plain.text, &range, pattern.kind) {
                continue;
            }
            all.extend(plain.place(&range).map(|range| Suggestion {
                range,
                kind: pattern.kind,
            }));
        }
    }
    all
}

fn place_in(captures: &Captures<'_>) -> Range<usize> {
    let group = captures.get(1).or_else(|| captures.get(0));
    let mut range = group.map_or(0..0, |group| group.range());
    // A full stop at the end is that of the sentence.
    let text = group.map_or("", |group| group.as_str());
    range.end -= text.len() - text.trim_end_matches(['.', '-', ' ', ',']).len();
    range
}

/// Units behind a number that make it a sum, a count or a time.
const UNITS: &[&str] = &[
    "원", "위안", "달러", "엔", "바트", "만", "명", "년", "개", "%", "키로", "킬로", "kg", "km",
    "won", "yuan", "dollar", "USD", "KRW", "RMB", "people", "years",
];

/// Whether a find is not part of something longer, and neither a date nor a sum.
fn stands_alone(text: &str, range: &Range<usize>, kind: SuggestionKind) -> bool {
    let found = text.get(range.clone()).unwrap_or_default();
    let before = text.get(..range.start).unwrap_or_default();
    let behind = text.get(range.end..).unwrap_or_default();
    let last = before.chars().next_back();
    let next = behind.chars().next();
    let is_sign = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    if found.is_empty() {
        return false;
    }
    match kind {
        SuggestionKind::Phone | SuggestionKind::DocumentNumber => {
            let unit = behind.trim_start();
            let is_sum = UNITS.iter().any(|unit_of| unit.starts_with(unit_of))
                || last.is_some_and(|c| matches!(c, '$' | '¥' | '₩' | '€' | '£'));
            let goes_on = is_sign(last)
                || is_sign(next)
                || last.is_some_and(|c| c == '.' || c == '-')
                || behind.starts_with("-")
                    && behind.chars().nth(1).is_some_and(|c| c.is_ascii_digit());
            !goes_on && !is_sum && !is_date(found)
        }
        SuggestionKind::Coordinate => {
            !last.is_some_and(|c| c.is_ascii_digit()) && !next.is_some_and(|c| c.is_ascii_digit())
        }
        SuggestionKind::Messenger => {
            !is_sign(last)
                && !found
                    .chars()
                    .all(|c| c.is_ascii_lowercase() && found.len() < 4)
        }
        _ => !last.is_some_and(|c| c.is_ascii_digit()) && !next.is_some_and(|c| c.is_ascii_digit()),
    }
}

/// Whether digits in groups are a date: 1998-03-01, 01.03.1998, or two years.
fn is_date(found: &str) -> bool {
    let groups: Vec<&str> = found
        .split(|c: char| !c.is_ascii_digit())
        .filter(|group| !group.is_empty())
        .collect();
    let is_year =
        |group: &str| group.len() == 4 && (group.starts_with("19") || group.starts_with("20"));
    let is_small = |group: &str| group.len() <= 2;
    match groups.as_slice() {
        [year, month, day] => {
            is_year(year) && is_small(month) && is_small(day)
                || is_year(day) && is_small(month) && is_small(year)
        }
        [one, other] => is_year(one) && is_year(other),
        [one] => one.len() == 8 && (one.starts_with("19") || one.starts_with("20")),
        _ => false,
    }
}
