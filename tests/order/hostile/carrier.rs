//! Whoever carries a file and does not carry what was given; and lays hands on a vault that is locked.

use std::os::unix::fs::symlink;

use super::mallory::{Expect, Mallory, Offer, Placed, World, people};
use crate::craft::tarball;
use crate::deed::Deed;
use crate::support::folder;
use crate::team::Team;

fn offer(bytes: Vec<u8>, expect: Expect, what: impl Into<String>) -> Offer {
    Offer::of(bytes, expect, what)
}

/// What was given, or where there is nothing to give, something of their own.
fn given(mallory: &mut Mallory, world: &World) -> Vec<u8> {
    if !world.carried.is_empty() {
        return world.carried.clone();
    }
    let letter = mallory.ordinary(world);
    let plain = tarball::archive(&mallory.parts(&letter).members(&people()[0]));
    mallory.seal_plain(world, &plain)
}

/// What the honest one did.
pub const AS_IT_WAS: &str = "as it was";

pub fn honest(mallory: &mut Mallory, world: &World) -> Offer {
    offer(given(mallory, world), Expect::Taken, AS_IT_WAS)
}

pub fn cut(mallory: &mut Mallory, world: &World) -> Offer {
    let mut bytes = given(mallory, world);
    let length = mallory.chance.index(bytes.len());
    let length = match mallory.chance.below(3) {
        0 => bytes.len() - 1,
        1 => length.min(200),
        _ => length,
    };
    bytes.truncate(length);
    offer(bytes, Expect::Refused, format!("cut at {length}"))
}

pub fn flipped(mallory: &mut Mallory, world: &World) -> Offer {
    let mut bytes = given(mallory, world);
    let at = mallory.chance.index(bytes.len());
    bytes[at] ^= 1 << mallory.chance.below(8);
    offer(bytes, Expect::Refused, format!("flipped at {at}"))
}

pub fn longer(mallory: &mut Mallory, world: &World) -> Offer {
    let mut bytes = given(mallory, world);
    let more = match mallory.chance.below(3) {
        0 => vec![0],
        1 => bytes.clone(),
        _ => mallory.chance.bytes(70_000),
    };
    bytes.extend(more);
    offer(bytes, Expect::Refused, "more behind it")
}

/// One of the bundles from before; or two times the same.
pub fn again(mallory: &mut Mallory, world: &World) -> Offer {
    if world.older.is_empty() {
        return honest(mallory, world);
    }
    let (bytes, is_to_passphrase) = mallory.one(&world.older).clone();
    Offer {
        is_to_passphrase,
        ..offer(bytes, Expect::Either, "again")
    }
}

/// What was looked at is not what is taken.
pub fn exchanged(mallory: &mut Mallory, world: &World) -> Offer {
    let (one, other) = (given(mallory, world), mallory.ordinary(world));
    let parts = mallory.parts(&other);
    let other = mallory.seal(world, &parts);
    let (first, second) = match mallory.chance.below(2) {
        0 => (one, other),
        _ => (other, one),
    };
    Offer {
        shown: Some(first),
        ..offer(second, Expect::Refused, "exchanged")
    }
}

fn placed(mallory: &mut Mallory, world: &World, how: Placed) -> Offer {
    Offer {
        placed: how,
        ..offer(given(mallory, world), Expect::Refused, format!("{how:?}"))
    }
}

pub fn stalls(mallory: &mut Mallory, world: &World) -> Offer {
    placed(mallory, world, Placed::Pipe)
}

pub fn link(mallory: &mut Mallory, world: &World) -> Offer {
    let how = *mallory.one(&[Placed::Link, Placed::LinkToEndless]);
    placed(mallory, world, how)
}

pub fn no_file(mallory: &mut Mallory, world: &World) -> Offer {
    let how = *mallory.one(&[Placed::Folder, Placed::Socket, Placed::Empty]);
    placed(mallory, world, how)
}

/// The vault's folder as it was some deeds ago.
pub fn older_vault(team: &mut Team, at: usize, mallory: &mut Mallory) -> bool {
    team.back_up(at);
    team.act(at, &Deed::Add { kind: 1 });
    if mallory.chance.below(2) == 0 {
        let world = team.world(at, false, mallory);
        let letter = mallory.ordinary(&world);
        let offer = mallory.offer(&world, &letter, Expect::Taken, "before it goes back");
        team.suffer(at, &offer, &mut mallory.chance);
    }
    team.put_back(at, mallory.chance.below(2) == 0);
    true
}

/// A link in the place of a file of the vault: what it leads to is not touched, and the vault opens when it is gone.
pub fn link_in_vault(team: &mut Team, at: usize, mallory: &mut Mallory) -> bool {
    let names = [
        "lock",
        "begun",
        "header.new",
        "pages.new",
        "files/ab",
        "index.new",
        "vault.db-journal",
        "vault.db.new",
    ];
    let name = *mallory.one(&names);
    let outside = team.folder.path().join("outside");
    std::fs::create_dir_all(outside.join("ab")).expect("made");
    std::fs::write(outside.join("ab/letter"), "words of one's own").expect("written");
    std::fs::write(outside.join("letter"), "words of one's own").expect("written");
    let before = folder::snapshot(&outside);
    let member = &mut team.members[at];
    member.lock();
    let there = member.path.join(name);
    if there.is_dir() {
        member.unlock();
        return true;
    }
    let _ = std::fs::remove_file(&there);
    let target = match name {
        "files/ab" => outside.join("ab"),
        _ => outside.join("letter"),
    };
    std::fs::create_dir_all(there.parent().expect("the vault")).expect("made");
    symlink(target, &there).expect("a link");
    let opened = crate::support::vault::try_unlock(&member.path);
    let has_opened = opened.is_ok();
    if let Ok(session) = opened {
        fieldnotes_core::vault::lock(session).expect("it can be locked");
    }
    let changed = folder::difference(&before, &folder::snapshot(&outside));
    assert!(changed.is_empty(), "{name}: {changed:?}");
    if std::fs::symlink_metadata(&there).is_ok_and(|found| found.is_symlink()) {
        std::fs::remove_file(&there).expect("removed");
    }
    member.unlock();
    has_opened
}
