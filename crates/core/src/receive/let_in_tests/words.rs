//! Revisions whose words did not come or cannot be read: they end nothing, and free nothing.

use super::*;
use crate::send;
use crate::session::records::Appended;
use fieldnotes_domain::ids::RecordId;

/// The place of a revision, saved upon one that takes consent back, says nothing, and takes nothing from what was said.
#[test]
fn a_place_without_words_frees_nothing() {
    let mut stage = Stage::set();
    let refused =
        r#"{"title":"taken back","consent":[{"decision":"withdrawn","use":"share_inside"}]}"#;
    let id = record::add(&mut stage.victim, "testimony", refused.as_bytes())
        .expect("saved")
        .id;
    let picture = stage.dir.path().join("picture.jpg");
    std::fs::write(&picture, [1; 90]).expect("written");
    let picture = attachment::add(&mut stage.victim, &id, &picture, &mut silent());
    let picture = picture.expect("attached").id;
    let kept = record::add(
        &mut stage.victim,
        "note",
        br#"{"text":"stays here","confidentiality":"vault"}"#,
    );
    let kept = kept.expect("saved").id;
    let mut log = Log::begin();
    let sent: Vec<Sent> = [&id, &picture, &kept]
        .map(|id| {
            let record = id.parse().expect("an id");
            let head = stage.victim.graph().heads(record)[0];
            let node = stage.victim.graph().node(&head).expect("held");
            log.schema = node.schema.to_owned();
            let first = log.write(record, &[head], None);
            let last = first.0.hash;
            [first, log.write(record, &[last], None)]
        })
        .into_iter()
        .flatten()
        .collect();
    let file = stage.bundle(sent, Notices::default());
    stage.import(file).expect("taken in");
    let key = SecretString::from("for whoever knows it");
    let out = stage.file();
    let to = Recipients::Passphrase(&key);
    let exported = send::export(&stage.victim, &out, &to, None, &mut silent());
    assert_eq!(
        exported.expect_err("nothing may go").code,
        Code::NothingToExport
    );
    let sending = Sending::new(to);
    let plan = send::plan(&stage.victim, &sending).expect("planned");
    let mut left: Vec<_> = plan
        .left_out
        .iter()
        .map(|one| (&one.id, one.reason.as_str()))
        .collect();
    let mut named = [
        (&id, "withdrawn"),
        (&picture, "withdrawn"),
        (&kept, "vault"),
    ];
    left.sort();
    named.sort();
    assert_eq!(left, named);
    // What is shown is what can be read.
    let shown = record::show(&stage.victim, &id).expect("shown");
    assert_eq!(
        (shown.record["title"].as_str(), shown.unread.len()),
        (Some("taken back"), 1)
    );
}

/// Puts a revision into the vault as an older version would have let it in: its body is checked by nobody.
fn plant(
    session: &mut Session,
    record: RecordId,
    parents: &[EntryHash],
    bytes: &[u8],
) -> EntryHash {
    let (signed, _) = Log::begin().write(record, parents, Some(bytes));
    let mut transaction = session.storage.store.begin().expect("begun");
    let new = NewRows {
        signed: signed.clone(),
        body: PackedBody::pack(bytes),
        slots: batch::draw(&transaction),
    };
    let located = batch::insert(&mut transaction, &[new]).expect("inserted");
    transaction.commit().expect("committed");
    session.note_change(record);
    let hash = signed.hash;
    session.records.apply_saved(&[Appended {
        signed,
        located: located[0],
        is_end: true,
    }]);
    hash
}

