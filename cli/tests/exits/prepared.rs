//! What must be there for every command of the table to come to its writing.

use serde_json::{Value, json};

use super::scene::Scene;

impl Scene<'_> {
    /// Makes files of about this size that are right for every command, and chooses the exchange folder.
    pub fn prepare(&mut self, size: usize) {
        self.lay_out_documents(size);
        self.lay_out_contents(size);
        self.change_on_two_sides();
        self.befriend_a_third();
        self.take_in();
        self.have_offered();
    }

    fn lay_out_documents(&self, size: usize) {
        let workdir = self.vault.workdir;
        let text = "x".repeat(size);
        let base = self.vault.show(&self.note)["base"].clone();
        workdir.file("note.json", json!({ "text": text }).to_string());
        let edited = json!({ "text": text, "base": base });
        workdir.file("edit.json", edited.to_string());
        let line = json!({"kind": "note", "text": text});
        workdir.file("lines", line.to_string() + "\n");
    }

    /// Contents that do not get smaller when they are packed, one after the other with the others in the vaults.
    fn lay_out_contents(&self, size: usize) {
        let workdir = self.vault.workdir;
        let mut state = 7_u32;
        let content = (0..size).map(|_| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        });
        let content: Vec<u8> = content.collect();
        let other = |by: u8| content.iter().map(|byte| byte ^ by).collect::<Vec<_>>();
        let file = workdir.file("large", &content);
        let added = self.vault.run(&["attachment", "add", &self.note, &file]);
        added.json();
        self.theirs_have(&workdir.file("large-theirs", other(0xff)));
        workdir.file("large", other(0x55));
    }

    /// A record that can go back, one in conflict, and one whose sides agree.
    fn change_on_two_sides(&mut self) {
        let (testimony, first) = self.vault.added("testimony", &json!({"title": "하나"}));
        self.vault.edit(&testimony, &json!({"title": "둘"}));
        self.made.insert("{edited}", testimony.clone());
        self.made.insert("{first}", first);
        for (name, title) in [("{conflict}", json!("셋")), ("{merged}", Value::Null)] {
            let (id, base) = self.vault.added("testimony", &json!({"title": "하나"}));
            self.vault.edit(&id, &json!({"title": "둘"}));
            let typed = match title {
                Value::Null => json!({"title": "하나", "language": "ko"}),
                title => json!({ "title": title }),
            };
            let edit = ["record", "edit", &id, "--base", &base, "--from", "-"];
            let saved = self.vault.run_with(&edit, typed.to_string().as_bytes());
            assert_eq!(saved.json()["changed_meanwhile"], true);
            let is_conflict = self.vault.show(&id)["is_conflict"] == true;
            assert_eq!(is_conflict, name == "{conflict}");
            if is_conflict {
                let heads = self.vault.heads_in_conflict(&id);
                self.made.insert("{heads}", heads);
            }
            self.made.insert(name, id);
        }
        let settled = json!({"title": "x"}).to_string();
        self.vault.workdir.file("settled.json", settled);
    }

    fn befriend_a_third(&mut self) {
        let third = self.vault.workdir.vault("third");
        let file = self.vault.workdir.at("third.id");
        third.run(&["identity", "export", "--out", &file]).json();
        let shown = self.theirs().run(&["identity", "show"]).json();
        let fingerprint = shown["fingerprint"].as_str().expect("a fingerprint");
        self.made
            .insert("{fingerprint}", fingerprint.replace(' ', ""));
    }

    /// A bundle that was taken in.
    pub fn take_in(&mut self) {
        let (workdir, word) = (self.vault.workdir, self.vault.workdir.at("passphrase"));
        let (first, _) = self.their_bundle();
        let taken = workdir.at("taken.bundle");
        std::fs::rename(&first, &taken).expect("renamed");
        let import = ["bundle", "import", &taken];
        let word = ["--bundle-passphrase-file", &word];
        self.vault.run(&[&import[..], &word].concat()).json();
        let imports = self.vault.run(&["bundle", "imports"]).json();
        let id = imports["imports"][0]["id"].as_str().expect("an id");
        self.made.insert("{import}", id.to_owned());
    }

    /// A bundle that can be taken in, and one that lies in the exchange folder.
    pub fn have_offered(&self) {
        let folder = self.vault.workdir.at("folder");
        let theirs = self.theirs();
        theirs.meets(&self.vault, "우리");
        theirs.run(&["folder", "set", &folder]).json();
        theirs.run(&["folder", "put", "--to", "우리"]).json();
        self.vault.run(&["folder", "set", &folder]).json();
        self.their_bundle();
    }

    /// A file that this command takes.
    pub fn right_input(&self, command: &str) -> String {
        self.vault.workdir.at(match command {
            "record add" => "note.json",
            "record edit" => "edit.json",
            "record import" => "lines",
            "attachment add" => "large",
            "colleague add" | "colleague change-key" => "third.id",
            "conflict resolve" => "settled.json",
            "bundle import" | "bundle preview" => "their.bundle",
            _ => "file",
        })
    }
}
