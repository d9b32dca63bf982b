//! Bundles that are not for us, not whole, or no bundles at all. A vault that was offered one is as it was.

use std::fs;
use std::path::PathBuf;

use fieldnotes_core::colleague::{Who, identity};
use fieldnotes_core::{
    Code, Error, Exit, SecretString, Watch, receive, record, review, send, vault as api_vault,
};

use crate::scene::Scene;
use crate::support::chance::Chance;
use crate::support::folder;
use crate::support::vault;
use crate::tarball;

/// A vault and what is offered to it.
pub struct Target {
    pub scene: Scene,
    pub passphrase: SecretString,
}

impl Target {
    pub fn set() -> Self {
        Self {
            scene: Scene::set(),
            passphrase: vault::secret("묶음의 암호문"),
        }
    }

    /// A bundle of the colleague's records.
    fn bundle(&self, to: &send::Recipients<'_>) -> Vec<u8> {
        let colleague = vault::unlock(&self.scene.dir.path().join("colleague"));
        let out = self.scene.dir.path().join("honest.fnb");
        let _ = fs::remove_file(&out);
        send::export(&colleague, &out, to, None, &mut Watch::silent()).expect("sent");
        api_vault::lock(colleague).expect("it can be locked");
        fs::read(&out).expect("written")
    }

    fn bundle_to_passphrase(&self) -> Vec<u8> {
        self.bundle(&send::Recipients::Passphrase(&self.passphrase))
    }

    fn bundle_to_me(&self) -> Vec<u8> {
        self.bundle(&send::Recipients::Colleagues(&["me".to_owned()]))
    }

    /// Writes a file that is offered as a bundle.
    pub fn offer(&self, bytes: &[u8]) -> PathBuf {
        let path = self.scene.dir.path().join("offered");
        fs::write(&path, bytes).expect("written");
        path
    }

    /// Offers a file and returns why it was refused. Neither looking nor taking in has changed a byte of the vault.
    pub fn refused(&self, what: &str, bytes: &[u8], accept_unknown: bool) -> Error {
        self.refused_with(what, bytes, accept_unknown, Some(&self.passphrase))
    }

    fn refused_with(
        &self,
        what: &str,
        bytes: &[u8],
        accept_unknown: bool,
        passphrase: Option<&SecretString>,
    ) -> Error {
        let path = self.offer(bytes);
        let mut session = vault::unlock(&self.scene.vault());
        let silent = &mut Watch::silent();
        let paths = [path];
        let looked = receive::preview(&session, &paths, passphrase, 10, silent);
        let taken = receive::import(&mut session, &paths, passphrase, accept_unknown, silent);
        let error = taken.map(|done| done.bundles).expect_err(what);
        // Looking refuses what taking in refuses, for the same reason; but for what is only not to be taken in.
        match looked {
            Err(looked) => assert_eq!(looked.code, error.code, "{what}"),
            Ok(seen) => {
                let refused = seen.files.iter().find_map(|file| file.refused);
                let is_stranger = seen
                    .files
                    .iter()
                    .any(|file| file.sender.who == Who::Unknown);
                let code = refused.or(is_stranger.then_some(Code::SenderUnknown));
                assert_eq!(code, Some(error.code), "{what}");
            }
        }
        assert_eq!(vault::digest(&session), self.scene.digest, "{what}");
        api_vault::lock(session).expect("it can be locked");
        let now = folder::snapshot(&self.scene.vault());
        let changed = folder::difference(&self.scene.files, &now);
        assert!(changed.is_empty(), "{what}: {changed:?}");
        error
    }
}

/// Where the part of an envelope ends that says for whom it is. A change in it cannot be distinguished from an envelope that was
/// made for somebody else.
fn stanzas_end(envelope: &[u8]) -> usize {
    let mark = b"\n--- ";
    let at = envelope.windows(mark.len()).position(|part| part == mark);
    at.expect("every age file has it")
}

#[test]
fn a_flipped_byte_anywhere_in_a_bundle_is_noticed() {
    let mut chance = Chance::new("flipped bytes of bundles");
    let target = Target::set();
    for envelope in [target.bundle_to_me(), target.bundle_to_passphrase()] {
        let end = stanzas_end(&envelope);
        let random = (0..150).map(|_| chance.index(envelope.len()));
        let places: Vec<usize> = (0..24).chain(end - 4..end + 70).chain(random).collect();
        for at in places {
            let mut flipped = envelope.clone();
            flipped[at] ^= 1 << chance.below(8);
            let what = format!("byte {at} of {}, stanzas end at {end}", envelope.len());
            let passphrase = Some(&target.passphrase);
            let error = target.refused_with(&what, &flipped, false, passphrase);
            let is_right =
                error.code.exit() == Exit::Damaged || (at < end && error.code.exit() == Exit::Key);
            assert!(is_right, "{what}: {error:?}");
        }
    }
}

