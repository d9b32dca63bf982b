use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::super::spelled::{INNOCENT, PLANTED, people};
use super::*;

fn person(id: u128, names: &[&str]) -> KnownPerson {
    KnownPerson {
        id: RecordId::from_u128(id),
        names: names.iter().map(|name| (*name).to_owned()).collect(),
        codes: Vec::new(),
        is_group: false,
    }
}

#[test]
fn every_planted_name_is_found() {
    assert!(PLANTED.len() >= 150, "{}", PLANTED.len());
    let known = KnownNames::new(&people());
    let mut missed = Vec::new();
    for planted in PLANTED {
        for (front, back) in [
            ("", ""),
            ("그날 ", " 그리고"),
            ("so, ", " (then)"),
            ("\n\n", "\n"),
        ] {
            let text = format!("{front}{}{back}", planted.text);
            let found = known.find(&text);
            let is_found = found.iter().any(|found| {
                text[found.range.clone()] == *planted.name
                    && found.person == RecordId::from_u128(planted.person)
                    && (found.certainty == Certainty::Certain) == planted.is_certain
            });
            if !is_found {
                let all: Vec<(&str, Certainty)> = found
                    .iter()
                    .map(|found| (&text[found.range.clone()], found.certainty))
                    .collect();
                missed.push(format!("{text:?}: {all:?}"));
            }
        }
    }
    assert!(
        missed.is_empty(),
        "{} missed:\n{}",
        missed.len(),
        missed.join("\n")
    );
}

