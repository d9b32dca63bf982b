//! Entries: forks, gaps, others' logs and records, parents of all sorts, clocks, schemas. docs/FORMAT.md section 6.

use std::collections::BTreeSet;

use serde_json::json;

use super::mallory::{Expect, Mallory, Offer, SCHEMAS, World};
use crate::craft::letter::Item;

pub fn ordinary(mallory: &mut Mallory, world: &World) -> Offer {
    let mut items = Vec::new();
    for _ in 0..=mallory.chance.below(4) {
        items.push(mallory.item(world));
    }
    let letter = mallory.letter(world, items);
    mallory.offer(world, &letter, Expect::Taken, "ordinary")
}

/// Two entries at one place, in one bundle: announced or not.
fn forked(mallory: &mut Mallory, world: &World, is_announced: bool) -> Offer {
    let logs = mallory.logs.clone();
    let (log, one, text) = mallory.draft(world);
    let mut other = one.clone();
    other.time += 1;
    let items = [mallory.logs[log].write(&one), mallory.aside(log, &other)];
    let items = items.map(|signed| Item {
        signed,
        body: Some(text.clone()),
    });
    let mut letter = mallory.letter(world, items.to_vec());
    if is_announced {
        let device = hex::encode(one.device);
        letter.forks.insert(device, json!(one.seq));
        return mallory.offer(world, &letter, Expect::Taken, "announced");
    }
    mallory.logs = logs;
    mallory.offer(world, &letter, Expect::Refused, "not announced")
}

pub fn fork_announced(mallory: &mut Mallory, world: &World) -> Offer {
    forked(mallory, world, true)
}

pub fn fork_unannounced(mallory: &mut Mallory, world: &World) -> Offer {
    forked(mallory, world, false)
}

pub fn fork_of_nothing(mallory: &mut Mallory, world: &World) -> Offer {
    let log = mallory.log();
    let device = hex::encode(mallory.logs[log].device.id());
    mallory.altered(world, Expect::Refused, "no fork", |parts| {
        parts.manifest["forks"] = json!({device: 1});
    })
}

/// Goes back in a log, and writes on from there.
pub fn fork_of_before(mallory: &mut Mallory, world: &World) -> Offer {
    let log = mallory.log();
    let back = mallory.chance.below(3);
    let log = &mut mallory.logs[log];
    log.seq = log.seq.saturating_sub(back);
    if log.seq == 0 {
        log.last = [0; 32];
    }
    let letter = mallory.ordinary(world);
    mallory.offer(world, &letter, Expect::Taken, "from before")
}

pub fn gap(mallory: &mut Mallory, world: &World) -> Offer {
    let far = [1, 1_000, 1 << 31, 1 << 47, u64::MAX / 2];
    let far = *mallory.one(&far);
    let backlink = mallory.hash();
    mallory.entry(world, Expect::Taken, "a gap", |_, entry| {
        entry.seq = entry.seq.saturating_add(far);
        entry.backlink = backlink;
    })
}

/// The last number that there is, in a log that ends there.
pub fn last_number(mallory: &mut Mallory, world: &World) -> Offer {
    let (_, mut entry, text) = mallory.draft(world);
    let device = mallory.device();
    (entry.device, entry.seq) = (device.id(), u64::MAX);
    entry.backlink = mallory.hash();
    let item = Item {
        signed: entry.signed(&device),
        body: Some(text),
    };
    let mut letter = mallory.letter(world, vec![item]);
    if mallory.chance.below(2) == 0 {
        letter.devices = vec![super::mallory::people()[0].certificate(&device)];
    }
    mallory.offer(world, &letter, Expect::Taken, "the last number")
}

pub fn no_place(mallory: &mut Mallory, world: &World) -> Offer {
    let choice = mallory.chance.below(3);
    let hash = mallory.hash();
    mallory.entry(
        world,
        Expect::Refused,
        "no place",
        |_, entry| match choice {
            0 => entry.seq = 0,
            1 => (entry.seq, entry.backlink) = (1, hash),
            _ => (entry.seq, entry.backlink) = (7, [0; 32]),
        },
    )
}

pub fn broken_chain(mallory: &mut Mallory, world: &World) -> Offer {
    let logs = mallory.logs.clone();
    let (log, one, text) = mallory.draft(world);
    let mut next = one.clone();
    (next.seq, next.backlink) = (one.seq + 1, mallory.hash());
    let items = [one, next].map(|entry| Item {
        signed: mallory.aside(log, &entry),
        body: Some(text.clone()),
    });
    mallory.logs = logs;
    let letter = mallory.letter(world, items.to_vec());
    mallory.offer(world, &letter, Expect::Refused, "another backlink")
}