/// Someone who has the passphrase of a bundle may change what is inside and seal it again. The signature reports.
#[test]
fn a_byte_changed_inside_a_bundle_is_noticed() {
    let mut chance = Chance::new("bytes changed inside");
    let target = Target::set();
    let plain = tarball::open(&target.bundle_to_passphrase(), &target.passphrase);
    let random: Vec<usize> = (0..200).map(|_| chance.index(plain.len())).collect();
    // Headers of members are where a lenient reader would be led astray.
    let headers = (0..plain.len()).step_by(tarball::BLOCK);
    let headers = headers.filter(|at| plain[at + 257..].starts_with(b"ustar"));
    let in_headers: Vec<usize> = headers
        .flat_map(|at| [at, at + 124, at + 156, at + 345])
        .collect();
    assert!(
        in_headers.len() >= 5 * 4,
        "manifest, signature, entries, bodies, file"
    );
    for at in random.into_iter().chain(in_headers) {
        let mut changed = plain.clone();
        changed[at] ^= 1 << chance.below(8);
        let envelope = tarball::seal(&changed, &target.passphrase);
        let what = format!("plain byte {at} of {}", plain.len());
        let error = target.refused(&what, &envelope, false);
        assert_eq!(error.code.exit(), Exit::Damaged, "{what}: {error:?}");
    }
}

#[test]
fn a_bundle_that_was_cut_is_noticed() {
    let mut chance = Chance::new("cut bundles");
    let target = Target::set();
    for envelope in [target.bundle_to_me(), target.bundle_to_passphrase()] {
        let random = (0..40).map(|_| chance.index(envelope.len()));
        for at in random.chain([0, 1, 21, 22, envelope.len() - 1]) {
            let what = format!("cut at {at} of {}", envelope.len());
            let error = target.refused(&what, &envelope[..at], false);
            assert_eq!(error.code.exit(), Exit::Damaged, "{what}: {error:?}");
        }
        let longer = [&envelope[..], b"x"].concat();
        let error = target.refused("a byte more", &longer, false);
        assert_eq!(error.code.exit(), Exit::Damaged, "{error:?}");
    }
}

/// Members that were taken out, doubled, renamed or brought into another order.
#[test]
fn a_bundle_that_was_put_together_anew_is_noticed() {
    let target = Target::set();
    let plain = tarball::open(&target.bundle_to_passphrase(), &target.passphrase);
    let members = tarball::members(&plain);
    assert_eq!(
        tarball::archive(&members),
        plain,
        "our archives are spelled alike"
    );
    let refuse = |what: &str, members: &[(String, Vec<u8>)]| {
        let envelope = tarball::seal(&tarball::archive(members), &target.passphrase);
        let error = target.refused(what, &envelope, true);
        assert_eq!(error.code.exit(), Exit::Damaged, "{what}: {error:?}");
    };
    for at in 0..members.len() {
        let name = &members[at].0;
        let mut less = members.clone();
        less.remove(at);
        refuse(&format!("without {name}"), &less);
        let mut more = members.clone();
        more.insert(at, members[at].clone());
        refuse(&format!("{name} twice"), &more);
        let mut empty = members.clone();
        empty[at].1.clear();
        refuse(&format!("{name} empty"), &empty);
        for path in [
            "../x",
            "../../.bashrc",
            "/tmp/x",
            "files/../../x",
            "vault.db",
        ] {
            let mut renamed = members.clone();
            path.clone_into(&mut renamed[at].0);
            refuse(&format!("{name} as {path}"), &renamed);
        }
        let mut turned = members.clone();
        turned.rotate_left(at.max(1));
        refuse("in another order", &turned);
    }
    let mut more = members.clone();
    more.push(("../x".to_owned(), b"x".to_vec()));
    refuse("a path that climbs, at the end", &more);
    refuse("nothing", &[]);
    assert!(!target.scene.dir.path().join("x").exists());
}