#[test]
fn nothing_is_certain_in_innocent_sentences() {
    assert!(INNOCENT.len() >= 60, "{}", INNOCENT.len());
    let known = KnownNames::new(&people());
    let mut wrong = Vec::new();
    for text in INNOCENT {
        let found = known.find(text);
        let certain: Vec<&str> = found
            .iter()
            .filter(|found| found.certainty == Certainty::Certain)
            .map(|found| &text[found.range.clone()])
            .collect();
        if !certain.is_empty() {
            wrong.push(format!("{text}: {certain:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_longest_name_wins_and_none_overlap() {
    let known = KnownNames::new(&[
        person(1, &["김영희"]),
        person(2, &["영희"]),
        person(3, &["김영"]),
    ]);
    let text = "김영희와 영희, 김영";
    let found = known.find(text);
    let shown: Vec<(&str, RecordId, NameForm)> = found
        .iter()
        .map(|found| (&text[found.range.clone()], found.person, found.form))
        .collect();
    assert_eq!(shown[0], ("김영희", RecordId::from_u128(1), NameForm::Full));
    assert_eq!(shown[1].0, "영희");
    assert_eq!(shown[2], ("김영", RecordId::from_u128(3), NameForm::Full));
}

#[test]
fn a_name_of_several_is_that_of_the_first_unless_one_is_meant() {
    let known = KnownNames::new(&[person(2, &["김영희"]), person(1, &["박영희"])]);
    let found = known.find("영희는");
    assert_eq!(found[0].person, RecordId::from_u128(1));
    assert_eq!(
        found[0].certainty,
        Certainty::Doubtful(Doubt::SeveralPersons)
    );
    let meant = known.find_preferring("영희는", &|id| id == RecordId::from_u128(2));
    assert_eq!(meant[0].person, RecordId::from_u128(2));
    assert_eq!(meant[0].certainty, Certainty::Certain);
}

#[test]
fn doubts_say_why() {
    let known = KnownNames::new(&people());
    for (text, doubt) in [
        ("공영희망", Doubt::InsideWord),
        ("하늘이 말했다", Doubt::CommonWord),
        ("철아, 오너라", Doubt::OneSyllable),
        ("then Yong-hui left", Doubt::SoundOnly),
        ("박 영희는", Doubt::OtherFamilyName),
        ("Okafor said", Doubt::FamilyOnly),
        ("영 희는", Doubt::SplitOddly),
    ] {
        let certainties: Vec<Certainty> = known
            .find(text)
            .iter()
            .map(|found| found.certainty)
            .collect();
        assert_eq!(certainties, [Certainty::Doubtful(doubt)], "{text}");
    }
}

#[test]
fn the_order_and_the_script_are_known() {
    let known = KnownNames::new(&people());
    let of = |text: &str| {
        let found = known.find(text);
        (found[0].order, found[0].script, found[0].form)
    };
    assert_eq!(
        of("Young-hee Kim"),
        (NameOrder::FamilyLast, Script::Latin, NameForm::Full)
    );
    assert_eq!(
        of("Kim Yong-hui"),
        (NameOrder::FamilyFirst, Script::Latin, NameForm::Full)
    );
    assert_eq!(
        of("Yong-hui Kim"),
        (NameOrder::FamilyLast, Script::Latin, NameForm::Full)
    );
    assert_eq!(
        of("金英姬"),
        (NameOrder::FamilyFirst, Script::Han, NameForm::Full)
    );
    assert_eq!(
        of("영희"),
        (NameOrder::FamilyFirst, Script::Hangul, NameForm::Given)
    );
    assert_eq!(of("NK-017").2, NameForm::Code);
}

proptest! {
    #[test]
    fn names_are_in_order_apart_and_whole(text in "[김영희순이하늘는가 \\n\u{200b}a-zK-]{0,40}") {
        use unicode_segmentation::UnicodeSegmentation;
        let known = KnownNames::new(&people());
        let mut edges: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).collect();
        edges.push(text.len());
        let mut end = 0;
        for found in known.find(&text) {
            prop_assert!(found.range.start >= end && found.range.end > found.range.start);
            prop_assert!(edges.contains(&found.range.start) && edges.contains(&found.range.end));
            end = found.range.end;
        }
        let nfd: String = text.nfd().collect();
        prop_assert_eq!(known.find(&nfd).len(), known.find(&text).len());
    }

    #[test]
    fn any_text_is_searched(text in "\\PC{0,60}") {
        let known = KnownNames::new(&people());
        for found in known.find(&text) {
            prop_assert!(text.get(found.range).is_some());
        }
    }

    #[test]
    fn any_name_is_found_where_it_stands(
        name in "(김|박|최|강|윤)[가-힣]{2}",
        front in "(그때 |어제, |\"|)",
        back in "(는 갔다|가|에게|씨는|\\.| 언니|)",
    ) {
        let known = KnownNames::new(&[person(1, &[&name])]);
        let text = format!("{front}{name}{back}");
        let found = known.find(&text);
        prop_assert!(found.iter().any(|found| text[found.range.clone()] == name), "{}", text);
    }
}

/// Run with `--release -- --ignored --nocapture`.
#[test]
#[ignore = "a measurement"]
fn thirty_six_thousand_persons() {
    let firsts: Vec<char> =
        "민서지은예수하유현혜미선정경연영윤보소채가다나시주진아희명효승인순향춘옥금해설초"
            .chars()
            .collect();
    let families: Vec<char> = "김이박최정강조윤장임한오서신권황안송전홍".chars().collect();
    let latin = [
        "min", "seo", "ji", "eun", "ye", "su", "ha", "yu", "hyeon", "hye", "mi", "seon", "jeong",
        "gyeong", "yeon", "yeong",
    ];
    let people: Vec<KnownPerson> = (0..36_000_usize)
        .map(|at| {
            let hangul: String = [
                families[at % 20],
                firsts[at / 20 % 42],
                firsts[(at / 840 + at) % 42],
            ]
            .iter()
            .collect();
            let romanised = format!("Kim {}-{}", latin[at % 16], latin[at / 16 % 16]);
            let han = format!(
                "金{}{}",
                char::from_u32(0x4e00 + at as u32 % 900).expect("Han"),
                char::from_u32(0x5e00 + at as u32 / 900).expect("Han")
            );
            person(at as u128 + 1, &[&hangul, &romanised, &han])
        })
        .collect();
    let begin = std::time::Instant::now();
    let known = KnownNames::new(&people);
    println!("made ready in {:?}", begin.elapsed());
    let sentence = "그때 보위부에서 조사를 받았다고 말하였다. 어머니는 장마당에서 옥수수를 팔았고, 동생은 학교에 다녔다. 김민서가 왔다. ";
    let text = sentence.repeat(1_000_000 / sentence.len());
    let begin = std::time::Instant::now();
    let found = known.find(&text).len();
    println!(
        "{found} names in {} bytes in {:?}",
        text.len(),
        begin.elapsed()
    );
    let sentence = "Then the guards of the Ministry came, and Kim Min-seo was taken away with John Smith. Nobody knew why. ";
    let text = sentence.repeat(1_000_000 / sentence.len());
    let begin = std::time::Instant::now();
    let found = known.find(&text).len();
    println!(
        "{found} names in {} bytes in {:?}",
        text.len(),
        begin.elapsed()
    );
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let memory: Vec<&str> = status
        .lines()
        .filter(|line| line.starts_with("VmHWM") || line.starts_with("VmRSS"))
        .collect();
    println!("{memory:?}");
}
