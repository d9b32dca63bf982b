//! Bodies: what is none, what only just is one, and what is one and says strange things. docs/FORMAT.md sections 6.2 and 9.

use serde_json::json;

use super::mallory::{Expect, Mallory, Offer, World};

const MAX_BODY: usize = 8 << 20;
/// Most bodies at the limit are of this size, since the whole costs a second each time.
const LARGE: usize = 512 << 10;

/// A bundle with one body, of these bytes.
fn offering(
    mallory: &mut Mallory,
    world: &World,
    expect: Expect,
    what: &str,
    text: Vec<u8>,
) -> Offer {
    let (log, entry, text) = mallory.draft_of(world, text);
    mallory.entry_with(world, (log, entry, Some(text)), expect, what)
}

/// A body in words of its own: `members` beside the salt.
fn raw(mallory: &mut Mallory, members: &str) -> Vec<u8> {
    let salt = hex::encode(mallory.chance.bytes(16));
    format!("{{\"salt\":\"{salt}\",{members}}}").into_bytes()
}

fn nested(levels: usize) -> String {
    // The body and the record are two.
    let inner = levels - 2;
    format!(
        r#""record":{{"later":{}{}}}"#,
        "[".repeat(inner),
        "]".repeat(inner)
    )
}

pub fn malformed(mallory: &mut Mallory, world: &World) -> Offer {
    let wrong = [
        r#""trashed":1,"record":{}"#,
        r#""trashed":null,"record":{}"#,
        r#""trashed":"false","record":{}"#,
        r#""record":null"#,
        r#""record":[]"#,
        r#""record":"{}""#,
        r#""trashed":false"#,
        r#""record":{"number":1e999}"#,
        r#""record":{"half":"\ud800"}"#,
        "\"record\":{\"raw\":\"\u{1}\"}",
        "\"record\":\n{}",
        r#""record":{},"#,
        r#""record":{"a":01}"#,
        r#""record":{"a":NaN}"#,
        r#""record":{"a":'b'}"#,
    ];
    let at = mallory.chance.index(wrong.len());
    let text = raw(mallory, wrong[at]);
    offering(mallory, world, Expect::Refused, wrong[at], text)
}

pub fn salt(mallory: &mut Mallory, world: &World) -> Offer {
    let wrong = [
        r#"{"record":{}}"#,
        r#"{"salt":"","record":{}}"#,
        r#"{"salt":"ABABABABABABABABABABABABABABABAB","record":{}}"#,
        r#"{"salt":"abababababababababababababababab00","record":{}}"#,
        r#"{"salt":7,"record":{}}"#,
        r#"["abababababababababababababababab",false,{}]"#,
        "7",
        "",
    ];
    let at = mallory.chance.index(wrong.len());
    let text = wrong[at].as_bytes().to_vec();
    offering(mallory, world, Expect::Refused, wrong[at], text)
}

