//! Manifests that are not what docs/FORMAT.md section 8.1 says.

use serde_json::{Value, json};

use super::mallory::{Expect, Mallory, Offer, World, people};

const MEMBERS: [&str; 11] = [
    "format",
    "bundle",
    "sender",
    "recipients",
    "created",
    "base",
    "heads",
    "devices",
    "entries",
    "bodies",
    "files",
];
const INNER: [(&str, &str); 6] = [
    ("entries", "count"),
    ("entries", "bytes"),
    ("entries", "sha256"),
    ("bodies", "count"),
    ("bodies", "bytes"),
    ("bodies", "missing"),
];

pub fn missing(mallory: &mut Mallory, world: &World) -> Offer {
    if mallory.chance.below(2) == 0 {
        let name = *mallory.one(&MEMBERS);
        return mallory.altered(world, Expect::Refused, name, |parts| {
            parts
                .manifest
                .as_object_mut()
                .expect("an object")
                .remove(name);
        });
    }
    let (outer, inner) = *mallory.one(&INNER);
    mallory.altered(world, Expect::Refused, inner, |parts| {
        let object = parts.manifest[outer].as_object_mut().expect("an object");
        object.remove(inner);
    })
}

pub fn twice(mallory: &mut Mallory, world: &World) -> Offer {
    let mut names = MEMBERS.to_vec();
    names.push("number");
    let name = *mallory.one(&names);
    let inner = *mallory.one(&INNER);
    let is_inner = mallory.chance.below(3) == 0;
    mallory.altered(world, Expect::Refused, name, |parts| {
        let text = parts.manifest.to_string();
        let text = if is_inner {
            let object = parts.manifest[inner.0].to_string();
            let value = &parts.manifest[inner.0][inner.1];
            let doubled = format!("{{\"{}\":{value},{}", inner.1, &object[1..]);
            text.replace(&object, &doubled)
        } else {
            format!("{{\"{name}\":{},{}", parts.manifest[name], &text[1..])
        };
        parts.text = Some(text.into_bytes());
    })
}

pub fn too_long(mallory: &mut Mallory, world: &World) -> Offer {
    let long = "가".repeat(300_000);
    let digits = "9".repeat(400);
    let choice = mallory.chance.below(6);
    let what = format!("too long {choice}");
    mallory.altered(world, Expect::Refused, &what, |parts| match choice {
        0 => parts.manifest["format"] = json!(long),
        1 => parts.manifest["bundle"] = json!(long),
        2 => parts.manifest["sender"] = json!(format!("{}{long}", people()[0].line)),
        3 => parts.manifest["recipients"][0] = json!(digits),
        4 => parts.manifest["heads"][&digits] = json!(1),
        _ => {
            let text = parts.manifest.to_string();
            let created = parts.manifest["created"].to_string();
            parts.text = Some(text.replace(&created, &digits).into_bytes());
        }
    })
}

pub fn negative(mallory: &mut Mallory, world: &World) -> Offer {
    let choice = mallory.chance.below(8);
    let what = format!("negative {choice}");
    mallory.altered(world, Expect::Refused, &what, |parts| {
        let manifest = &mut parts.manifest;
        let of = match choice {
            0 => &mut manifest["number"],
            1 => &mut manifest["entries"]["count"],
            2 => &mut manifest["entries"]["bytes"],
            3 => &mut manifest["bodies"]["count"],
            4 => &mut manifest["bodies"]["bytes"],
            5 => manifest["heads"]
                .as_object_mut()
                .and_then(|heads| heads.values_mut().next())
                .expect("one log"),
            6 => &mut manifest["bodies"]["missing"],
            _ => &mut manifest["files"],
        };
        *of = match choice {
            6 => json!([-1]),
            7 => json!([{"sha256": "ab".repeat(32), "size": -1}]),
            _ => json!(-1),
        };
    })
}

pub fn unknown(mallory: &mut Mallory, world: &World) -> Offer {
    let deep = (0..50).fold(json!("deep"), |inner, _| json!([{ "in": inner }]));
    let values = [
        json!(null),
        json!(-1.5e300),
        json!({"trashed": 1}),
        deep,
        json!("가".repeat(50_000)),
    ];
    let value = mallory.one(&values).clone();
    let names = [
        "later",
        "",
        "__proto__",
        "Holds",
        "exporter ",
        "records",
        "text",
    ];
    let name = *mallory.one(&names);
    mallory.altered(world, Expect::Taken, name, |parts| {
        parts.manifest[name] = value;
    })
}

