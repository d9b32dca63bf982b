//! What happens in the two vaults.

use std::path::Path;

use fieldnotes_core::record::draft::PutDraft;
use fieldnotes_core::send::Recipients;
use fieldnotes_core::vault::{NewVault, WordList};
use fieldnotes_core::{Environment, ExposeSecret, SecretString, Session, Watch};
use serde_json::{Value, json};

use super::Outcome;
use super::fixtures::{
    self, Expected, ExpectedVault, RECIPIENT, REVIEW, SENDER, TO_COLLEAGUE, TO_PASSPHRASE,
};

const KOREAN: &str = include_str!("../../cli/demo/udhr-kor.txt");
const ENGLISH: &str = include_str!("../../cli/demo/udhr-eng.txt");

const SENDER_PASSPHRASE: &str = "느티나무 아래 우물 옆 파란 대문";
const RECIPIENT_PASSPHRASE: &str = "seven small boats on a grey river";
const BUNDLE_PASSPHRASE: &str = "for whoever holds this stick";
const REVIEW_PASSPHRASE: &str = "a reviewer reads and changes nothing";

/// Two vaults of colleagues, the bundles and the package of one of them.
pub fn write(folder: &Path, environment: &Environment) -> Outcome<Expected> {
    let workdir = tempfile::tempdir()?;
    let at = |name: &str| workdir.path().join(name);
    let (mut minji, mut anna);
    let (mut sender, mut recipient);
    (minji, sender) = vault(
        &folder.join(SENDER),
        SENDER_PASSPHRASE,
        WordList::English,
        environment,
    )?;
    (anna, recipient) = vault(
        &folder.join(RECIPIENT),
        RECIPIENT_PASSPHRASE,
        WordList::Korean,
        environment,
    )?;
    befriend(&mut minji, &anna, "Anna")?;
    befriend(&mut anna, &minji, "민지")?;

    let records = first_records(&mut minji, &at)?;
    export(&minji, &at("first"), "Anna")?;
    import(&mut anna, &at("first"), None)?;
    let changed = json!({"date": "2026-11-22", "text": "The appointment is on Wednesday."});
    fieldnotes_core::record::edit(&mut anna, &records.note, &bytes(&changed)?, None)?;
    add(
        &mut anna,
        "note",
        &json!({"text": "Anna's own note, which the sender holds too."}),
    )?;
    export(&anna, &at("back"), "민지")?;

    let changed = json!({"date": "2026-11-22", "text": "상담소 예약은 다음 주 목요일로 바뀜."});
    fieldnotes_core::record::edit(&mut minji, &records.note, &bytes(&changed)?, None)?;
    import(&mut minji, &at("back"), None)?;
    later_records(&mut minji, &records)?;
    drafts(&mut minji, &records)?;

    sender.shows = fixtures::describe(&minji)?;
    recipient.shows = fixtures::describe(&anna)?;
    export(&minji, &folder.join(TO_COLLEAGUE), "Anna")?;
    let secret = SecretString::from(BUNDLE_PASSPHRASE);
    let silent = &mut Watch::silent();
    let to = Recipients::Passphrase(&secret);
    fieldnotes_core::send::export(&minji, &folder.join(TO_PASSPHRASE), &to, None, silent)?;
    let secret = SecretString::from(REVIEW_PASSPHRASE);
    let path = folder.join(REVIEW);
    let chosen = [records.testimony, records.map];
    let order = fieldnotes_core::review::ReviewOrder::new(&chosen, "publication", "Reader");
    fieldnotes_core::review::export(&mut minji, &path, &secret, &order, silent)?;
    let review = fieldnotes_core::review::open(&path, &secret, silent)?;
    fieldnotes_core::vault::lock(minji)?;
    fieldnotes_core::vault::lock(anna)?;
    Ok(Expected {
        sender,
        recipient,
        recipient_after: after_bundles(folder, &at("after"), environment)?,
        bundle_passphrase: BUNDLE_PASSPHRASE.into(),
        review_passphrase: REVIEW_PASSPHRASE.into(),
        review: serde_json::to_value(review)?,
    })
}

struct Records {
    note: String,
    testimony: String,
    map: String,
}

fn first_records(
    session: &mut Session,
    at: &dyn Fn(&str) -> std::path::PathBuf,
) -> Outcome<Records> {
    let person = add(
        session,
        "person",
        &fieldnotes_core::record::template("person")?,
    )?;
    let place = add(
        session,
        "place",
        &fieldnotes_core::record::template("place")?,
    )?;
    let paragraphs = KOREAN.lines().zip(ENGLISH.lines()).skip(1);
    let mut testimony = json!({
        "title": "세계 인권 선언 · Universal Declaration of Human Rights",
        "language": "ko",
        "translation_language": "en",
        "narrative": paragraphs
            .map(|(original, translation)| json!({"original": original, "translation": translation}))
            .collect::<Vec<_>>(),
        "tags": ["선언", "declaration"],
        "links": [{"record": person, "role": "about"}, {"record": place, "role": "about"}],
    });
    let id = add(session, "testimony", &testimony)?;
    // With the members that the program gave names to, as a window would send it back.
    testimony = fieldnotes_core::record::show(session, &id)?.record;
    testimony["status"] = json!("complete");
    let obtained = json!({"date": "2026-11-22", "language": "ko", "way": "recorded_voice"});
    testimony["consent"] = json!([
        {"decision": "granted", "use": "share_inside", "obtained": obtained},
        {"decision": "granted", "use": "publication", "identity": "pseudonym", "voice": true, "image": true, "obtained": obtained},
    ]);
    fieldnotes_core::record::edit(session, &id, &bytes(&testimony)?, None)?;
    let note = add(
        session,
        "note",
        &json!({"date": "2026-11-22", "text": "전화함. 상담소 예약은 다음 주 화요일.", "tags": ["상담"]}),
    )?;
    add(
        session,
        "note",
        &json!({"text": "Written by a later version.", "from_a_later_version": {"kept": [1, "둘", null, 0.1]}}),
    )?;
    // More than one chunk of a sealed file, and no multiple of anything.
    let noise: Vec<u8> = (0..70_001_u32)
        .map(|i| (i.wrapping_mul(i) >> 5) as u8)
        .collect();
    std::fs::write(at("녹음.bin"), noise)?;
    std::fs::write(
        at("map.txt"),
        "North of the river, south of the mill.\n강 북쪽, 방앗간 남쪽.\n",
    )?;
    let silent = &mut Watch::silent();
    fieldnotes_core::attachment::add(session, &id, &at("녹음.bin"), silent)?;
    let map = fieldnotes_core::attachment::add(session, &id, &at("map.txt"), silent)?.id;
    Ok(Records {
        note,
        testimony: id,
        map,
    })
}

