//! Who signs, who is meant, and how it is sealed: docs/FORMAT.md sections 7 and 8.

use serde_json::{Value, json};

use super::mallory::{Expect, Mallory, Offer, World, people};
use crate::craft::keys::{Person, fingerprint, recipient};
use crate::craft::letter::Parts;
use crate::craft::{envelope, tarball};
use crate::post::WORDS;
use crate::support::vault;

/// A bundle that bears these certificates.
fn bearing(
    mallory: &mut Mallory,
    world: &World,
    expect: Expect,
    what: &str,
    devices: Vec<Value>,
) -> Offer {
    mallory.altered(world, expect, what, |parts| {
        parts.manifest["devices"] = json!(devices);
    })
}

pub fn certificates(mallory: &mut Mallory, world: &World) -> Offer {
    let all = mallory.logs.iter();
    let all = all
        .map(|log| people()[0].certificate(&log.device))
        .collect();
    bearing(mallory, world, Expect::Taken, "own", all)
}

/// That another's log is theirs, without its secret.
pub fn others_device(mallory: &mut Mallory, world: &World) -> Offer {
    let device = *mallory.one(&world.victim().devices);
    let own = mallory.logs[0].device.clone();
    let mut certificate = people()[0].false_certificate(&device, &own);
    let choice = mallory.chance.below(3);
    match choice {
        0 => {}
        1 => certificate["proof"] = json!("00".repeat(64)),
        _ => certificate["proof"] = certificate["signature"].clone(),
    }
    let what = format!("another's device {choice}");
    bearing(mallory, world, Expect::Refused, &what, vec![certificate])
}

pub fn incomplete(mallory: &mut Mallory, world: &World) -> Offer {
    let mut certificate = people()[0].certificate(&mallory.logs[0].device);
    let name = *mallory.one(&["proof", "signature", "device", "identity"]);
    certificate.as_object_mut().expect("an object").remove(name);
    bearing(mallory, world, Expect::Refused, name, vec![certificate])
}

/// One device, two identities; each has its secret.
pub fn two_identities(mallory: &mut Mallory, world: &World) -> Offer {
    let log = mallory.log();
    let device = mallory.logs[log].device.clone();
    let mut all: Vec<Value> = people()
        .iter()
        .map(|one| one.certificate(&device))
        .collect();
    match mallory.chance.below(3) {
        0 => all.reverse(),
        1 => drop(all.remove(0)),
        _ => {}
    }
    bearing(mallory, world, Expect::Taken, "two identities", all)
}

pub fn certificate_twice(mallory: &mut Mallory, world: &World) -> Offer {
    let one = people()[0].certificate(&mallory.logs[0].device);
    bearing(
        mallory,
        world,
        Expect::Refused,
        "twice",
        vec![one.clone(), one],
    )
}

pub fn strangers_devices(mallory: &mut Mallory, world: &World) -> Offer {
    let stranger = Person::of_seed(mallory.hash());
    let all = (0..5)
        .map(|_| stranger.certificate(&mallory.device()))
        .collect();
    bearing(mallory, world, Expect::Taken, "strangers'", all)
}

/// More devices than anybody has, bundle after bundle.
pub fn very_many_devices(mallory: &mut Mallory, world: &World) -> Offer {
    let all = (0..40)
        .map(|_| people()[0].certificate(&mallory.device()))
        .collect();
    bearing(mallory, world, Expect::Taken, "very many", all)
}

/// A sender who is not the one who signs.
pub fn other_sender(mallory: &mut Mallory, world: &World) -> Offer {
    let choice = mallory.chance.below(3);
    let victim = world.victim().line.clone();
    let of_friend = people()[1].line.clone();
    let mixed = people()[0].line.replace('A', "B");
    let what = format!("sender {choice}");
    mallory.altered(world, Expect::Refused, &what, |parts| {
        let line = [victim, of_friend, mixed][choice as usize].clone();
        parts.manifest["sender"] = json!(line);
    })
}

/// The right key that signs, with another key to seal for.
pub fn half_sender(mallory: &mut Mallory, world: &World) -> Offer {
    let line = people()[0].line_with(&recipient(&world.victim().line));
    mallory.altered(world, Expect::Either, "half", |parts| {
        parts.manifest["sender"] = json!(line);
    })
}

pub fn stranger(mallory: &mut Mallory, world: &World) -> Offer {
    let stranger = Person::of_seed(mallory.hash());
    let letter = mallory.ordinary(world);
    let parts = letter.parts(&stranger.line);
    let plain = tarball::archive(&parts.members(&stranger));
    Offer::of(
        mallory.seal_plain(world, &plain),
        Expect::Stranger,
        "stranger",
    )
}

pub fn friend(mallory: &mut Mallory, world: &World) -> Offer {
    let letter = mallory.ordinary(world);
    let parts = letter.parts(&people()[1].line);
    let plain = tarball::archive(&parts.members(&people()[1]));
    Offer::of(
        mallory.seal_plain(world, &plain),
        Expect::Taken,
        "the second identity",
    )
}

