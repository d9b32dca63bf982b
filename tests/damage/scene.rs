//! A vault with everything in it that a vault can have, and what an onlooker may find after it was harmed.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use fieldnotes_core::record::{self, draft};
use fieldnotes_core::search::{self, list};
use fieldnotes_core::vault::verify;
use fieldnotes_core::{
    Code, Error, Exit, Session, Watch, attachment, receive, send, vault as api_vault,
};
use serde_json::{Value, json};

use crate::support::folder::{self, Snapshot};
use crate::support::vault;

/// A vault that is locked, and what it says.
pub struct Scene {
    pub dir: tempfile::TempDir,
    /// Its files as they were when it was locked.
    pub files: Snapshot,
    /// What each record says, and said before.
    pub records: BTreeMap<String, Vec<Value>>,
    /// One record of ours.
    pub owner: String,
    /// The attachments, ours and the one that came, with their contents.
    pub contents: BTreeMap<String, Vec<u8>>,
    pub digest: String,
}

impl Scene {
    /// The files without which something is lost. The search index is not among them: what is wrong with it is mended by
    /// the next search (tests/index.rs).
    pub fn lasting_files(&self) -> impl Iterator<Item = &PathBuf> {
        self.files.keys().filter(|file| !file.starts_with("index"))
    }

    /// Makes records of all kinds, a draft, a colleague, attachments, an imported bundle, a history.
    pub fn set() -> Self {
        let dir = tempfile::tempdir().expect("a temp folder");
        let mut session = vault::fresh(&dir.path().join("vault"));
        let mut colleague = vault::fresh(&dir.path().join("colleague"));
        vault::befriend((&mut session, "me"), (&mut colleague, "colleague"));
        let mut contents = BTreeMap::new();
        let owner = fill(&mut session, dir.path(), "우리", &mut contents);
        fill(&mut colleague, dir.path(), "동료", &mut contents);
        let out = dir.path().join("from colleague.fnb");
        let to = ["me".to_owned()];
        let to = send::Recipients::Colleagues(&to);
        send::export(&colleague, &out, &to, None, &mut Watch::silent()).expect("sent");
        receive::import(&mut session, &[out], None, false, &mut Watch::silent()).expect("taken in");
        let base = record::show(&session, &owner).expect("shown").base;
        let put = draft::PutDraft {
            draft: None,
            record: Some(owner.clone()),
            kind: "testimony".to_owned(),
            base: Some(base),
            content: json!({"title": "쓰는 중"}),
        };
        draft::put(&mut session, put).expect("kept");
        let records = texts(&session);
        let digest = vault::digest(&session);
        api_vault::lock(session).expect("it can be locked");
        api_vault::lock(colleague).expect("it can be locked");
        let files = folder::snapshot(&dir.path().join("vault"));
        Self {
            dir,
            files,
            records,
            owner,
            contents,
            digest,
        }
    }

    pub fn vault(&self) -> PathBuf {
        self.dir.path().join("vault")
    }

    /// Puts every file back as it was.
    pub fn mend(&self) {
        folder::put_back(&self.vault(), &self.files);
    }

    /// Verifies a harmed vault, unlocks it in both ways, and holds what is found to the promises: damage is named or the
    /// vault is refused as damaged, nothing panics, nothing that is shown is wrong, no byte changes.
    pub fn look_at_harm(&self, what: &str) -> Found {
        let before = folder::snapshot(&self.vault());
        let verified = match vault::verify(&self.vault()) {
            Ok(verified) => Some(verified),
            Err(error) => {
                assert_eq!(error.code.exit(), Exit::Damaged, "{what}: {error:?}");
                None
            }
        };
        let left = match vault::unlock_damaged(&self.vault()) {
            Ok(session) => {
                assert!(api_vault::status(&session).is_read_only, "{what}");
                let left = self.what_is_left(&session, what);
                api_vault::lock(session).expect("it can be locked");
                Some(left)
            }
            Err(error) => {
                assert_eq!(error.code.exit(), Exit::Damaged, "{what}: {error:?}");
                None
            }
        };
        assert_eq!(verified.is_some(), left.is_some(), "{what}");
        let changed = folder::difference(&before, &folder::snapshot(&self.vault()));
        assert!(changed.is_empty(), "{what}: looking changed {changed:?}");
        let unlocked = vault::try_unlock(&self.vault()).map(|session| {
            self.what_is_left(&session, what);
        });
        Found {
            verified,
            left,
            unlocked,
        }
    }