fn later_records(session: &mut Session, records: &Records) -> Outcome<()> {
    let gone = add(
        session,
        "note",
        &json!({"text": "Put into the trash. 휴지통에 넣음."}),
    )?;
    fieldnotes_core::record::trash(session, &gone)?;
    let back = add(
        session,
        "note",
        &json!({"text": "Put into the trash and taken out again."}),
    )?;
    fieldnotes_core::record::trash(session, &back)?;
    fieldnotes_core::record::restore(session, &back)?;
    add(
        session,
        "note",
        &json!({
            "text": "Stays in this vault. 이 금고 밖으로 나가지 않음.",
            "confidentiality": "vault",
            "links": [{"record": records.testimony, "role": "about"}],
        }),
    )?;
    Ok(())
}

fn drafts(session: &mut Session, records: &Records) -> Outcome<()> {
    let new = PutDraft {
        draft: None,
        record: None,
        kind: "person".into(),
        base: None,
        content: json!({"names": [{"text": "아직 적는 중"}], "birth_date": "not a date yet"}),
    };
    fieldnotes_core::record::draft::put(session, new)?;
    let shown = fieldnotes_core::record::show(session, &records.testimony)?;
    let mut content = shown.record;
    content["narrative"] = json!([{"original": "고쳐 쓰는 중", "translation": "being rewritten"}]);
    let change = PutDraft {
        draft: None,
        record: Some(records.testimony.clone()),
        kind: "testimony".into(),
        base: Some(shown.base),
        content,
    };
    fieldnotes_core::record::draft::put(session, change)?;
    Ok(())
}

/// What the recipient's vault shows after both bundles, without changing it.
fn after_bundles(folder: &Path, copy: &Path, environment: &Environment) -> Outcome<Value> {
    fixtures::copy(&folder.join(RECIPIENT), copy)?;
    let passphrase = SecretString::from(RECIPIENT_PASSPHRASE);
    let mut session = fieldnotes_core::vault::unlock(copy, &passphrase, environment)?;
    import(&mut session, &folder.join(TO_COLLEAGUE), None)?;
    import(
        &mut session,
        &folder.join(TO_PASSPHRASE),
        Some(BUNDLE_PASSPHRASE),
    )?;
    let shows = fixtures::describe(&session)?;
    fieldnotes_core::vault::lock(session)?;
    Ok(shows)
}

fn vault(
    folder: &Path,
    passphrase: &str,
    words: WordList,
    environment: &Environment,
) -> Outcome<(Session, ExpectedVault)> {
    let secret = SecretString::from(passphrase);
    let new = NewVault {
        passphrase: secret.clone(),
        recovery_words: words,
        is_test: true,
    };
    let made = fieldnotes_core::vault::create(folder, &new, environment)?;
    let recovery_words = made.recovery_words.expose_secret().to_owned();
    let recovery_key = hex::encode(bip39::Mnemonic::parse(&recovery_words)?.to_entropy());
    let session = fieldnotes_core::vault::unlock(folder, &secret, environment)?;
    let expected = ExpectedVault {
        passphrase: passphrase.into(),
        recovery_words,
        recovery_key,
        shows: Value::Null,
    };
    Ok((session, expected))
}

fn befriend(session: &mut Session, other: &Session, name: &str) -> Outcome<()> {
    let identity = fieldnotes_core::colleague::identity::show(other);
    fieldnotes_core::colleague::add(session, &identity.identity, name)?;
    fieldnotes_core::colleague::verify(session, name, &identity.fingerprint)?;
    Ok(())
}

fn add(session: &mut Session, kind: &str, record: &Value) -> Outcome<String> {
    Ok(fieldnotes_core::record::add(session, kind, &bytes(record)?)?.id)
}

fn bytes(value: &Value) -> Outcome<Vec<u8>> {
    Ok(serde_json::to_vec(value)?)
}

fn export(session: &Session, out: &Path, name: &str) -> Outcome<()> {
    let names = [name.to_owned()];
    let to = Recipients::Colleagues(&names);
    fieldnotes_core::send::export(session, out, &to, None, &mut Watch::silent())?;
    Ok(())
}

fn import(session: &mut Session, path: &Path, passphrase: Option<&str>) -> Outcome<()> {
    let passphrase = passphrase.map(SecretString::from);
    let paths = [path.to_owned()];
    let silent = &mut Watch::silent();
    fieldnotes_core::receive::import(session, &paths, passphrase.as_ref(), false, silent)?;
    Ok(())
}
