//! What each file in the folder is said to be.

use fieldnotes_core::Timestamp;
use std::fs::File;
use std::time::{Duration, Instant, SystemTime};

use fieldnotes_core::colleague::{self, identity};
use fieldnotes_core::folder::{self, Carried, Memory};
use fieldnotes_core::send::{self, Recipients};
use fieldnotes_core::{Code, Watch};

use crate::pair::{Peer, files, meet};
use crate::support::vault::{befriend, secret};

/// As if it had been left alone for an hour.
fn age(path: &std::path::Path) {
    let file = File::options().write(true).open(path).expect("there");
    file.set_modified(SystemTime::now() - Duration::from_secs(3_600))
        .expect("set");
}

#[test]
fn a_file_is_waited_for_until_the_last_byte_that_its_manifest_promises() {
    let dir = tempfile::tempdir().expect("a temp folder");
    let (mut anna, mut minji) = meet(dir.path());
    anna.note(&"가".repeat(60_000));
    let bytes = std::fs::read(anna.put_file()).expect("written");
    let to = minji.folder.join("x.bundle");
    for length in [0, 1, 30, 1_000, 3_000, 40_000, 70_000, bytes.len() - 1] {
        std::fs::write(&to, &bytes[..length]).expect("written");
        assert_eq!(minji.state(), Carried::Coming, "{length}");
    }
    let file = &minji.look().files[0];
    assert_eq!(file.missing, 1);
    assert_eq!(
        file.sender.as_ref().and_then(|one| one.name.as_deref()),
        Some("anna")
    );
    assert!(minji.take().imports.is_empty());
    // A short one is waited for however long it takes: a stick may come back.
    age(&to);
    assert_eq!(minji.state(), Carried::Coming);

    // Made as long as it will be before it is filled.
    let mut unfilled = bytes.clone();
    let at = unfilled.len() - 40_000;
    unfilled[at..].fill(0);
    std::fs::write(&to, &unfilled).expect("written");
    assert_eq!(minji.state(), Carried::Coming);
    age(&to);
    assert_eq!(minji.state(), Carried::Damaged);

    std::fs::write(&to, [&bytes[..], b"x"].concat()).expect("written");
    assert_eq!(minji.state(), Carried::Damaged);
    std::fs::write(&to, &bytes).expect("written");
    assert_eq!(minji.state(), Carried::Ready);
    assert_eq!(minji.take().imports.len(), 1);
    assert_eq!(minji.state(), Carried::Seen);
}

#[test]
fn what_cannot_be_read_is_coming_until_it_has_stood_still() {
    let dir = tempfile::tempdir().expect("a temp folder");
    let (mut anna, mut minji) = meet(dir.path());
    anna.note("first");
    let bytes = std::fs::read(anna.put_file()).expect("written");
    let to = minji.folder.join("x.bundle");
    let mut flipped = bytes.clone();
    flipped[2_500] ^= 1;
    let mut other = bytes.clone();
    other[..4].copy_from_slice(b"\0\0\0\0");
    for (content, code) in [
        (flipped, Code::BundleDamaged),
        (other, Code::NotABundle),
        (b"plain words".to_vec(), Code::NotABundle),
        (Vec::new(), Code::NotABundle),
    ] {
        std::fs::write(&to, content).expect("written");
        assert_eq!(minji.state(), Carried::Coming);
        age(&to);
        assert_eq!(minji.state(), Carried::Damaged);
        assert_eq!(minji.look().files[0].code, Some(code));
    }
}

#[test]
fn each_file_is_said_to_be_what_it_is() {
    let dir = tempfile::tempdir().expect("a temp folder");
    let (mut anna, mut minji) = meet(dir.path());
    let mut suni = Peer::new(&dir.path().join("suni"));
    befriend((&mut anna.session, "anna"), (&mut suni.session, "suni"));
    anna.note("for Minji");
    let put = anna.put();
    assert_eq!(put.people, ["minji"]);
    assert_eq!(
        put.unverified,
        ["suni"],
        "never compared, so never of itself"
    );
    let ours = files(&anna.folder).remove(0);
    assert_eq!(anna.look().count(Carried::Own), 1);

    // A stranger: Suni knows Minji, and Minji does not know Suni.
    let line = identity::show(&minji.session).identity;
    colleague::add(&mut suni.session, &line, "minji").expect("added");
    suni.note("from a stranger");
    let named = ["minji".to_owned()];
    folder::put(&mut suni.session, Some(&named), &mut Watch::silent()).expect("put");
    let strange = files(&suni.folder).remove(0);
    // For others.
    let named = ["suni".to_owned()];
    let for_suni = folder::put(&mut anna.session, Some(&named), &mut Watch::silent());
    assert_eq!(for_suni.expect("put").bundles.len(), 1);
    let mut all = files(&anna.folder);
    all.retain(|path| *path != ours);
    let passphrase = secret("낱말 여섯 개면 되지요");
    let locked = dir.path().join("locked.bundle");
    let to = Recipients::Passphrase(&passphrase);
    send::export(&anna.session, &locked, &to, None, &mut Watch::silent()).expect("written");

    let into = |name: &str| minji.folder.join(name);
    for (from, name) in [
        (&ours, "a.bundle"),
        (&ours, "b (copy).bundle"),
        (&ours, "c.bundle.part"),
        (&ours, ".syncthing.d.bundle.tmp"),
        (&ours, "~e.bundle"),
        (&strange, "strange.bundle"),
        (&all[0], "others.fnbundle"),
        (&locked, "locked.bundle"),
    ] {
        std::fs::copy(from, into(name)).expect("carried");
    }
    std::fs::create_dir(into("folder.bundle")).expect("made");
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("/dev/zero", into("zero.bundle")).expect("a link");
        std::os::unix::fs::symlink(&ours, into("link.bundle")).expect("a link");
        let made = std::process::Command::new("mkfifo")
            .arg(into("pipe.bundle"))
            .status();
        assert!(made.expect("mkfifo runs").success());
    }
    // A file of a terabyte, of nothing.
    let huge = File::create(into("huge.bundle")).expect("made");
    huge.set_len(1 << 40).expect("sparse");
    age(&into("huge.bundle"));

    let began = Instant::now();
    let arrivals = minji.look();
    assert!(began.elapsed() < Duration::from_secs(5), "nothing blocks");
    let count = |state| arrivals.count(state);
    assert_eq!(count(Carried::Ready), 1);
    assert_eq!(count(Carried::Copy), 1);
    assert_eq!(count(Carried::UnknownSender), 1);
    assert_eq!(count(Carried::NotForUs), 1);
    assert_eq!(count(Carried::NeedsPassphrase), 1);
    assert_eq!(count(Carried::Damaged), 1);
    assert_eq!(arrivals.states.values().sum::<u64>(), 6);
    // Without the ready one, its copy and what is not for us, four wait for a person.
    assert_eq!(arrivals.files.len(), 4);
    let done = minji.take();
    assert_eq!((done.imports.len(), done.refused), (1, vec![]));
    assert_eq!(minji.look().count(Carried::Seen), 2);
    let error = folder::take(
        &mut minji.session,
        Some(&["strange.bundle".to_owned()]),
        &mut minji.memory,
        &mut Watch::silent(),
    );
    assert_eq!(error.expect_err("not of itself").code, Code::FileNotReady);
}