    /// Counts the records that can be read. Each says what it says, or what it said before where the newest state is lost.
    fn what_is_left(&self, session: &Session, what: &str) -> usize {
        let mut readable = 0;
        for (id, said) in &self.records {
            match record::show(session, id) {
                Ok(shown) => {
                    assert!(said.contains(&shown.record), "{what}");
                    readable += 1;
                }
                Err(error) => assert!(
                    matches!(
                        error.code,
                        Code::RecordNotFound | Code::RevisionDamaged | Code::VaultDamaged
                    ),
                    "{what}: {error:?}"
                ),
            }
        }
        for (id, content) in &self.contents {
            match attachment::read(session, id, 0, usize::MAX) {
                Ok(read) => assert_eq!(read, *content, "{what}"),
                Err(error) => assert!(
                    matches!(error.code.exit(), Exit::Damaged | Exit::NotFound),
                    "{what}: {error:?}"
                ),
            }
        }
        let page = list::page(session, &list::ListRecords::default()).expect("a list");
        assert!(page.records.len() <= self.records.len(), "{what}");
        let wanted = search::Find {
            query: "우리",
            places: Some(12),
            ..search::Find::default()
        };
        let found = search::find(session, &wanted).expect("a search");
        assert!(found.hits.len() <= self.records.len(), "{what}");
        readable
    }
}

/// What was found of a harmed vault.
pub struct Found {
    /// `None` where it was refused as damaged.
    pub verified: Option<verify::Verified>,
    /// Records that can still be read; `None` where nothing opens.
    pub left: Option<usize>,
    /// Whether it opens for work.
    pub unlocked: Result<(), Error>,
}

impl Found {
    /// Whether anything was reported.
    pub fn is_noticed(&self) -> bool {
        self.verified.as_ref().is_none_or(|verified| !verified.ok)
    }

    /// The names of what is damaged.
    pub fn parts(&self) -> Vec<String> {
        let damage = self.verified.iter().flat_map(|verified| &verified.damage);
        damage
            .map(|damage| match damage.table {
                Some(table) => format!("{} of {}", damage.part.as_str(), table.as_str()),
                None => damage.part.as_str().to_owned(),
            })
            .collect()
    }
}

fn texts(session: &Session) -> BTreeMap<String, Vec<Value>> {
    let all = |id: String| {
        let history = record::history(session, &id).expect("listed").revisions;
        (id, history.into_iter().map(|past| past.record).collect())
    };
    vault::record_ids(session).into_iter().map(all).collect()
}

/// Records of all kinds with a history, and an attachment. Returns the id of the testimony.
fn fill(
    session: &mut Session,
    dir: &Path,
    whose: &str,
    contents: &mut BTreeMap<String, Vec<u8>>,
) -> String {
    let mut add = |kind: &str, json: Value| {
        let json = json.to_string().into_bytes();
        record::add(session, kind, &json).expect("saved").id
    };
    add(
        "person",
        json!({"names": [{"text": format!("{whose} 김영희")}]}),
    );
    add(
        "place",
        json!({"names": [{"text": format!("{whose} 투먼")}]}),
    );
    add(
        "note",
        json!({"text": format!("{whose} {}", "긴 이야기 ".repeat(1_500))}),
    );
    let owner = add(
        "testimony",
        json!({
            "title": whose,
            "narrative": [{"original": "강을 건넜다"}],
            "consent": [{"decision": "granted", "use": "share_inside"}, {"decision": "granted", "use": "research"}],
        }),
    );
    let mut edited = record::show(session, &owner).expect("saved").record;
    edited["notes"] = json!("고친 것");
    let edited = edited.to_string().into_bytes();
    record::edit(session, &owner, &edited, None).expect("saved");
    let content: Vec<u8> = whose.bytes().cycle().take(70_000).collect();
    let plain = dir.join("plain.bin");
    std::fs::write(&plain, &content).expect("a file can be written");
    let attached = attachment::add(session, &owner, &plain, &mut Watch::silent());
    contents.insert(attached.expect("saved").id, content);
    owner
}