#[test]
fn a_bundle_for_somebody_else_does_not_open() {
    let target = Target::set();
    let dir = target.scene.dir.path();
    let mut colleague = vault::unlock(&dir.join("colleague"));
    let other = vault::fresh(&dir.join("other"));
    let line = identity::show(&other).identity;
    fieldnotes_core::colleague::add(&mut colleague, &line, "other").expect("new");
    api_vault::lock(colleague).expect("it can be locked");
    let envelope = target.bundle(&send::Recipients::Colleagues(&["other".to_owned()]));
    let error = target.refused_with("for somebody else", &envelope, true, None);
    assert_eq!((error.code, error.code.exit()), (Code::NotForUs, Exit::Key));

    let envelope = target.bundle_to_passphrase();
    let wrong = vault::secret("다른 암호문");
    let error = target.refused_with("a wrong passphrase", &envelope, true, Some(&wrong));
    assert_eq!(
        (error.code, error.code.exit()),
        (Code::WrongPassphrase, Exit::Key)
    );
    let error = target.refused_with("no passphrase", &envelope, true, None);
    assert_eq!(
        (error.code, error.code.exit()),
        (Code::PassphraseNeeded, Exit::Usage)
    );
}

#[test]
fn a_bundle_of_an_unknown_sender_waits_for_the_users_word() {
    let target = Target::set();
    let dir = target.scene.dir.path();
    let mut stranger = vault::fresh(&dir.join("stranger"));
    record::add(&mut stranger, "note", br#"{"text":"?"}"#).expect("saved");
    let to = send::Recipients::Passphrase(&target.passphrase);
    let out = dir.join("stranger.fnb");
    send::export(&stranger, &out, &to, None, &mut Watch::silent()).expect("sent");
    let envelope = fs::read(&out).expect("written");
    let error = target.refused("unknown sender", &envelope, false);
    assert_eq!(
        (error.code, error.code.exit()),
        (Code::SenderUnknown, Exit::Refused)
    );
    // One bad bundle among good ones: none is taken in.
    let good = target.offer(&target.bundle_to_me());
    let mut session = vault::unlock(&target.scene.vault());
    let paths = [good, out];
    let passphrase = Some(&target.passphrase);
    let error = receive::import(
        &mut session,
        &paths,
        passphrase,
        false,
        &mut Watch::silent(),
    );
    assert_eq!(error.expect_err("one is unknown").code, Code::SenderUnknown);
    assert_eq!(vault::digest(&session), target.scene.digest);
}

#[test]
fn what_is_no_bundle_is_reported() {
    let target = Target::set();
    let plain = tarball::open(&target.bundle_to_passphrase(), &target.passphrase);
    let seal = |plain: &[u8]| tarball::seal(plain, &target.passphrase);
    for (what, bytes) in [
        ("nothing", Vec::new()),
        ("text", b"Dear colleague, see attachment".to_vec()),
        ("a plain archive", plain.clone()),
        ("a picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec()),
        ("zeros", vec![0; 100_000]),
        (
            "a bundle in text form",
            b"-----BEGIN AGE ENCRYPTED FILE-----\n".to_vec(),
        ),
        ("sealed text", seal(b"Dear colleague, see attachment")),
        ("sealed zeros", seal(&vec![0; 100_000])),
        ("an envelope in an envelope", seal(&seal(&plain))),
        ("an empty envelope", seal(b"")),
        (
            "an archive of others",
            seal(&tarball::archive(&[("../x".to_owned(), b"x".to_vec())])),
        ),
    ] {
        let error = target.refused(what, &bytes, true);
        assert_eq!(error.code.exit(), Exit::Damaged, "{what}: {error:?}");
        assert!(
            matches!(error.code, Code::NotABundle | Code::BundleDamaged),
            "{what}: {error:?}"
        );
    }
    // A review package is none either, and a bundle is no review package.
    let mut session = vault::unlock(&target.scene.vault());
    let out = target.scene.dir.path().join("package");
    let chosen = [target.scene.owner.clone()];
    let silent = &mut Watch::silent();
    review::export(
        &mut session,
        &out,
        &target.passphrase,
        &review::ReviewOrder::new(&chosen, "research", "a university"),
        silent,
    )
    .expect("written");
    drop(session);
    target.scene.mend();
    let error = target.refused("a review package", &fs::read(&out).expect("written"), true);
    assert_eq!(error.code, Code::NotABundle);
    let path = target.offer(&target.bundle_to_passphrase());
    let error = review::open(&path, &target.passphrase, silent).expect_err("a bundle");
    assert_eq!(error.code, Code::NotAReview);
}
