//! What a narrator took back, and what was kept for one vault, after it went to somebody.

// What starts and times other programs is used by other tests.
#![allow(
    clippy::disallowed_methods,
    clippy::indexing_slicing,
    clippy::print_stdout
)]

mod support;

use std::path::PathBuf;

use fieldnotes_core::receive::{self, BundlesImported};
use fieldnotes_core::send::{self, Reach, Recipients, Sending};
use fieldnotes_core::{Code, Session, Watch, attachment, record, review};
use serde_json::{Value, json};
use support::vault::{befriend, fresh, secret};

struct Team {
    dir: tempfile::TempDir,
    anna: Session,
    minji: Session,
    sujin: Session,
    count: usize,
}

impl Team {
    /// Anna and Minji know each other, and so do Minji and Sujin.
    fn meet() -> Self {
        let dir = tempfile::tempdir().expect("a temp folder");
        let [mut anna, mut minji, mut sujin] =
            ["anna", "minji", "sujin"].map(|name| fresh(&dir.path().join(name)));
        befriend((&mut anna, "anna"), (&mut minji, "minji"));
        befriend((&mut minji, "minji"), (&mut sujin, "sujin"));
        Self {
            dir,
            anna,
            minji,
            sujin,
            count: 0,
        }
    }

    fn file(&mut self) -> PathBuf {
        self.count += 1;
        self.dir.path().join(format!("{}.fnb", self.count))
    }
}

fn carry(from: &mut Session, to: &mut Session, name: &str, file: PathBuf) -> BundlesImported {
    let names = [name.to_owned()];
    let sending = Sending::new(Recipients::Colleagues(&names));
    send::send(from, &file, &sending, &mut Watch::silent()).expect("sent");
    receive::import(to, &[file], None, false, &mut Watch::silent()).expect("taken in")
}

fn testimony(decision: &str, title: &str) -> Value {
    json!({"title": title, "consent": [{"decision": decision, "use": "share_inside"}]})
}

fn add(session: &mut Session, value: &Value) -> String {
    record::add(session, "testimony", value.to_string().as_bytes())
        .expect("saved")
        .id
}

fn edit(session: &mut Session, id: &str, value: &Value) {
    // What the narrator said last takes the place of what was said before, a refusal too.
    let edit = record::Edit {
        base: None,
        replaces: true,
        drops_refusals: true,
    };
    record::edit_from(session, id, value.to_string().as_bytes(), &edit).expect("saved");
}

/// Why a record does not go to a colleague; nothing where it does.
fn stays(session: &Session, to: &str, id: &str) -> Option<&'static str> {
    let names = [to.to_owned()];
    let sending = Sending {
        reach: Reach::All,
        ..Sending::new(Recipients::Colleagues(&names))
    };
    let plan = send::plan(session, &sending).expect("planned");
    let mut left = plan.left_out.iter();
    left.find(|left| left.id == id)
        .map(|left| left.reason.as_str())
}

#[test]
fn a_withdrawal_follows_the_testimony() {
    let mut team = Team::meet();
    let id = add(&mut team.anna, &testimony("granted", "강을 건너"));
    let (first, second) = (team.file(), team.file());
    carry(&mut team.anna, &mut team.minji, "minji", first);
    carry(&mut team.minji, &mut team.sujin, "sujin", second);
    assert_eq!(stays(&team.minji, "sujin", &id), None);

    // A state that never went, and the one by which it was taken back: their places go, their words do not.
    edit(&mut team.anna, &id, &testimony("granted", "비밀이 된 제목"));
    edit(&mut team.anna, &id, &testimony("withdrawn", "지운 제목"));
    let file = team.file();
    let done = carry(&mut team.anna, &mut team.minji, "minji", file.clone());
    assert_eq!(done.bundles[0].withdrawn, std::slice::from_ref(&id));
    assert_eq!(done.bundles[0].new_revisions, 2);
    let history = record::history(&team.minji, &id).expect("known").revisions;
    let said: Vec<bool> = history.iter().map(|one| one.record.is_null()).collect();
    assert_eq!(said, [false, true, true]);
    assert!(done.conflicts.is_empty() && done.waiting == 0);

    let shown = record::show(&team.minji, &id).expect("what was sent stays readable");
    assert_eq!(
        (shown.withdrawn, shown.record["title"].as_str()),
        (true, Some("강을 건너"))
    );
    // It goes nowhere from Minji, for no use, and Sujin gets the notice.
    for to in ["anna", "sujin"] {
        assert_eq!(stays(&team.minji, to, &id), Some("withdrawn_by_colleague"));
    }
    let key = secret("낱말");
    let out = team.file();
    let refused = review::export(
        &mut team.minji,
        &out,
        &key,
        &review::ReviewOrder::new(std::slice::from_ref(&id), "research", "a university"),
        &mut Watch::silent(),
    );
    assert!(refused.is_err() && !out.exists());
    let file = team.file();
    let done = carry(&mut team.minji, &mut team.sujin, "sujin", file);
    assert_eq!(done.bundles[0].withdrawn, std::slice::from_ref(&id));
    assert_eq!(
        stays(&team.sujin, "minji", &id),
        Some("withdrawn_by_colleague")
    );

    // It is reported once.
    let names = ["minji".to_owned()];
    let file = team.file();
    let sending = Sending::new(Recipients::Colleagues(&names));
    let again = send::send(&mut team.anna, &file, &sending, &mut Watch::silent());
    assert_eq!(again.expect_err("refused").code, Code::NothingNew);
}

