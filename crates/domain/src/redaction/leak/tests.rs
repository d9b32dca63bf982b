use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::super::names::KnownPerson;
use super::super::spelled::{PLANTED, people};
use super::*;

fn secret(text: &str, kind: LeakSecretKind) -> LeakSecret {
    LeakSecret {
        text: text.to_owned(),
        kind,
        person: None,
    }
}

fn search() -> LeakSearch {
    let mut secrets: Vec<LeakSecret> = people().iter().flat_map(secrets_of).collect();
    secrets.push(secret("010-1234-5678", LeakSecretKind::Contact));
    secrets.push(secret("minji_99@example.org", LeakSecretKind::Contact));
    secrets.push(secret("M 1234567", LeakSecretKind::Number));
    LeakSearch::new(&secrets)
}

fn utf16(text: &str, is_le: bool) -> Vec<u8> {
    text.encode_utf16()
        .flat_map(|unit| {
            if is_le {
                unit.to_le_bytes()
            } else {
                unit.to_be_bytes()
            }
        })
        .collect()
}

#[test]
fn every_planted_name_is_found_in_every_encoding() {
    let search = search();
    let mut missed = Vec::new();
    for planted in PLANTED.iter().filter(|planted| planted.in_bytes) {
        let nfd: String = planted.text.nfd().collect();
        let json = serde_json::Value::String(planted.text.to_owned()).to_string();
        let escaped: String = planted
            .text
            .encode_utf16()
            .map(|unit| format!("\\u{unit:04x}"))
            .collect();
        for (way, bytes) in [
            ("utf8", planted.text.as_bytes().to_vec()),
            ("nfd", nfd.clone().into_bytes()),
            ("json", json.into_bytes()),
            ("escaped", escaped.into_bytes()),
            ("utf16le", utf16(planted.text, true)),
            ("utf16be", utf16(planted.text, false)),
            ("utf16 nfd", utf16(&nfd, true)),
        ] {
            for front in [&b""[..], b"\x00\xff", b"\xfe\xff\x01"] {
                let all = [front, &bytes, b"\x00\x00"].concat();
                if search.search(&all).is_empty() {
                    missed.push(format!("{way} {:?}", planted.text));
                }
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
fn numbers_and_accounts_are_found() {
    let search = search();
    for text in [
        "01012345678",
        "010 1234 5678",
        "+82 10-1234-5678",
        "(010) 1234.5678",
        "tel:+821012345678",
        "０１０－１２３４－５６７８",
        "MINJI_99@Example.org",
        "mailto:minji_99@example.org?",
        "m1234567",
        "M-1234567",
    ] {
        assert!(!search.search(text.as_bytes()).is_empty(), "{text}");
        assert!(!search.search(&utf16(text, false)).is_empty(), "{text}");
    }
}

#[test]
fn a_leak_says_where_and_how() {
    let search = LeakSearch::new(&[secret("김영희", LeakSecretKind::Name)]);
    let text = "그때 김 영희는";
    let wanted = Leak {
        at: text.find('김').expect("in it"),
        length: "김 영희".len(),
        secret: 0,
        encoding: LeakEncoding::Utf8,
    };
    assert_eq!(search.search(text.as_bytes()), [wanted]);
    let be = search.search(&utf16(text, false));
    assert_eq!(
        (be[0].at, be[0].length, be[0].encoding),
        (6, 8, LeakEncoding::Utf16Be)
    );
    let escaped = search.search(br"x \uAE40\u200b\uC601\n\uD76C");
    assert_eq!((escaped.len(), escaped[0].at), (1, 2));
    let html = "&#44608;&#xC601;&nbsp;희";
    assert_eq!(search.search(html.as_bytes()).len(), 1);
}

#[test]
fn what_is_found_everywhere_is_left_out() {
    let secrets = [
        secret("철", LeakSecretKind::Name),
        secret("하늘", LeakSecretKind::Name),
        secret("Hope", LeakSecretKind::Name),
        secret("Kim", LeakSecretKind::Name),
        secret("A1", LeakSecretKind::Code),
        secret("김하늘", LeakSecretKind::Name),
        secret("123", LeakSecretKind::Number),
    ];
    let search = LeakSearch::new(&secrets);
    assert_eq!(search.skipped(), [0, 1, 2, 3, 4, 6]);
    assert!(
        search
            .search("하늘을 보았다. 김 하늘".as_bytes())
            .is_empty()
    );
    assert_eq!(search.search("김하늘은".as_bytes()).len(), 1);
}

#[test]
fn other_words_are_no_leak() {
    let search = search();
    for text in [
        "공영희망을 위하여",
        "영희망재단",
        "희영이와 영",
        "Younghees",
        "0101234567",
        "김영 호희",
        "{\"김영\":\"희\"}",
        "minji_98@example.org",
    ] {
        let found = search.search(text.as_bytes());
        assert!(found.is_empty(), "{text}: {found:?}");
    }
}

#[test]
fn a_name_does_not_lie_across_two_words() {
    let search = LeakSearch::new(&[secret("서옥수", LeakSecretKind::Name)]);
    let count = |text: &str| search.search(text.as_bytes()).len();
    for text in ["장마당에서 옥수수를", "에서 옥수는", "장서옥수망원"] {
        assert_eq!(count(text), 0, "{text}");
    }
    for text in ["서 옥수는", "그때서옥수는", "서옥수집에", "서\\n옥수가"] {
        assert_eq!(count(text), 1, "{text}");
    }
}

#[test]
fn nothing_to_look_for_finds_nothing() {
    let search = LeakSearch::new(&[]);
    assert!(
        search
            .search("김영희 \\u1234 &#44608;".as_bytes())
            .is_empty()
    );
    assert!(
        secrets_of(&KnownPerson {
            id: RecordId::from_u128(1),
            names: Vec::new(),
            codes: Vec::new(),
            is_group: false,
        })
        .is_empty()
    );
}

fn streamed(search: &LeakSearch, bytes: &[u8], sizes: &[usize]) -> Vec<Leak> {
    let mut leaks = Vec::new();
    let mut stream = search.stream();
    let mut rest = bytes;
    for size in sizes.iter().cycle() {
        let (part, behind) = rest.split_at((*size).clamp(1, rest.len().max(1)).min(rest.len()));
        stream.push(part, &mut |leak| leaks.push(leak));
        rest = behind;
        if rest.is_empty() {
            break;
        }
    }
    stream.finish(&mut |leak| leaks.push(leak));
    leaks.sort_by_key(|leak| leak.at);
    leaks
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_stream_finds_what_is_found_at_once(
        parts in prop::collection::vec(("[가-힣a-z \\n]{0,2000}", 0usize..200), 1..12),
        sizes in prop::collection::vec(1usize..9000, 1..4),
    ) {
        let search = search();
        let mut bytes = Vec::new();
        for (filling, at) in &parts {
            let planted = &PLANTED[at % PLANTED.len()];
            bytes.extend_from_slice(filling.as_bytes());
            bytes.extend_from_slice(b" ");
            bytes.extend_from_slice(planted.text.as_bytes());
            bytes.extend_from_slice(b"\n");
        }
        let at_once = search.search(&bytes);
        prop_assert_eq!(streamed(&search, &bytes, &sizes), at_once);
    }

    #[test]
    fn any_bytes_are_searched(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let search = search();
        let found = search.search(&bytes);
        prop_assert!(found.iter().all(|leak| leak.at + leak.length <= bytes.len()));
    }
}

/// Run with `--release -- --ignored --nocapture`.
#[test]
#[ignore = "a measurement"]
fn a_hundred_megabytes() {
    let firsts: Vec<char> = "민서지은예수하유현혜미선정경연영윤보소채".chars().collect();
    let families: Vec<char> = "김이박최정강조윤장임".chars().collect();
    let mut secrets = Vec::new();
    for at in 0..1000_usize {
        let name: String = [
            families[at % 10],
            firsts[at / 10 % 20],
            firsts[(at * 7 + at / 200) % 20],
        ]
        .iter()
        .collect();
        secrets.push(secret(&name, LeakSecretKind::Name));
        secrets.push(secret(
            &format!("Kim{at}young Hee{at}"),
            LeakSecretKind::Name,
        ));
        secrets.push(secret(
            &format!("010-{:04}-{:04}", at * 7, at * 3),
            LeakSecretKind::Contact,
        ));
    }
    let sentence = "그때 보위부에서 조사를 받았다고 말하였다. 어머니는 장마당에서 옥수수를 팔았고, 동생은 학교에 다녔다. ";
    let record = format!(
        "{{\"id\":\"6fa459ea-ee8a-4ca4-894e-db77e160355e\",\"narrative\":[{{\"original\":\"{}\",\"date\":\"1998-03-01\"}}]}}\n",
        sentence.repeat(12)
    );
    let bytes = record.repeat(100_000_000 / record.len()).into_bytes();
    let search = LeakSearch::new(&secrets);
    search.search(&bytes[..1 << 20]);
    let begin = std::time::Instant::now();
    let found = search.search(&bytes).len();
    let at_once = begin.elapsed();
    let begin = std::time::Instant::now();
    let mut stream = search.stream();
    let mut streamed = 0;
    for chunk in bytes.chunks(1 << 16) {
        stream.push(chunk, &mut |_| streamed += 1);
    }
    stream.finish(&mut |_| streamed += 1);
    println!(
        "{} bytes, {found} found: {at_once:?} at once, {:?} in a stream",
        bytes.len(),
        begin.elapsed()
    );
    assert_eq!(found, streamed);
}
