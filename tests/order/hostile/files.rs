//! Contents that are not what is said of them, and archives that are not in the one form: docs/FORMAT.md section 8.

use serde_json::json;
use uuid::Uuid;

use super::mallory::{Expect, Mallory, Offer, World, people};
use crate::craft::keys::sha256;
use crate::craft::letter::{Item, Letter};
use crate::craft::tarball::{self, BLOCK};

/// A bundle with a content and the record that names it; what that says of the size is put to it.
fn attached(mallory: &mut Mallory, world: &World, says: impl Fn(u64) -> u64) -> Letter {
    let length = *mallory.one(&[0, 1, 5_000, 70_000]);
    let content = mallory.chance.bytes(length);
    let owner = world
        .records
        .first()
        .map(|record| Uuid::from_bytes(record.id));
    let record = json!({
        "name": "../../그림\u{202e}.png",
        "media_type": "image/png",
        "size": says(length as u64),
        "sha256": sha256(&content),
        "attached_to": owner.map(|owner| owner.to_string()),
    });
    let text = mallory.body(&record.to_string());
    let (id, log) = (mallory.uuid(), mallory.log());
    let entry = mallory.logs[log].next(id, "attachment/1", &text);
    let signed = mallory.logs[log].write(&entry);
    let mut letter = mallory.letter(
        world,
        vec![Item {
            signed,
            body: Some(text),
        }],
    );
    letter.files = vec![content];
    letter
}

pub fn attachment(mallory: &mut Mallory, world: &World) -> Offer {
    let letter = attached(mallory, world, |length| length);
    mallory.offer(world, &letter, Expect::Taken, "an attachment")
}

/// The record says another size than the content has.
pub fn record_lies(mallory: &mut Mallory, world: &World) -> Offer {
    let lie = *mallory.one(&[0, 1, 1 << 40, 1 << 53]);
    let letter = attached(mallory, world, |_| lie);
    mallory.offer(world, &letter, Expect::Taken, &format!("says {lie}"))
}

/// The record names what does not come.
pub fn not_sent(mallory: &mut Mallory, world: &World) -> Offer {
    let mut letter = attached(mallory, world, |length| length);
    letter.files.clear();
    mallory.offer(world, &letter, Expect::Taken, "not sent")
}

/// Contents that no record names.
pub fn unnamed(mallory: &mut Mallory, world: &World) -> Offer {
    let mut letter = mallory.ordinary(world);
    for _ in 0..3 {
        letter.files.push(mallory.chance.bytes(3_000));
    }
    mallory.offer(world, &letter, Expect::Taken, "named by nothing")
}

pub fn lies(mallory: &mut Mallory, world: &World) -> Offer {
    let logs = mallory.logs.clone();
    let letter = attached(mallory, world, |length| length);
    mallory.logs = logs;
    let mut parts = mallory.parts(&letter);
    let choice = mallory.chance.below(9);
    let size = letter.files[0].len();
    match choice {
        0 => parts.files[0].1.push(1),
        1 => parts.manifest["files"][0]["size"] = json!(size + 1),
        2 => parts.manifest["files"][0]["sha256"] = json!("ab".repeat(32)),
        3 => drop(parts.files.pop()),
        4 => parts.manifest["files"] = json!([]),
        5 => parts.manifest["files"][0]["size"] = json!(1_u64 << 40),
        6 => parts.files[0].0 = "files/../../x".to_owned(),
        7 => {
            let one = parts.manifest["files"][0].clone();
            parts.manifest["files"] = json!([one, one]);
            parts.files = vec![parts.files[0].clone(); 2];
        }
        _ => {
            let one = |at: u32| json!({"sha256": format!("{at:064x}"), "size": 0});
            parts.manifest["files"] = (0..100_001).map(one).collect();
        }
    }
    let what = format!("files {choice}");
    mallory.offer_parts(world, &parts, Expect::Refused, &what)
}

/// Archives that another program would read, and one that follows the page does not.
pub fn archive(mallory: &mut Mallory, world: &World) -> Offer {
    let logs = mallory.logs.clone();
    let letter = mallory.ordinary(world);
    mallory.logs = logs;
    let mut members = mallory.parts(&letter).members(&people()[0]);
    let choice = mallory.chance.below(11);
    match choice {
        0 => members.swap(0, 1),
        1 => members.swap(2, 3),
        2 => members.push(("more".to_owned(), Vec::new())),
        3 => members.insert(0, members[0].clone()),
        4 => drop(members.pop()),
        5 => members[3].0 = "../bodies.bin".to_owned(),
        _ => {}
    }
    let mut plain = tarball::archive(&members);
    let end = plain.len();
    match choice {
        // The kind of a member: a link.
        6 => plain[156] = b'2',
        7 => plain[100..107].copy_from_slice(b"0000777"),
        8 => plain[end - 1] = 1,
        9 => plain.truncate(end - BLOCK),
        10 => plain.resize(end + BLOCK, 0),
        _ => {}
    }
    let what = format!("archive {choice}");
    Offer::of(mallory.seal_plain(world, &plain), Expect::Refused, what)
}
