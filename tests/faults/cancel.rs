//! Cancelling leaves things as they were, at whatever step it comes.

use std::path::{Path, PathBuf};

use fieldnotes_core::record::{self, import};
use fieldnotes_core::{
    Cancelled, Code, Error, Progress, Session, Watch, attachment, receive, review, send,
    vault as api_vault,
};

use crate::support::{folder, vault};

/// Two vaults and a folder for what goes between them.
struct WorkDir {
    dir: tempfile::TempDir,
    session: Session,
    owner: String,
}

impl WorkDir {
    fn set() -> Self {
        let dir = tempfile::tempdir().expect("a temp folder");
        std::fs::create_dir(dir.path().join("out")).expect("a folder can be made");
        let mut session = vault::fresh(&dir.path().join("vault"));
        let owner = record::add(&mut session, "note", br#"{"text":"first"}"#).expect("saved");
        Self {
            owner: owner.id,
            session,
            dir,
        }
    }

    fn vault(&self) -> PathBuf {
        self.dir.path().join("vault")
    }

    fn out(&self, name: &str) -> PathBuf {
        self.dir.path().join("out").join(name)
    }

    fn plain(&self, length: usize) -> PathBuf {
        let path = self.dir.path().join("plain.bin");
        std::fs::write(&path, vec![7; length]).expect("a file can be written");
        path
    }

    /// Does it again and again, cancelled at the first step, the second and so on, until it comes to its end.
    /// After each cancelling every file is as it was. Returns the number of steps.
    fn cancel_everywhere<T>(
        &mut self,
        mut work: impl FnMut(&mut Session, &mut Watch<'_>) -> Result<T, Error>,
    ) -> u64 {
        let digest = vault::digest(&self.session);
        let before = folder::snapshot(self.dir.path());
        let listed = names(self.dir.path());
        for stop_at in 0.. {
            let mut step = 0;
            let mut look = |_: Progress| {
                step += 1;
                if step > stop_at {
                    Err(Cancelled)
                } else {
                    Ok(())
                }
            };
            match work(&mut self.session, &mut Watch::new(&mut look)) {
                Ok(_) => return stop_at,
                Err(error) => assert_eq!(error.code, Code::Cancelled, "at step {stop_at}"),
            }
            assert_eq!(vault::digest(&self.session), digest, "at step {stop_at}");
            let difference = folder::difference(&before, &folder::snapshot(self.dir.path()));
            assert!(difference.is_empty(), "at step {stop_at}: {difference:?}");
            assert_eq!(names(self.dir.path()), listed, "at step {stop_at}");
        }
        unreachable!("there is a last step")
    }

    fn finish(self) {
        api_vault::lock(self.session).expect("it can be locked");
        vault::assert_whole(&self.dir.path().join("vault"), "after all was cancelled");
    }
}

fn names(root: &Path) -> Vec<PathBuf> {
    let mut names = Vec::new();
    folder::walk(root, &mut |path, _| names.push(path.to_owned()));
    names.sort();
    names
}

#[test]
fn a_cancelled_attachment_leaves_nothing() {
    let mut workdir = WorkDir::set();
    let (plain, owner) = (workdir.plain(700_000), workdir.owner.clone());
    let steps =
        workdir.cancel_everywhere(|session, watch| attachment::add(session, &owner, &plain, watch));
    assert!(steps > 5, "{steps} steps");
    workdir.finish();
}

#[test]
fn a_cancelled_bundle_leaves_nothing() {
    let mut workdir = WorkDir::set();
    let mut sender = WorkDir::set();
    let (plain, owner) = (sender.plain(300_000), sender.owner.clone());
    attachment::add(&mut sender.session, &owner, &plain, &mut Watch::silent()).expect("saved");
    vault::befriend(
        (&mut workdir.session, "workdir"),
        (&mut sender.session, "sender"),
    );

    let (out, to) = (sender.out("b.fnb"), ["workdir".to_owned()]);
    let to = send::Recipients::Colleagues(&to);
    let steps =
        sender.cancel_everywhere(|session, watch| send::export(session, &out, &to, None, watch));
    assert!(steps > 5, "{steps} steps");

    let steps = workdir.cancel_everywhere(|session, watch| {
        receive::import(session, std::slice::from_ref(&out), None, false, watch)
    });
    assert!(steps > 5, "{steps} steps");
    assert_eq!(vault::record_ids(&workdir.session).len(), 3);

    let file = std::slice::from_ref(&out);
    let steps =
        workdir.cancel_everywhere(|session, watch| receive::preview(session, file, None, 9, watch));
    assert!(steps > 5, "{steps} steps");
    let import = receive::imports(&workdir.session, 1).imports[0].id.clone();
    let import = import.expect("it has a name");
    workdir.cancel_everywhere(|session, watch| receive::undo(session, &import, watch));
    assert_eq!(vault::record_ids(&workdir.session).len(), 1);
    sender.finish();
    workdir.finish();
}

#[test]
fn a_cancelled_review_package_leaves_nothing() {
    let mut workdir = WorkDir::set();
    let (out, chosen) = (workdir.out("r.fnreview"), [workdir.owner.clone()]);
    let passphrase = vault::secret("낱말 여섯");
    let order = review::ReviewOrder::new(&chosen, "research", "a university");
    let steps = workdir.cancel_everywhere(|session, watch| {
        review::export(session, &out, &passphrase, &order, watch)
    });
    assert!(steps > 3, "{steps} steps");
    workdir.cancel_everywhere(|_, watch| review::open(&out, &passphrase, watch));
    workdir.finish();
}

/// Saving an attachment to a file is an export as well.
#[test]
fn a_cancelled_copy_leaves_nothing() {
    let mut workdir = WorkDir::set();
    let (plain, owner, out) = (
        workdir.plain(300_000),
        workdir.owner.clone(),
        workdir.out("copy"),
    );
    let added = attachment::add(&mut workdir.session, &owner, &plain, &mut Watch::silent());
    let id = added.expect("saved").id;
    let steps =
        workdir.cancel_everywhere(|session, watch| attachment::save(session, &id, &out, watch));
    assert!(steps > 3, "{steps} steps");
    workdir.finish();
}

/// All lines are one transaction: nothing of an import that was cancelled is there, and the failure says so.
#[test]
fn a_cancelled_bulk_import_leaves_nothing() {
    let mut workdir = WorkDir::set();
    let line = |number| format!("{{\"kind\":\"note\",\"text\":\"줄 {number}\"}}\n");
    let few: String = (0..50).map(line).collect();
    workdir.cancel_everywhere(|session, watch| {
        import::lines(session, &mut few.as_bytes(), few.len() as u64, watch)
    });
    let held = vault::record_ids(&workdir.session).len();
    assert_eq!(held, 51);

    let many: String = (0..2_500).map(line).collect();
    let mut step = 0;
    let mut look = |_: Progress| {
        step += 1;
        if step > 2 { Err(Cancelled) } else { Ok(()) }
    };
    let watch = &mut Watch::new(&mut look);
    let error = import::lines(&mut workdir.session, &mut many.as_bytes(), 0, watch)
        .expect_err("it was cancelled");
    assert_eq!(error.code, Code::Cancelled);
    assert_eq!(error.params["saved"], "0");
    assert_eq!(vault::record_ids(&workdir.session).len(), held);
    assert!(workdir.vault().exists());
    workdir.finish();
}
