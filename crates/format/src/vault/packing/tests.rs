//! Packing as it should be, and what must be refused. The vectors are for readers in other languages, too.
//!
//! `cargo test -p fieldnotes-format --lib make_the_packing_vectors -- --ignored`

use std::path::{Path, PathBuf};

use proptest::prelude::*;
use serde_json::{Value, json};
use zlib_rs::{Deflate, DeflateConfig, DeflateFlush, Status};

use super::*;
use crate::crypto::hash::sha256;

/// In docs/FORMAT.md.
const WORDS_SHA256: &str = "b34129a606d9e0a0483bf59221d8b9f8289e34764accc5f0d9ab55cfc899fafa";

fn body(text: &str) -> Vec<u8> {
    let salt = "0f".repeat(16);
    format!(r#"{{"salt":"{salt}","trashed":false,"record":{{"title":"{text}"}}}}"#).into_bytes()
}

/// Compressed after these words, however long it becomes.
fn compressed(text: &[u8], words: &[u8]) -> Vec<u8> {
    let mut deflate = Deflate::new_with_config(DeflateConfig {
        window_bits: -15,
        ..DeflateConfig::default()
    });
    if !words.is_empty() {
        deflate.set_dictionary(words).expect("words");
    }
    let mut out = vec![0; text.len() + 1_000];
    let status = deflate.compress(text, &mut out, DeflateFlush::Finish);
    assert_eq!(status, Ok(Status::StreamEnd));
    out.truncate(deflate.total_out() as usize);
    out
}

fn said(length: usize, compressed: &[u8]) -> Vec<u8> {
    let length = (length as u32).to_be_bytes();
    [&[DEFLATED], &length[..], compressed].concat()
}

#[test]
fn the_words_are_those_of_the_format() {
    assert_eq!(hex::encode(sha256(deflate::WORDS)), WORDS_SHA256);
    assert!(deflate::WORDS.len() <= 16 << 10);
    assert!(std::str::from_utf8(deflate::WORDS).is_ok());
    let format = std::fs::read_to_string(root().join("docs/FORMAT.md")).expect("there");
    assert!(format.contains(WORDS_SHA256));
}

#[test]
fn a_short_record_is_packed_to_two_thirds() {
    let body = body("회령에서 두만강을 건너 중국으로 갔습니다. 그때 저는 열아홉 살이었습니다.");
    let packed = PackedBody::pack(&body);
    assert!(
        packed.bytes().len() * 3 < body.len() * 2,
        "{packed:?} of {}",
        body.len()
    );
    assert_eq!(*unpack(packed.bytes()).expect("packed"), body);
    assert_eq!(packed.hash(), log::hash_body(&body));
}

#[test]
fn what_does_not_shrink_stays_as_it_is() {
    for body in [&b""[..], b"x", b"{}", &[0xff; 5], &sha256(b"noise")] {
        let packed = PackedBody::pack(body);
        assert_eq!(packed.bytes(), [&[PLAIN], body].concat());
        assert_eq!(*unpack(packed.bytes()).expect("as it is"), *body);
    }
    // Nobody means so many dashes; they are kept all the same.
    let dashes = vec![b'-'; 100_000];
    assert_eq!(PackedBody::pack(&dashes).bytes().len(), 100_001);
    assert_eq!(
        *unpack(PackedBody::pack(&dashes).bytes()).expect("as it is"),
        dashes
    );
}

#[test]
fn the_longest_body_is_packed() {
    let long: Vec<u8> = (0..MAX_BODY / 32)
        .flat_map(|at| sha256(&at.to_be_bytes()))
        .collect();
    for body in [
        long.clone(),
        hex::encode(&long[..MAX_BODY / 2]).into_bytes(),
    ] {
        assert_eq!(body.len(), MAX_BODY);
        let packed = PackedBody::pack(&body);
        assert!(packed.bytes().len() <= MAX_PACKED);
        assert!(*unpack(packed.bytes()).expect("packed") == body);
    }
    let longer = vec![b'x'; MAX_BODY + 1];
    let packed = PackedBody::pack(&longer);
    assert_eq!(unpack(packed.bytes()), Err(PackingFault::TooLarge));
}

/// What must be refused, or come out as something: name, why, packed, and the body or the fault.
type Vector = (
    &'static str,
    &'static str,
    Vec<u8>,
    Result<Vec<u8>, PackingFault>,
);

fn refused(name: &'static str, why: &'static str, packed: Vec<u8>) -> Vector {
    (name, why, packed, Err(PackingFault::Malformed))
}

fn text() -> Vec<u8> {
    body("we crossed the river at night, and hid in the mountains for three days")
}

fn noise(length: usize) -> Vec<u8> {
    let pieces = (0_u32..).flat_map(|at| sha256(&at.to_be_bytes()));
    pieces.take(length).collect()
}

fn vectors() -> Vec<Vector> {
    [of_the_form(), of_the_length(), of_the_stream()].concat()
}

fn of_the_form() -> Vec<Vector> {
    let text = text();
    let packed = said(text.len(), &compressed(&text, deflate::WORDS));
    let plain = [&[PLAIN], &text[..]].concat();
    let mut unknown = packed.clone();
    unknown[0] = 2;
    vec![
        ("packed", "as it should be", packed, Ok(text.clone())),
        (
            "plain",
            "as it is, though it could be packed",
            plain,
            Ok(text),
        ),
        (
            "plain-empty",
            "nothing, as it is",
            vec![PLAIN],
            Ok(Vec::new()),
        ),
        refused("empty", "no byte at all", Vec::new()),
        refused("unknown", "packed in a way that is not known", unknown),
        refused("head-cut", "ends in the length", vec![DEFLATED, 0, 0, 1]),
        refused("nothing", "a length and nothing behind it", said(10, &[])),
    ]
}

/// The first text of dashes whose length and whose stream's length are so.
fn on_the_edge(
    name: &'static str,
    why: &'static str,
    is_it: impl Fn(usize, usize) -> bool,
) -> Vector {
    let texts = (1..10_000).map(|length| vec![b'-'; length]);
    let mut streams = texts.map(|text| (compressed(&text, b""), text));
    let found = streams.find(|(stream, text)| is_it(text.len(), stream.len()));
    let (stream, text) = found.expect("there is one");
    (name, why, said(text.len(), &stream), Ok(text))
}

fn refused_from((name, why, packed, _): Vector) -> Vector {
    refused(name, why, packed)
}

fn of_the_length() -> Vec<Vector> {
    let (text, noise) = (text(), noise(128));
    let whole = compressed(&text, deflate::WORDS);
    let bomb = compressed(&vec![b'0'; MAX_BODY], b"");
    let too_large = |name, why, length| {
        let fault = Err(PackingFault::TooLarge);
        (name, why, said(length, &whole), fault)
    };
    vec![
        refused(
            "length-short",
            "more comes out than was said",
            said(text.len() - 1, &whole),
        ),
        refused(
            "length-long",
            "less comes out than was said",
            said(text.len() + 1, &whole),
        ),
        refused(
            "not-smaller",
            "packed, and longer than it is",
            said(noise.len(), &compressed(&noise, deflate::WORDS)),
        ),
        refused(
            "bomb",
            "8 MiB in some kilobytes: more than 16 times as long",
            said(MAX_BODY, &bomb),
        ),
        on_the_edge(
            "times-16",
            "as long as it may be for its stream",
            |length, stream| length == stream * MOST_TIMES,
        ),
        refused_from(on_the_edge(
            "times-16-and-one",
            "one byte longer than it may be for its stream",
            |length, stream| length == stream * MOST_TIMES + 1,
        )),
        on_the_edge("as-long", "packed as long as it is", |length, stream| {
            length == HEAD + stream
        }),
        refused_from(on_the_edge(
            "longer-by-one",
            "packed one byte longer than it is",
            |length, stream| length + 1 == HEAD + stream,
        )),
        refused(
            "bomb-that-lies",
            "8 MiB in some kilobytes, of which it says no more than is allowed",
            said(bomb.len() * MOST_TIMES, &bomb),
        ),
        too_large(
            "bomb-of-a-gigabyte",
            "says that a gigabyte comes out",
            1 << 30,
        ),
        too_large(
            "one-more",
            "says that one byte more comes out than a body may have",
            MAX_BODY + 1,
        ),
    ]
}

fn of_the_stream() -> Vec<Vector> {
    let text = text();
    let whole = compressed(&text, deflate::WORDS);
    // The words of this one are longer than ours, and what it refers to stands at their beginning.
    let far = compressed(&text, &[&text[..], &noise(20_000)].concat());
    let behind = |bytes: &[u8]| said(text.len(), &[&whole[..], bytes].concat());
    vec![
        refused("trailing", "a byte behind the end", behind(&[0])),
        refused(
            "trailing-block",
            "a second text behind the end",
            behind(&[3, 0]),
        ),
        refused(
            "cut",
            "the last byte is missing",
            said(text.len(), &whole[..whole.len() - 1]),
        ),
        refused(
            "no-deflate",
            "a block of a kind that does not exist",
            said(40, &[7; 20]),
        ),
        refused(
            "before-the-words",
            "refers back to before the words",
            said(text.len(), &far),
        ),
    ]
}

#[test]
fn each_failure_is_refused() {
    for (name, why, packed, expected) in vectors() {
        let unpacked = unpack(&packed).map(|body| body.to_vec());
        assert_eq!(unpacked, expected, "{name}: {why}");
    }
}

#[test]
fn the_frozen_vectors_are_read_as_they_say() {
    let table = std::fs::read_to_string(frozen()).expect("frozen");
    let table: Value = serde_json::from_str(&table).expect("JSON");
    let vectors = table["vectors"].as_array().expect("a list");
    assert!(vectors.len() >= 15);
    for vector in vectors {
        let hex = |name: &str| {
            vector[name]
                .as_str()
                .map(|text| hex::decode(text).expect("hex"))
        };
        let packed = hex("packed").expect("bytes");
        let unpacked = unpack(&packed).map(|body| body.to_vec()).map_err(code);
        let expected = match hex("body") {
            Some(body) => Ok(body),
            None => Err(vector["refused"].as_str().expect("a code")),
        };
        assert_eq!(unpacked, expected, "{}", vector["name"]);
    }
}

fn code(fault: PackingFault) -> &'static str {
    match fault {
        PackingFault::TooLarge => "too large",
        PackingFault::Malformed => "malformed",
    }
}

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

