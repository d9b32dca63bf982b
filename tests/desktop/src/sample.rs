//! Two vaults of colleagues with something of everything in them, for looking at every screen.

use std::path::PathBuf;

use serde_json::{Value, json};

use crate::scenes::PASSPHRASE;
use crate::stage::Stage;
use crate::vaults::Vault;

pub struct Sample<'s> {
    pub vault: Vault<'s>,
    /// From a colleague, with something new.
    pub bundle: PathBuf,
    /// For a reader, under the passphrase of the vault.
    pub package: PathBuf,
}

impl<'s> Sample<'s> {
    pub fn make(stage: &'s Stage) -> Self {
        let mine = Vault::create(stage, "field vault");
        let theirs = Vault::create(stage, "their vault");
        mine.meets(&theirs, "Suni");
        theirs.meets(&mine, "Office");
        let third = Vault::create(stage, "third vault");
        let card = stage.documents().join("identity-of-Jun");
        third.run(&["identity", "export", "--out", &card.to_string_lossy()]);
        mine.run(&["colleague", "add", &card.to_string_lossy(), "--name", "Jun"]);

        for kind in ["person", "place", "note"] {
            mine.add(kind, &template(&mine, kind));
        }
        let mut example = template(&mine, "testimony");
        example["consent"] = json!([{"decision": "granted", "use": "share_inside"}, {"decision": "granted", "use": "legal"}]);
        let testimony = mine.add("testimony", &example);
        let trashed = mine.add("note", &json!({"text": "written twice by mistake"}));
        mine.run(&["record", "trash", &trashed]);

        let export = |from: &Vault, to: &str, name: &str| {
            let path = stage.documents().join(name);
            let out = path.to_string_lossy();
            from.run(&["bundle", "export", "--out", &out, "--to", to]);
            path
        };
        let there = export(&mine, "Suni", "to Suni.fnbundle");
        theirs.run(&["bundle", "import", &there.to_string_lossy()]);
        change(
            &theirs,
            &testimony,
            "밤에 두만강을 건넜습니다. 달이 밝았습니다.",
        );
        change(&mine, &testimony, "새벽에 두만강을 건넜습니다.");
        let back = export(&theirs, "Office", "from Suni.fnbundle");
        mine.run(&["bundle", "import", &back.to_string_lossy()]);
        theirs.add("note", &json!({"text": "다음 주에 다시 전화하기로 함"}));
        let bundle = export(&theirs, "Office", "news from Suni.fnbundle");

        let calm = mine.add("testimony", &example);
        let package = stage.documents().join("for the commission.fnreview");
        let word = stage.documents().join("passphrase");
        mine.run(&[
            "review",
            "export",
            "--audience",
            "The commission",
            "--out",
            &package.to_string_lossy(),
            "--review-passphrase-file",
            &word.to_string_lossy(),
            "--record",
            &calm,
        ]);
        Self {
            vault: mine,
            bundle,
            package,
        }
    }

    /// What opens all of it.
    pub fn passphrase(&self) -> &'static str {
        PASSPHRASE
    }
}

/// A record with every field filled in.
fn template(vault: &Vault, kind: &str) -> Value {
    vault.run(&["record", "template", kind])
}

fn change(vault: &Vault, id: &str, paragraph: &str) {
    let mut record = vault.show(id);
    record["narrative"][0]["original"] = json!(paragraph);
    vault.edit(id, &record);
}