fn testimony(session: &mut Session, title: &str) -> String {
    let consent = ["share_inside", "research"]
        .map(|r#use| serde_json::json!({"decision": "granted", "use": r#use}));
    let value = serde_json::json!({"title": title, "consent": consent});
    let bytes = value.to_string();
    record::add(session, "testimony", bytes.as_bytes())
        .expect("saved")
        .id
}

#[test]
fn one_record_that_cannot_be_read_is_named_and_ends_nothing() {
    let mut stage = Stage::set();
    let honest = stage.dir.path().join("honest");
    let mut honest = create(&honest);
    let known = identity::show(&honest).identity;
    colleague::add(&mut stage.victim, &known, "honest").expect("added");
    let known = identity::show(&stage.victim).identity;
    colleague::add(&mut honest, &known, "victim").expect("added");

    let mine = testimony(&mut stage.victim, "my own words");
    let good = testimony(&mut stage.victim, "another one");
    let id: RecordId = mine.parse().expect("an id");
    let head = stage.victim.graph().heads(id)[0];
    let bad_child = plant(&mut stage.victim, id, &[head], &no_body());
    let stranger = make_id(&OsRandom);
    plant(&mut stage.victim, stranger, &[], &no_body());
    // Bad in its past only.
    let healed = make_id(&OsRandom);
    let bad = plant(&mut stage.victim, healed, &[], &no_body());
    plant(&mut stage.victim, healed, &[bad], &body("healed since"));

    // Show, history and the past of one's own record.
    let shown = record::show(&stage.victim, &mine).expect("shown");
    assert_eq!(shown.record["title"], "my own words");
    assert_eq!(shown.unread, [bad_child.to_string()]);
    let history = record::history(&stage.victim, &mine)
        .expect("a history")
        .revisions;
    let said: Vec<bool> = history.iter().map(|one| one.damaged).collect();
    assert_eq!(said, [false, true]);
    let refused = record::show(&stage.victim, &stranger.to_string()).expect_err("nothing to show");
    assert_eq!(refused.code, Code::RevisionDamaged);

    // What goes, and what is named.
    let names = ["honest".to_owned()];
    let out = stage.file();
    let sending = Sending::new(Recipients::Colleagues(&names));
    let sent = send::send(&mut stage.victim, &out, &sending, &mut silent()).expect("sent");
    let left: Vec<_> = sent
        .left_out
        .iter()
        .map(|one| (one.id.clone(), one.reason.as_str()))
        .collect();
    let mut named = [(mine.clone(), "damaged"), (stranger.to_string(), "damaged")];
    named.sort();
    assert_eq!(left, named);
    assert_eq!(sent.unreadable, [healed.to_string()]);
    assert_eq!(sent.records, 2);
    let taken = receive::import(&mut honest, &[out], None, false, &mut silent());
    assert_eq!(taken.expect("the recipient takes it").bundles[0].records, 2);
    assert!(record::show(&honest, &good).is_ok());
    let key = SecretString::from("for whoever knows it");
    let out = stage.file();
    let to = Recipients::Passphrase(&key);
    send::export(&stage.victim, &out, &to, None, &mut silent()).expect("exported");
    let refused = send::export(
        &stage.victim,
        &stage.dir.path().join("by-name"),
        &to,
        Some(std::slice::from_ref(&mine)),
        &mut silent(),
    );
    assert_eq!(refused.expect_err("by name").code, Code::RevisionDamaged);
    let out = stage.file();
    let all = [good.clone()];
    review::export(
        &mut stage.victim,
        &out,
        &key,
        &review::ReviewOrder::new(&all, "research", "a university"),
        &mut silent(),
    )
    .expect("goes");
    let shared = stage.dir.path().join("shared");
    std::fs::create_dir(&shared).expect("made");
    folder::set(&mut stage.victim, &shared).expect("set");
    testimony(&mut stage.victim, "for the folder");
    let put = folder::put(&mut stage.victim, Some(&names), &mut silent()).expect("put");
    assert_eq!(put.bundles[0].records, 1);

    // Lists, search, conflicts, attachments, verify.
    let find = search::Find {
        query: "my own",
        ..search::Find::default()
    };
    search::find(&stage.victim, &find).expect("found");
    conflict::list(&stage.victim).expect("listed");
    attachment::list(&stage.victim, &mine).expect("listed");
    let found = stage.victim.verify(&mut silent()).expect("verified");
    assert_eq!(found.damage.len(), 3, "{:?}", found.damage);

    // Going on: beside what cannot be read, which stays.
    record::edit(&mut stage.victim, &mine, br#"{"title":"gone on"}"#, None).expect("edited");
    let listed = conflict::list(&stage.victim).expect("listed").conflicts;
    assert_eq!(listed.len(), 1, "a person decides");
    let shown = record::show(&stage.victim, &mine).expect("shown");
    assert_eq!(shown.record["title"], "gone on");
    conflict::show(&stage.victim, &mine).expect("shown");
    let other = stage.victim.graph().heads(healed)[0].to_string();
    record::restore_revision(&mut stage.victim, &healed.to_string(), &other).expect("restored");
}