pub fn no_text(mallory: &mut Mallory, world: &World) -> Offer {
    let mut text = raw(mallory, r#""record":{"title":"???"}"#);
    let at = text.iter().position(|byte| *byte == b'?').expect("there");
    let bytes = *mallory.one(&[[0xff, 0xfe, 0xfd], [0xed, 0xa0, 0x80], [0xc0, 0x80, 0x41]]);
    text[at..at + 3].copy_from_slice(&bytes);
    offering(mallory, world, Expect::Refused, "no UTF-8", text)
}

pub fn deep(mallory: &mut Mallory, world: &World) -> Offer {
    let text = raw(mallory, &nested(100));
    offering(mallory, world, Expect::Taken, "100 levels", text)
}

pub fn too_deep(mallory: &mut Mallory, world: &World) -> Offer {
    let levels = *mallory.one(&[101, 125, 126, 127, 128, 200, 100_000]);
    let text = raw(mallory, &nested(levels));
    let what = format!("{levels} levels");
    offering(mallory, world, Expect::Refused, &what, text)
}

pub fn name_twice(mallory: &mut Mallory, world: &World) -> Offer {
    let wrong = [
        r#""record":{},"record":{}"#,
        r#""trashed":false,"trashed":true,"record":{}"#,
        r#""record":{"consent":[],"consent":[{"decision":"granted"}]}"#,
        r#""record":{"consent":[],"\u0063onsent":[]}"#,
        r#""record":{"later":[{"a":1,"b":2,"a":1}]}"#,
        r#""salt":"abababababababababababababababab","record":{}"#,
    ];
    let text = *mallory.one(&wrong);
    let bytes = raw(mallory, text);
    offering(mallory, world, Expect::Refused, text, bytes)
}

fn of_size(mallory: &mut Mallory, size: usize) -> Vec<u8> {
    let empty = raw(mallory, r#""record":{"said":""}"#).len();
    raw(
        mallory,
        &format!(r#""record":{{"said":"{}"}}"#, "x".repeat(size - empty)),
    )
}

pub fn large(mallory: &mut Mallory, world: &World) -> Offer {
    let size = match mallory.chance.below(12) {
        0 => MAX_BODY,
        _ => LARGE,
    };
    let text = of_size(mallory, size);
    let what = format!("{size} bytes");
    offering(mallory, world, Expect::Taken, &what, text)
}

pub fn too_large(mallory: &mut Mallory, world: &World) -> Offer {
    let text = of_size(mallory, MAX_BODY + 1);
    offering(mallory, world, Expect::Refused, "over 8 MiB", text)
}

/// Many names in one object, many elements in a list.
pub fn wide(mallory: &mut Mallory, world: &World) -> Offer {
    let record = match mallory.chance.below(3) {
        0 => (0..20_000)
            .map(|at| format!(r#""m{at}":0"#))
            .collect::<Vec<_>>(),
        1 => vec![format!(r#""tags":[{}]"#, vec![r#""t""#; 20_000].join(","))],
        _ => vec![format!(r#""narrative":[{}]"#, vec!["{}"; 5_000].join(","))],
    };
    let text = raw(mallory, &format!(r#""record":{{{}}}"#, record.join(",")));
    offering(mallory, world, Expect::Taken, "wide", text)
}

/// Signs that would act on a terminal or turn a line round.
pub fn signs(mallory: &mut Mallory, world: &World) -> Offer {
    let text = "\u{0}\u{7}\u{1b}[2J\r\n\u{202e}\u{2066}\u{200b}\u{feff}\u{1f468}\u{200d}\u{fffe}";
    let record = json!({"title": text, "text": text, "tags": [text], text: text, "names": [{"text": text, "name": text}]});
    let text = mallory.body(&record.to_string());
    offering(mallory, world, Expect::Taken, "signs", text)
}

/// Names of members that only look like those that decide.
pub fn look_alikes(mallory: &mut Mallory, world: &World) -> Offer {
    let names = [
        "consent ",
        " consent",
        "consent\u{200b}",
        "Consent",
        "ｃｏｎｓｅｎｔ",
        "cоnsent",
        "confidentiality\u{ad}",
        "CONFIDENTIALITY",
        "attached_to ",
    ];
    let name = *mallory.one(&names);
    let refused = json!([{"decision": "refused", "use": "share_inside"}]);
    let text = mallory.body(&json!({name: refused, "title": "x"}).to_string());
    offering(mallory, world, Expect::Taken, name, text)
}

/// Consent of all sorts.
pub fn consent(mallory: &mut Mallory, world: &World) -> Offer {
    let all = [
        json!(null),
        json!("granted"),
        json!([]),
        json!([null]),
        json!([{"decision": "granted", "use": "share_inside"}]),
        json!([{"decision": "withdrawn", "use": "share_inside"}]),
        json!([{"decision": "refused", "use": "everything"}]),
        json!([{"decision": "granted", "use": "share_inside", "until": "2020-02-30"}]),
        json!([{"decision": "granted", "use": "share_inside", "until": "9999999999999"}]),
        json!([{"decision": 7, "use": {}}]),
        json!({"decision": "granted"}),
        json!(vec![json!({"decision": "refused", "use": "x"}); 500]),
    ];
    let consent = mallory.one(&all).clone();
    let text = mallory.body(&json!({"title": "x", "consent": consent}).to_string());
    let what = consent.to_string();
    offering(
        mallory,
        world,
        Expect::Taken,
        &what[..what.len().min(60)],
        text,
    )
}

pub fn confidentiality(mallory: &mut Mallory, world: &World) -> Offer {
    let all = [
        json!("normal"),
        json!("restricted"),
        json!("vault"),
        json!("Vault"),
        json!(null),
        json!(7),
        json!(["normal"]),
        json!("x".repeat(10_000)),
    ];
    let level = mallory.one(&all).clone();
    let text = mallory.body(&json!({"confidentiality": level}).to_string());
    offering(mallory, world, Expect::Taken, "confidentiality", text)
}

/// Members of a known kind with what they never are.
pub fn other_types(mallory: &mut Mallory, world: &World) -> Offer {
    let wrong = [
        json!(null),
        json!(7),
        json!(-1.5),
        json!(true),
        json!("x"),
        json!([[[]]]),
        json!({"x": {"y": null}}),
        json!([{"id": 7}, {"id": null}, "x", null]),
        json!("2020-13-45/.."),
        json!("9".repeat(4_000)),
    ];
    let names = [
        "title",
        "names",
        "narrative",
        "text",
        "tags",
        "links",
        "date",
        "dates",
        "born",
        "sex",
        "interviews",
        "acts",
        "journey",
        "files",
        "size",
        "sha256",
        "attached_to",
        "name",
        "media_type",
        "place",
        "coordinates",
        "status",
        "language",
        "id",
    ];
    let mut record = json!({});
    for _ in 0..1 + mallory.chance.below(6) {
        let name = *mallory.one(&names);
        record[name] = mallory.one(&wrong).clone();
    }
    let what = record.to_string();
    let what: String = what.chars().take(80).collect();
    let text = mallory.body(&record.to_string());
    offering(mallory, world, Expect::Taken, &what, text)
}

/// Elements with one id, links to themselves, dates that never were.
pub fn knots(mallory: &mut Mallory, world: &World) -> Offer {
    let id = uuid::Uuid::from_bytes(mallory.uuid()).to_string();
    let other = match world.records.first() {
        Some(record) => uuid::Uuid::from_bytes(record.id).to_string(),
        None => id.clone(),
    };
    let record = json!({
        "narrative": [{"id": id, "text": "one"}, {"id": id, "text": "two"}, {"id": id}],
        "links": [{"id": id, "record": other, "role": "x"}, {"id": id, "record": id}],
        "attached_to": other,
        "date": "0000-00-00",
        "tags": ["same", "same"],
    });
    let text = mallory.body(&record.to_string());
    offering(mallory, world, Expect::Taken, "knots", text)
}

pub fn trashed(mallory: &mut Mallory, world: &World) -> Offer {
    let text = raw(mallory, r#""trashed":true,"record":{"tags":["gone"]}"#);
    offering(mallory, world, Expect::Taken, "trashed", text)
}

/// An entry whose body does not come.
pub fn withheld(mallory: &mut Mallory, world: &World) -> Offer {
    let (log, entry, _) = mallory.draft(world);
    mallory.entry_with(world, (log, entry, None), Expect::Taken, "withheld")
}

/// Bodies that are not the ones that were signed, or not so many.
pub fn others(mallory: &mut Mallory, world: &World) -> Offer {
    let choice = mallory.chance.below(5);
    let what = format!("bodies {choice}");
    mallory.altered(world, Expect::Refused, &what, |parts| {
        match choice {
            0 => parts.bodies[50] ^= 1,
            1 => drop(parts.bodies.pop()),
            2 => parts.bodies.extend_from_slice(b"\0\0\0\x03\0{}"),
            3 => parts.bodies.clear(),
            _ => parts.bodies.push(0),
        }
        parts.announce();
    })
}
