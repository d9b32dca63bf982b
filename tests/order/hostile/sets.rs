//! What is reported beside the revisions: docs/FORMAT.md sections 8.1.1 and 8.1.2. Lies, and sets at and over every limit.

use std::sync::OnceLock;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use roaring::RoaringTreemap;
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::mallory::{Expect, Mallory, Offer, World};

/// The longest text of one set.
const MAX_SET: usize = 1 << 20;
const MAX_LOGS: usize = 1 << 16;
const MAX_MARKS: usize = 20_000;
const MAX_PEOPLE: usize = 300;

fn text(set: &RoaringTreemap) -> String {
    let mut bytes = Vec::new();
    set.serialize_into(&mut bytes).expect("in memory");
    BASE64_STANDARD.encode(bytes)
}

fn numbers(numbers: impl IntoIterator<Item = u64>) -> Value {
    json!(text(&numbers.into_iter().collect()))
}

/// A set whose text is as long as it may be, and one that is longer by a number.
fn longest() -> &'static [String; 2] {
    static LONGEST: OnceLock<[String; 2]> = OnceLock::new();
    LONGEST.get_or_init(|| {
        let of = |count: u64| -> RoaringTreemap { (1..=count).map(|at| at << 16 | 1).collect() };
        let (mut fits, mut over) = (1, 1 << 20);
        while over - fits > 1 {
            let middle = (fits + over) / 2;
            match text(&of(middle)).len() <= MAX_SET {
                true => fits = middle,
                false => over = middle,
            }
        }
        [text(&of(fits)), text(&of(over))]
    })
}

/// An ordinary bundle that also says this.
fn with_notices(
    mallory: &mut Mallory,
    world: &World,
    expect: Expect,
    what: &str,
    notices: Vec<(&str, Value)>,
) -> Offer {
    mallory.altered(world, expect, what, |parts| {
        for (name, value) in notices {
            parts.manifest[name] = value;
        }
    })
}

fn log_of(mallory: &mut Mallory) -> String {
    let log = mallory.log();
    hex::encode(mallory.logs[log].device.id())
}

fn object<K: Into<String>>(members: impl IntoIterator<Item = (K, Value)>) -> Value {
    let members = members
        .into_iter()
        .map(|(name, value)| (name.into(), value));
    Value::Object(members.collect::<Map<_, _>>())
}

pub fn at_limit(mallory: &mut Mallory, world: &World) -> Offer {
    let (log, hash) = (log_of(mallory), hex::encode(mallory.hash()));
    let set = json!(longest()[0]);
    let holds = json!({
        "places": object([(&log, set.clone())]),
        "bare": object([(&log, set)]),
        "newest": object([(&log, json!(hash))]),
    });
    with_notices(
        mallory,
        world,
        Expect::Taken,
        "the longest set",
        vec![("holds", holds)],
    )
}

pub fn over_limit(mallory: &mut Mallory, world: &World) -> Offer {
    let (log, hash) = (log_of(mallory), hex::encode(mallory.hash()));
    let newest = object([(&log, json!(hash))]);
    let (what, notices) = match mallory.chance.below(3) {
        0 => {
            let places = object([(&log, json!(longest()[1]))]);
            (
                "one set",
                ("holds", json!({"places": places, "newest": newest})),
            )
        }
        1 => {
            let many = (0..5).map(|_| hex::encode(mallory.hash()));
            let places = object(many.map(|log| (log, json!(longest()[0]))));
            (
                "all sets",
                ("holds", json!({"places": places, "newest": newest})),
            )
        }
        _ => {
            let to = world.victim().fingerprint.clone();
            (
                "received",
                ("received", object([(to, json!(longest()[1]))])),
            )
        }
    };
    with_notices(mallory, world, Expect::Refused, what, vec![notices])
}

pub fn malformed(mallory: &mut Mallory, world: &World) -> Offer {
    let (log, hash) = (log_of(mallory), hex::encode(mallory.hash()));
    let good = text(&[1, 2, 9].into_iter().collect());
    let mut bytes = BASE64_STANDARD.decode(&good).expect("base64");
    bytes.push(0);
    let many = [&u64::MAX.to_le_bytes()[..], &[7; 40]].concat();
    let wrong = [
        json!(""),
        json!("!!!"),
        json!(text(&RoaringTreemap::new())),
        json!(BASE64_STANDARD.encode(&bytes)),
        json!(BASE64_STANDARD.encode(&bytes[..bytes.len() / 2])),
        json!(BASE64_STANDARD.encode(many)),
        json!(good.trim_end_matches('=').to_owned() + "\n"),
        json!([1, 2, 3]),
    ];
    let at = mallory.chance.index(wrong.len());
    let places = object([(&log, wrong[at].clone())]);
    let newest = object([(&log, json!(hash))]);
    let holds = json!({"places": places, "newest": newest});
    let what = format!("no set {at}");
    with_notices(
        mallory,
        world,
        Expect::Refused,
        &what,
        vec![("holds", holds)],
    )
}