#[test]
fn who_never_had_it_gets_no_notice() {
    let mut team = Team::meet();
    let id = add(&mut team.anna, &testimony("granted", "보내지 않은 것"));
    edit(
        &mut team.anna,
        &id,
        &testimony("withdrawn", "보내지 않은 것"),
    );
    let other = add(&mut team.anna, &testimony("granted", "보낼 것"));
    let file = team.file();
    let done = carry(&mut team.anna, &mut team.minji, "minji", file);
    assert!(done.bundles[0].withdrawn.is_empty());
    assert_eq!(done.bundles[0].records, 1);
    assert!(record::show(&team.minji, &other).is_ok());
    assert_eq!(
        record::show(&team.minji, &id).expect_err("never sent").code,
        Code::RecordNotFound
    );
}

#[test]
fn the_narrators_new_word_lifts_it_and_ours_does_not() {
    let mut team = Team::meet();
    let id = add(&mut team.anna, &testimony("granted", "처음"));
    let picture = team.dir.path().join("picture.jpg");
    std::fs::write(&picture, [1; 900]).expect("written");
    let picture = attachment::add(&mut team.anna, &id, &picture, &mut Watch::silent());
    let picture = picture.expect("attached").id;
    let file = team.file();
    carry(&mut team.anna, &mut team.minji, "minji", file);
    // Minji changes it before she knows.
    edit(&mut team.minji, &id, &testimony("granted", "민지가 고침"));
    edit(&mut team.anna, &id, &testimony("withdrawn", "처음"));
    let file = team.file();
    carry(&mut team.anna, &mut team.minji, "minji", file);
    assert_eq!(
        stays(&team.minji, "sujin", &id),
        Some("withdrawn_by_colleague")
    );
    assert_eq!(
        stays(&team.minji, "sujin", &picture),
        Some("withdrawn_by_colleague"),
        "the picture is no freer"
    );

    edit(&mut team.anna, &id, &testimony("granted", "다시 허락함"));
    let file = team.file();
    carry(&mut team.anna, &mut team.minji, "minji", file);
    assert_eq!(stays(&team.minji, "sujin", &id), None);
    assert_eq!(stays(&team.minji, "sujin", &picture), None);
}

#[test]
fn what_was_kept_for_one_vault_is_reported_too() {
    let mut team = Team::meet();
    let mut value = testimony("granted", "이제 나가지 않음");
    let id = add(&mut team.anna, &value);
    let file = team.file();
    carry(&mut team.anna, &mut team.minji, "minji", file);
    value["confidentiality"] = json!("vault");
    edit(&mut team.anna, &id, &value);
    let file = team.file();
    let done = carry(&mut team.anna, &mut team.minji, "minji", file);
    assert_eq!(done.bundles[0].withdrawn, std::slice::from_ref(&id));
    assert_eq!(
        stays(&team.minji, "sujin", &id),
        Some("withdrawn_by_colleague")
    );
    assert_eq!(stays(&team.anna, "minji", &id), Some("vault"));
}

#[test]
fn a_partner_is_checked_as_a_partner() {
    let mut team = Team::meet();
    let grant = |r#use: &str, audience: &str| json!({"decision": "granted", "use": r#use, "audience": audience});
    let inside = add(
        &mut team.anna,
        &json!({"title": "안에서만", "consent": [grant("share_inside", "")]}),
    );
    let partner = add(
        &mut team.anna,
        &json!({"title": "함께", "consent": [grant("share_partner", "HRNK")]}),
    );
    let names = ["minji".to_owned()];
    let plan = |session: &Session, audience| {
        let sending = Sending {
            purpose: "share_partner",
            audience,
            ..Sending::new(Recipients::Colleagues(&names))
        };
        send::plan(session, &sending).expect("planned")
    };
    let hrnk = plan(&team.anna, Some("hrnk"));
    assert_eq!((hrnk.records, hrnk.left_out.len()), (1, 1));
    assert_eq!(hrnk.left_out[0].id, inside);
    assert_eq!(plan(&team.anna, Some("다른 단체")).records, 0);
    let file = team.file();
    let sending = Sending {
        purpose: "share_partner",
        audience: Some("HRNK"),
        ..Sending::new(Recipients::Colleagues(&names))
    };
    let written = send::send(&mut team.anna, &file, &sending, &mut Watch::silent());
    assert_eq!(written.expect("sent").records, 1);
    receive::import(&mut team.minji, &[file], None, false, &mut Watch::silent()).expect("taken in");
    assert!(record::show(&team.minji, &partner).is_ok());
    // What was held back is not forgotten.
    let inside_plan = send::plan(&team.anna, &Sending::new(Recipients::Colleagues(&names)));
    assert_eq!(inside_plan.expect("planned").records, 1);
}