fn frozen() -> PathBuf {
    root().join("tests/vectors/packing.json")
}

#[test]
#[ignore = "writes the frozen vectors anew"]
fn make_the_packing_vectors() {
    let rows = vectors().into_iter().map(|(name, why, packed, expected)| {
        let mut row = json!({ "name": name, "why": why, "packed": hex::encode(packed) });
        match expected {
            Ok(body) => row["body"] = hex::encode(body).into(),
            Err(fault) => row["refused"] = code(fault).into(),
        }
        row
    });
    let table = json!({ "words": WORDS_SHA256, "vectors": rows.collect::<Vec<_>>() });
    let text = serde_json::to_string_pretty(&table).expect("JSON") + "\n";
    std::fs::write(frozen(), text).expect("written");
}

proptest! {
    #[test]
    fn any_bytes_come_out_again(body in proptest::collection::vec(any::<u8>(), 0..3_000)) {
        let packed = PackedBody::pack(&body);
        prop_assert!(packed.bytes().len() <= body.len() + 1);
        prop_assert_eq!(announced(packed.bytes()), Ok(body.len()));
        let (again, unpacked) = PackedBody::read(packed.bytes().to_vec().into()).expect("packed");
        prop_assert_eq!(&*unpacked, &body);
        prop_assert_eq!(again.hash(), log::hash_body(&body));
    }

    #[test]
    fn any_text_comes_out_again_smaller(words in proptest::collection::vec("[a-z가-힣]{1,6} ", 40..400)) {
        let text = body(&words.concat());
        let packed = PackedBody::pack(&text);
        prop_assert!(packed.bytes().len() < text.len());
        prop_assert_eq!(unpack(packed.bytes()).map(|again| again.to_vec()), Ok(text));
    }

    #[test]
    fn crafted_bytes_never_panic(mut packed in proptest::collection::vec(any::<u8>(), 0..200), length in 0_u32..400) {
        if let Some(head) = packed.first_chunk_mut::<5>() {
            head[0] = DEFLATED;
            head[1..].copy_from_slice(&length.to_be_bytes());
        }
        fuzzing::packing(&packed);
    }
}