/// As many logs as a member may name, or one more.
pub fn logs(mallory: &mut Mallory, world: &World) -> Offer {
    // The whole costs seconds each time; mostly there are only many.
    let is_over = mallory.chance.below(8) == 0;
    let count = match (is_over, mallory.chance.below(8)) {
        (true, _) => MAX_LOGS + 1,
        (false, 0) => MAX_LOGS,
        (false, _) => MAX_LOGS / 40,
    };
    let seed = mallory.chance.below(1 << 32);
    let name = |at: usize| format!("{seed:016x}{at:048x}");
    let notices = match mallory.chance.below(2) {
        0 => ("base", object((0..count).map(|at| (name(at), json!(at))))),
        _ => {
            let set = numbers([1]);
            let hash = json!("cd".repeat(32));
            let places = object((0..count).map(|at| (name(at), set.clone())));
            let newest = object((0..count).map(|at| (name(at), hash.clone())));
            ("holds", json!({"places": places, "newest": newest}))
        }
    };
    let (expect, what) = match is_over {
        true => (Expect::Refused, "a log too many"),
        false => (Expect::Taken, "very many logs"),
    };
    // With a set each, all of them together are more than a manifest may say.
    let expect = if notices.0 == "holds" {
        Expect::Either
    } else {
        expect
    };
    with_notices(mallory, world, expect, what, vec![notices])
}

/// Says that they hold what the victim never wrote, or other revisions than the victim's.
pub fn holds_more(mallory: &mut Mallory, world: &World) -> Offer {
    let devices = &world.victim().devices;
    let all = mallory.chance.below(3) == 0;
    let ends = [1, 2, 40, 1 << 33, u64::MAX - world.victim_end];
    let end = world.victim_end.saturating_add(*mallory.one(&ends));
    let named: Vec<String> = match all {
        true => devices.iter().map(hex::encode).collect(),
        false => devices.last().map(hex::encode).into_iter().collect(),
    };
    let set = numbers((1..=end.min(9)).chain([end]));
    let mut newest = Map::new();
    for log in &named {
        newest.insert(log.clone(), json!(hex::encode(mallory.hash())));
    }
    let places = object(named.iter().map(|log| (log, set.clone())));
    let mut holds = json!({"places": places, "newest": newest});
    if mallory.chance.below(3) == 0 {
        holds["bare"] = places;
    }
    with_notices(
        mallory,
        world,
        Expect::Taken,
        "more than there is",
        vec![("holds", holds)],
    )
}

/// Says that another entry stands at the end of the victim's log.
pub fn holds_other(mallory: &mut Mallory, world: &World) -> Offer {
    let log = world.victim().devices.last().map(hex::encode);
    let log = log.unwrap_or_default();
    let places = object([(&log, numbers(1..=world.victim_end.clamp(1, 50)))]);
    let newest = object([(&log, json!(hex::encode(mallory.hash())))]);
    let holds = json!({"places": places, "newest": newest});
    with_notices(
        mallory,
        world,
        Expect::Taken,
        "another end",
        vec![("holds", holds)],
    )
}

/// Speaks of logs that nobody has, of bodies where no entry is, of ends of nothing.
pub fn holds_nothing(mallory: &mut Mallory, world: &World) -> Offer {
    let names: Vec<String> = (0..3).map(|_| hex::encode(mallory.hash())).collect();
    let set = numbers([1, 5, u64::MAX]);
    let holds = match mallory.chance.below(3) {
        0 => json!({"places": {}, "newest": {}}),
        1 => {
            json!({"places": object([(&names[0], set.clone())]), "bare": object([(&names[1], set)]),
            "newest": object([(&names[2], json!(names[0]))])})
        }
        _ => json!({"places": object([(&names[0], set)]), "newest": {}}),
    };
    with_notices(
        mallory,
        world,
        Expect::Taken,
        "of nothing",
        vec![("holds", holds)],
    )
}

