//! The real texts of the demonstration, built into the program. Their sources stand in `cli/demo/README.md`.

use serde_json::{Value, json};

/// ENoK, *NK 101*: why people leave, and what they meet.
pub const NK101: &str = include_str!("../../../demo/nk101.txt");
const KOREAN: &str = include_str!("../../../demo/udhr-kor.txt");
const ENGLISH: &str = include_str!("../../../demo/udhr-eng.txt");

/// Names that must be found nowhere in clear either.
pub const NAMES: &[&str] = &["김영희", "Kim Yong-hui", "투먼", "Tumen"];

/// The Universal Declaration as a testimony: Korean beside English, paragraph by paragraph.
pub fn testimony() -> Value {
    // The first line of each names its language.
    let mut pairs = KOREAN.lines().skip(1).zip(ENGLISH.lines().skip(1));
    let (title, _) = pairs.next().unwrap_or_default();
    let narrative: Vec<Value> = pairs
        .map(|(original, translation)| json!({"original": original, "translation": translation}))
        .collect();
    json!({
        "title": title,
        "narrative": narrative,
        "tags": ["인권", "demo"],
        "consent": [
            {"decision": "granted", "use": "share_inside"},
            {"decision": "granted", "use": "legal"},
        ],
    })
}

/// A testimony whose narrator said no.
pub fn refused() -> Value {
    json!({
        "title": "보내지 말아 달라고 한 이야기",
        "narrative": [{"original": "이 이야기는 아무에게도 보내지 마세요."}],
        "consent": [{"decision": "refused"}],
    })
}

pub fn note() -> Value {
    json!({"date": "2026-11-22", "text": NK101})
}

pub fn person() -> Value {
    json!({"names": [{"text": "김영희"}, {"text": "Kim Yong-hui"}]})
}

pub fn place() -> Value {
    json!({"names": [{"text": "투먼"}, {"text": "Tumen"}]})
}

/// Every sentence that went into the vaults, and every name.
pub fn sentences() -> Vec<String> {
    let refused = refused().to_string();
    let all = [NK101, KOREAN, ENGLISH, &refused];
    let mut sentences: Vec<String> = all
        .iter()
        .flat_map(|text| text.split(['.', '\n', '"', ';']))
        .map(|sentence| sentence.trim().to_owned())
        // Short pieces such as “제 1 조” would be found by chance in no file, and say nothing.
        .filter(|sentence| sentence.chars().count() >= 8)
        .collect();
    sentences.extend(NAMES.iter().map(|name| (*name).to_owned()));
    sentences.sort();
    sentences.dedup();
    sentences
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_columns_are_one_text() {
        let testimony = testimony();
        let narrative = testimony["narrative"].as_array().expect("a list");
        assert!(narrative.len() > 80, "{} paragraphs", narrative.len());
        assert_eq!(KOREAN.lines().count(), ENGLISH.lines().count());
        let third = narrative.iter().find(|pair| {
            pair["original"] == "모든 사람은 생명과 신체의 자유와 안전에 대한 권리를 가진다."
        });
        let third = third.expect("article 3");
        assert!(
            third["translation"]
                .as_str()
                .is_some_and(|text| text.contains("liberty")),
            "{third}"
        );
        assert!(sentences().len() > 150);
    }
}