pub fn wrong_type(mallory: &mut Mallory, world: &World) -> Offer {
    let mut names = MEMBERS.to_vec();
    names.extend(["number", "received", "holds", "withdrawn", "forks"]);
    let name = *mallory.one(&names);
    let wrong = [json!(true), json!(1.5), json!([[]]), json!({"a": 1})];
    let mut value = mallory.one(&wrong).clone();
    let as_list = mallory.chance.below(4) == 0;
    mallory.altered(world, Expect::Refused, name, |parts| {
        // A list of the members' values, in their order, is no object.
        if as_list && let Value::Object(object) = &parts.manifest[name] {
            value = object.values().cloned().collect();
        }
        parts.manifest[name] = value;
    })
}

pub fn changed(mallory: &mut Mallory, world: &World) -> Offer {
    let pick = mallory.chance.below(1 << 40) as usize;
    let values = [
        json!(null),
        json!(0),
        json!(u64::MAX),
        json!(i64::MIN),
        json!(""),
        json!([]),
        json!({}),
        json!("00"),
    ];
    let value = mallory.one(&values).clone();
    let what = format!("{pick} {value}");
    mallory.altered(world, Expect::Either, &what, |parts| {
        let count = nodes(&parts.manifest);
        let mut at = pick % count;
        put(&mut parts.manifest, &mut at, &value);
    })
}

fn nodes(value: &Value) -> usize {
    1 + match value {
        Value::Object(members) => members.values().map(nodes).sum(),
        Value::Array(elements) => elements.iter().map(nodes).sum(),
        _ => 0,
    }
}

fn put(value: &mut Value, at: &mut usize, new: &Value) -> bool {
    if *at == 0 {
        *value = new.clone();
        return true;
    }
    *at -= 1;
    match value {
        Value::Object(members) => members.values_mut().any(|value| put(value, at, new)),
        Value::Array(elements) => elements.iter_mut().any(|value| put(value, at, new)),
        _ => false,
    }
}

pub fn too_large(mallory: &mut Mallory, world: &World) -> Offer {
    mallory.altered(world, Expect::Refused, "17 MiB", |parts| {
        parts.manifest["later"] = json!("x".repeat(17 << 20));
    })
}

pub fn later_format(mallory: &mut Mallory, world: &World) -> Offer {
    let formats = [
        "fieldnotes-bundle/2",
        "fieldnotes-bundle/999999999999",
        "fieldnotes-review/1",
        "fieldnotes-bundle/",
        "fieldnotes-bundle/01",
    ];
    let format = *mallory.one(&formats);
    mallory.altered(world, Expect::Refused, format, |parts| {
        parts.manifest["format"] = json!(format);
    })
}

pub fn no_json(mallory: &mut Mallory, world: &World) -> Offer {
    let choice = mallory.chance.below(6);
    let what = format!("no JSON {choice}");
    mallory.altered(world, Expect::Refused, &what, |parts| {
        let text = parts.manifest.to_string();
        let half = &text.as_bytes()[..text.len() / 2];
        parts.text = Some(match choice {
            0 => half.to_vec(),
            1 => format!("\u{feff}{text}").into_bytes(),
            2 => format!("{text}{text}").into_bytes(),
            3 => [half, b"\xff\xfe", &text.as_bytes()[text.len() / 2..]].concat(),
            4 => "[".repeat(100_000).into_bytes(),
            _ => Vec::new(),
        });
    })
}

pub fn signature(mallory: &mut Mallory, world: &World) -> Offer {
    let choice = mallory.chance.below(4);
    let what = format!("signature {choice}");
    mallory.altered(world, Expect::Refused, &what, |parts| {
        let text = parts.manifest.to_string();
        let of_friend = people()[1].sign("fieldnotes/bundle/1", text.as_bytes());
        let of_review = people()[0].sign("fieldnotes/review/1", text.as_bytes());
        parts.signature = Some(match choice {
            0 => of_friend.to_vec(),
            1 => of_review.to_vec(),
            2 => vec![0; 64],
            _ => vec![7; 63],
        });
    })
}