pub fn recipients(mallory: &mut Mallory, world: &World) -> Offer {
    let own = world.victim().fingerprint.clone();
    let choice = mallory.chance.below(5);
    let what = format!("recipients {choice}");
    mallory.altered(world, Expect::Refused, &what, |parts| {
        parts.manifest["recipients"] = match choice {
            0 => json!([]),
            1 => json!([own, own]),
            2 => json!([fingerprint(&people()[1].line)]),
            3 => json!([&own[..59]]),
            _ => {
                let mut all: Vec<String> = (0..300).map(|at| format!("{at:060}")).collect();
                all.push(own);
                json!(all)
            }
        };
    })
}

pub fn sealed_for_others(mallory: &mut Mallory, world: &World) -> Offer {
    let logs = mallory.logs.clone();
    let letter = mallory.ordinary(world);
    mallory.logs = logs;
    let plain = tarball::archive(&mallory.parts(&letter).members(&people()[0]));
    let other = Person::of_seed(mallory.hash());
    Offer::of(
        envelope::seal(&plain, &[recipient(&other.line)]),
        Expect::Refused,
        "for others",
    )
}

pub fn stanzas(mallory: &mut Mallory, world: &World) -> Offer {
    let choice = mallory.chance.below(5);
    let (times, more) = match choice {
        0 => (1, vec!["X25519"]),
        1 => (1, vec!["ssh-ed25519"]),
        2 => (301, Vec::new()),
        3 => (1, vec!["a-grease"; 2]),
        _ => (1, vec!["a-grease"]),
    };
    let expect = match choice {
        // The writer may have added one of its own, and then there are two.
        4 => Expect::Either,
        _ => Expect::Refused,
    };
    let logs = mallory.logs.clone();
    let letter = mallory.ordinary(world);
    if choice != 4 {
        mallory.logs = logs;
    }
    let plain = tarball::archive(&mallory.parts(&letter).members(&people()[0]));
    let to = [recipient(&world.victim().line)];
    Offer::of(
        envelope::seal_beside(&plain, &to, times, &more),
        expect,
        format!("stanzas {choice}"),
    )
}

fn to_passphrase(mallory: &mut Mallory, parts: &Parts, expect: Expect, what: &str) -> Offer {
    let plain = tarball::archive(&parts.members(&people()[0]));
    let _ = mallory;
    Offer::to_passphrase(tarball::seal(&plain, &vault::secret(WORDS)), expect, what)
}

pub fn passphrase(mallory: &mut Mallory, world: &World) -> Offer {
    let mut letter = mallory.ordinary(world);
    letter.recipients.clear();
    letter.notices.clear();
    let parts = mallory.parts(&letter);
    to_passphrase(mallory, &parts, Expect::Taken, "to a passphrase")
}

/// To a passphrase, and with what is for colleagues alone.
pub fn passphrase_with_notices(mallory: &mut Mallory, world: &World) -> Offer {
    let logs = mallory.logs.clone();
    let mut letter = mallory.ordinary(world);
    mallory.logs = logs;
    let choice = mallory.chance.below(5);
    if choice != 0 {
        letter.recipients.clear();
    }
    letter.notices.clear();
    let mut parts = mallory.parts(&letter);
    let to = world.victim().fingerprint.clone();
    match choice {
        0 => {}
        1 => parts.manifest["number"] = json!(1),
        2 => parts.manifest["holds"] = json!({"places": {}, "newest": {}}),
        3 => parts.manifest["received"] = json!({to: "AQAAAAAAAAAAAAAAOjAAAAEAAAAAAAAAEAAAAAEA"}),
        _ => {
            let mark = json!({"record": letter.bundle, "revision": "ab".repeat(32)});
            parts.manifest["withdrawn"] = json!([mark]);
        }
    }
    let what = format!("notices {choice}");
    to_passphrase(mallory, &parts, Expect::Refused, &what)
}

/// A passphrase that would take a day to try, another one, none.
pub fn wrong_passphrase(mallory: &mut Mallory, world: &World) -> Offer {
    let logs = mallory.logs.clone();
    let mut letter = mallory.ordinary(world);
    mallory.logs = logs;
    letter.recipients.clear();
    letter.notices.clear();
    let plain = tarball::archive(&mallory.parts(&letter).members(&people()[0]));
    let choice = mallory.chance.below(3);
    let words = ["another one", WORDS, WORDS][choice as usize];
    let mut bytes = tarball::seal(&plain, &vault::secret(words));
    if choice > 0 {
        let factor = [&b" 21\n"[..], b" 63\n"][choice as usize - 1];
        let at = bytes.windows(3).position(|some| some == b" 4\n");
        let at = at.expect("the work factor of these tests");
        bytes.splice(at..at + 3, factor.iter().copied());
    }
    Offer::to_passphrase(bytes, Expect::Refused, format!("passphrase {choice}"))
}