/// A file that proves damaged in its middle, which no look sees, keeps the others from nothing.
#[test]
fn one_bad_file_keeps_no_other_from_coming() {
    let dir = tempfile::tempdir().expect("a temp folder");
    let (mut anna, mut minji) = meet(dir.path());
    for number in 0..3 {
        anna.note(&format!("{number} {}", "다".repeat(90_000)));
        let mut bytes = std::fs::read(anna.put_file()).expect("written");
        if number == 1 {
            let middle = bytes.len() / 2;
            bytes[middle] ^= 1;
        }
        std::fs::write(minji.folder.join(format!("{number}.bundle")), bytes).expect("carried");
    }
    assert_eq!(minji.look().count(Carried::Ready), 3);
    let done = minji.take();
    assert_eq!(done.imports.len(), 2);
    assert_eq!(
        (done.refused[0].name.as_str(), done.refused[0].code),
        ("1.bundle", Code::BundleDamaged)
    );
}

/// What is in the folder for years costs nothing but the listing.
#[test]
fn a_second_look_at_a_thousand_files_checks_nothing_anew() {
    let dir = tempfile::tempdir().expect("a temp folder");
    let (mut anna, mut minji) = meet(dir.path());
    let mut suni = Peer::new(&dir.path().join("suni"));
    befriend((&mut anna.session, "anna"), (&mut suni.session, "suni"));
    anna.note("for Minji");
    let for_minji = anna.put_file();
    let named = ["suni".to_owned()];
    folder::put(&mut anna.session, Some(&named), &mut Watch::silent()).expect("put");
    let mut others = files(&anna.folder);
    others.retain(|path| *path != for_minji);
    for number in 0..1_000 {
        let from = if number % 2 == 0 {
            &for_minji
        } else {
            &others[0]
        };
        std::fs::copy(from, minji.folder.join(format!("{number}.bundle"))).expect("copied");
    }
    let began = Instant::now();
    let arrivals = minji.look();
    let first = began.elapsed();
    assert_eq!(arrivals.count(Carried::Ready), 1);
    assert_eq!(arrivals.count(Carried::Copy), 499);
    assert_eq!(arrivals.count(Carried::NotForUs), 500);
    let began = Instant::now();
    assert_eq!(minji.look(), arrivals);
    println!("1,000 files: {first:?}, and again {:?}", began.elapsed());
    let chosen = folder::chosen(&minji.session).expect("chosen");
    let list = |memory: &mut Memory| memory.list(&chosen, Timestamp(0)).expect("listed").len();
    assert_eq!(list(&mut minji.memory), 0);
    assert_eq!(list(&mut Memory::default()), 1_000);
}

#[test]
fn the_folder_is_kept_in_the_vault_and_is_never_the_vault() {
    let dir = tempfile::tempdir().expect("a temp folder");
    let mut peer = Peer::new(&dir.path().join("anna"));
    let chosen = folder::show(&peer.session);
    assert!(chosen.is_there && chosen.path.as_deref() == peer.folder.to_str());
    for unsuitable in [
        dir.path().to_owned(),
        dir.path().join("anna"),
        dir.path().join("anna/files"),
    ] {
        let error = folder::set(&mut peer.session, &unsuitable).expect_err("not the vault");
        assert_eq!(error.code, Code::FolderUnsuitable);
    }
    let error = folder::set(&mut peer.session, &dir.path().join("none")).expect_err("not there");
    assert_eq!(error.code, Code::FolderGone);
    drop(peer.session);
    let mut session = crate::support::vault::unlock(&dir.path().join("anna"));
    assert_eq!(folder::show(&session), chosen);
    folder::unset(&mut session).expect("forgotten");
    assert_eq!(folder::show(&session).path, None);
    let error = folder::put(&mut session, None, &mut Watch::silent()).expect_err("no folder");
    assert_eq!(error.code, Code::FolderNotSet);
}