/// In the log of another, whose secret they do not have.
pub fn others_log(mallory: &mut Mallory, world: &World) -> Offer {
    let device = *mallory.one(&world.victim().devices);
    let end = world.victim_end;
    mallory.entry(world, Expect::Refused, "others' log", |mallory, entry| {
        entry.device = device;
        entry.seq = end + 1;
        entry.backlink = mallory.hash();
    })
}

pub fn no_key(mallory: &mut Mallory, world: &World) -> Offer {
    let mut one = [0; 32];
    one[0] = 1;
    let device = *mallory.one(&[[0; 32], one, [0xff; 32], [2; 32]]);
    mallory.entry(world, Expect::Refused, "no key", |_, entry| {
        entry.device = device;
    })
}

pub fn unsigned(mallory: &mut Mallory, world: &World) -> Offer {
    let at = mallory.chance.index(64);
    mallory.altered(world, Expect::Refused, "a false signature", |parts| {
        let length = parts.entries.len();
        parts.entries[length - 64 + at] ^= 1;
        parts.announce();
    })
}

pub fn child_of_others(mallory: &mut Mallory, world: &World) -> Offer {
    if world.records.is_empty() {
        return ordinary(mallory, world);
    }
    let record = mallory.one(&world.records);
    let parents: Vec<[u8; 32]> = match mallory.chance.below(2) {
        0 => record.heads.clone(),
        _ => vec![*mallory.one(&record.revisions)],
    };
    let text = mallory.body(r#"{"tags":["mine now"],"said":"changed by another hand"}"#);
    let log = mallory.log();
    let mut entry = mallory.logs[log].next(record.id, &record.schema, &text);
    entry.parents = parents.into_iter().take(64).collect();
    entry.parents.sort_unstable();
    mallory.entry_with(
        world,
        (log, entry, Some(text)),
        Expect::Taken,
        "others' record",
    )
}

pub fn parents(mallory: &mut Mallory, world: &World) -> Offer {
    let count = *mallory.one(&[1, 63, 64]);
    let of_another = world.records.first().map(|record| record.heads[0]);
    mallory.entry(world, Expect::Taken, "parents", |mallory, entry| {
        entry.parents = (0..count).map(|_| mallory.hash()).collect();
        if let Some(first) = entry.parents.first_mut() {
            *first = of_another.unwrap_or(*first);
        }
        entry.parents.sort_unstable();
    })
}

pub fn wrong_parents(mallory: &mut Mallory, world: &World) -> Offer {
    let choice = mallory.chance.below(4);
    let what = format!("parents {choice}");
    mallory.entry(world, Expect::Refused, &what, |mallory, entry| {
        let count = [65, 255, 2, 3][choice as usize];
        entry.parents = (0..count).map(|_| mallory.hash()).collect();
        entry.parents.sort_unstable();
        match choice {
            2 => entry.parents[1] = entry.parents[0],
            3 => entry.parents.reverse(),
            _ => {}
        }
    })
}

/// Very many states of one record beside each other, or one after another.
pub fn very_many(mallory: &mut Mallory, world: &World) -> Offer {
    let is_chain = mallory.chance.below(2) == 0;
    // More than one revision may be made from, and more than are looked at field by field.
    let count = 60 + mallory.chance.below(100);
    let (record, schema, first) = match world.records.first() {
        Some(known) => (known.id, known.schema.clone(), Some(known.heads[0])),
        None => (mallory.uuid(), "testimony/1".to_owned(), None),
    };
    let (log, mut parent) = (mallory.log(), first);
    let mut items = Vec::new();
    for at in 0..count {
        let json =
            json!({"title": format!("{at}"), "tags": [at.to_string()], "names": [{"text": at}]});
        let text = mallory.body(&json.to_string());
        let mut entry = mallory.logs[log].next(record, &schema, &text);
        entry.parents = parent.into_iter().collect();
        let signed = mallory.logs[log].write(&entry);
        if is_chain {
            parent = Some(signed.hash());
        }
        items.push(Item {
            signed,
            body: Some(text),
        });
    }
    let letter = mallory.letter(world, items);
    mallory.offer(world, &letter, Expect::Taken, "very many states")
}

pub fn clock(mallory: &mut Mallory, world: &World) -> Offer {
    let times = [
        i64::MIN,
        i64::MIN + 1,
        -1,
        0,
        1 << 53,
        i64::MAX - 1,
        i64::MAX,
    ];
    let time = *mallory.one(&times);
    mallory.entry(world, Expect::Taken, &time.to_string(), |_, entry| {
        entry.time = time;
    })
}

pub fn unknown_schema(mallory: &mut Mallory, world: &World) -> Offer {
    let long = "z".repeat(64);
    let schemas = [
        "zebra/9",
        "testimony/999999",
        "testimony",
        "/",
        "a/b/c",
        "-",
        &long,
    ];
    let schema = *mallory.one(&schemas);
    let is_new = mallory.chance.below(2) == 0;
    mallory.entry(world, Expect::Taken, schema, |mallory, entry| {
        entry.schema = schema.as_bytes().to_vec();
        if is_new {
            (entry.record, entry.parents) = (mallory.uuid(), Vec::new());
        }
    })
}

/// A record that seems to change its kind.
pub fn other_kind(mallory: &mut Mallory, world: &World) -> Offer {
    let schema = *mallory.one(&SCHEMAS);
    mallory.entry(world, Expect::Taken, schema, |_, entry| {
        entry.schema = schema.as_bytes().to_vec();
    })
}

pub fn wrong_schema(mallory: &mut Mallory, world: &World) -> Offer {
    let long = "z".repeat(65);
    let schemas = ["", "Note/1", "note 1", "../note", "메모/1", &long];
    let schema = *mallory.one(&schemas);
    mallory.entry(world, Expect::Refused, schema, |_, entry| {
        entry.schema = schema.as_bytes().to_vec();
    })
}

pub fn wrong_form(mallory: &mut Mallory, world: &World) -> Offer {
    let choice = mallory.chance.below(3);
    mallory.entry(world, Expect::Refused, "form", |_, entry| match choice {
        0 => entry.version = 0,
        1 => entry.version = 2,
        _ => entry.tail = vec![0],
    })
}

pub fn twice(mallory: &mut Mallory, world: &World) -> Offer {
    let logs = mallory.logs.clone();
    let item = mallory.item(world);
    mallory.logs = logs;
    let letter = mallory.letter(world, vec![item.clone(), item]);
    mallory.offer(world, &letter, Expect::Refused, "twice")
}

/// A record whose id is no UUID of version 4.
pub fn record_id(mallory: &mut Mallory, world: &World) -> Offer {
    let id = *mallory.one(&[[0; 16], [0xff; 16], [0x11; 16]]);
    mallory.entry(world, Expect::Either, "record id", |_, entry| {
        (entry.record, entry.parents) = (id, Vec::new());
    })
}

pub fn counts(mallory: &mut Mallory, world: &World) -> Offer {
    let choice = mallory.chance.below(8);
    let what = format!("counts {choice}");
    mallory.altered(world, Expect::Refused, &what, |parts| {
        let manifest = &mut parts.manifest;
        match choice {
            0 => manifest["entries"]["count"] = json!(2),
            1 => manifest["entries"]["bytes"] = json!(1),
            2 => manifest["entries"]["sha256"] = json!("00".repeat(32)),
            3 => manifest["heads"] = json!({}),
            4 => manifest["heads"] = json!({"ab".repeat(32): 1}),
            5 => manifest["bodies"]["missing"] = json!([0]),
            6 => manifest["bodies"]["bytes"] = json!(u64::MAX),
            _ => {
                parts.entries.push(0);
                parts.announce();
            }
        }
    })
}

/// What the victim once sent, signed by its devices and sent on: in part, without its words, or marked.
pub fn relayed(mallory: &mut Mallory, world: &World) -> Offer {
    if world.genuine.is_empty() {
        return ordinary(mallory, world);
    }
    let choice = mallory.chance.below(4);
    let mut items = world.genuine.clone();
    // What of it was their own lies beside their log, where it was signed by the way.
    items.retain(|item| !mallory.has_device(&item.signed.place().0));
    match choice {
        0 => items.iter_mut().for_each(|item| item.body = None),
        1 => items.truncate(1),
        2 => items.reverse(),
        _ => {}
    }
    let own = mallory.item(world);
    items.push(own);
    // Where the victim holds both branches of a log, its own bundle says which log is forked. This one does not.
    let places: BTreeSet<_> = items.iter().map(|item| item.signed.place()).collect();
    let expect = match places.len() == items.len() {
        true => Expect::Taken,
        false => Expect::Either,
    };
    let mut letter = mallory.letter(world, items);
    if choice == 3 {
        let marks = world.genuine.iter().map(|item| {
            let record = uuid::Uuid::from_bytes(item.signed.of().0).to_string();
            json!({"record": record, "revision": hex::encode(item.signed.hash())})
        });
        let marks: Vec<_> = marks.collect();
        letter.notices.insert("withdrawn".to_owned(), json!(marks));
    }
    mallory.offer(world, &letter, expect, &format!("relayed {choice}"))
}