/// Acknowledges bundles that never were.
pub fn received(mallory: &mut Mallory, world: &World) -> Offer {
    let ends = [1, 5, 1_000, (1 << 48) - 1, 1 << 48, (1 << 48) + 1, u64::MAX];
    let end = *mallory.one(&ends);
    let to = world.victim().fingerprint.clone();
    let set = numbers((1..=end.min(9)).chain([end]));
    let what = format!("up to {end}");
    let notices = vec![("received", object([(to, set)]))];
    with_notices(mallory, world, Expect::Taken, &what, notices)
}

pub fn received_by_many(mallory: &mut Mallory, world: &World) -> Offer {
    let is_over = mallory.chance.below(2) == 1;
    let count = MAX_PEOPLE + usize::from(is_over);
    let set = numbers([1]);
    let all = object((0..count).map(|at| (format!("{at:060}"), set.clone())));
    let expect = match is_over {
        true => Expect::Refused,
        false => Expect::Taken,
    };
    let what = format!("of {count} people");
    with_notices(mallory, world, expect, &what, vec![("received", all)])
}

/// Numbers that go back, come twice, or are as high as they can be.
pub fn number(mallory: &mut Mallory, world: &World) -> Offer {
    let last = mallory.number;
    let numbers = [1, last, last.saturating_sub(1).max(1), 1 << 60, u64::MAX];
    let number = *mallory.one(&numbers);
    let what = format!("number {number}");
    let notices = vec![("number", json!(number))];
    with_notices(mallory, world, Expect::Taken, &what, notices)
}

fn mark(record: &[u8; 16], revision: &[u8; 32]) -> Value {
    let record = Uuid::from_bytes(*record).to_string();
    json!({"record": record, "revision": hex::encode(revision)})
}

/// Says of others' records that they may go no further.
pub fn marks(mallory: &mut Mallory, world: &World) -> Offer {
    let mut all = Vec::new();
    for record in &world.records {
        let revisions = match mallory.chance.below(3) {
            0 => continue,
            1 => &record.heads,
            _ => &record.revisions,
        };
        all.extend(revisions.iter().map(|revision| mark(&record.id, revision)));
    }
    mallory.marked = all.clone();
    let notices = vec![("withdrawn", json!(all))];
    with_notices(mallory, world, Expect::Taken, "marks", notices)
}

/// The same marks once more.
pub fn marks_again(mallory: &mut Mallory, world: &World) -> Offer {
    if mallory.marked.is_empty() {
        return marks(mallory, world);
    }
    let notices = vec![("withdrawn", json!(mallory.marked))];
    with_notices(mallory, world, Expect::Taken, "marks again", notices)
}

pub fn mark_twice(mallory: &mut Mallory, world: &World) -> Offer {
    let one = mark(&mallory.uuid(), &mallory.hash());
    let notices = vec![("withdrawn", json!([one, one]))];
    with_notices(mallory, world, Expect::Refused, "a mark twice", notices)
}

/// Marks on what nobody has, and on revisions of other records.
pub fn marks_of_nothing(mallory: &mut Mallory, world: &World) -> Offer {
    let stray = mark(&mallory.uuid(), &mallory.hash());
    let mut all = vec![stray];
    if let [one, other, ..] = &world.records[..] {
        all.push(mark(&one.id, &other.heads[0]));
    }
    let notices = vec![("withdrawn", json!(all))];
    with_notices(mallory, world, Expect::Taken, "marks of nothing", notices)
}

pub fn very_many_marks(mallory: &mut Mallory, world: &World) -> Offer {
    let is_over = mallory.chance.below(8) == 0;
    let count = match (is_over, mallory.chance.below(8)) {
        (true, _) => MAX_MARKS + 1,
        (false, 0) => MAX_MARKS,
        (false, _) => MAX_MARKS / 20,
    };
    let record = mallory.uuid();
    let revision = |at: usize| -> [u8; 32] {
        let mut bytes = [9; 32];
        bytes[..8].copy_from_slice(&at.to_be_bytes());
        bytes
    };
    let all: Vec<Value> = (0..count).map(|at| mark(&record, &revision(at))).collect();
    let expect = match is_over {
        true => Expect::Refused,
        false => Expect::Taken,
    };
    let what = format!("{count} marks");
    with_notices(
        mallory,
        world,
        expect,
        &what,
        vec![("withdrawn", json!(all))],
    )
}
