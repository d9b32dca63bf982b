//! Attachments: files that belong to a record.

pub(crate) mod content;
pub(crate) mod owners;

pub use crate::outside::outfile::SavedFile;
use std::collections::BTreeSet;
use std::io::Read;
use std::path::Path;

use serde::Serialize;
use serde_json::json;

use crate::attachment::owners::content_hash;
use crate::error::{Code, Error, Outcome};
use crate::ids;
use crate::outside::infile::{self, Links};
use crate::outside::outfile;
use crate::record::Saved;
use crate::record::save::NewRevision;
use crate::session::Session;
use fieldnotes_domain::ids::RecordId;
use fieldnotes_domain::records::Kind;
use fieldnotes_format::exchange::{ContentHash, FileItem};
use fieldnotes_format::progress::Watch;
use fieldnotes_format::random::make_id;

/// The attachments of a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct Attachments {
    /// In the order of their ids.
    pub attachments: Vec<AttachmentLine>,
}

/// An attachment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "api/"))]
pub struct AttachmentLine {
    /// The record of the attachment.
    pub id: String,
    /// The name of the file.
    pub name: String,
    /// Its media type (RFC 6838); empty where unknown.
    pub media_type: String,
    /// Bytes of content.
    pub size: u64,
    /// SHA-256 of the content: 64 hexadecimal digits.
    pub sha256: String,
    /// Whether the content is held here.
    pub is_held: bool,
}

/// Adds a file to a record. Memory stays small whatever its size.
pub fn add(
    session: &mut Session,
    owner: &str,
    path: &Path,
    watch: &mut Watch<'_>,
) -> Outcome<Saved> {
    let owner = ids::record(session, owner)?;
    let mut file = infile::open(path, Links::Refuse)?;
    let metadata = file.metadata()?;
    let name = path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    let media_type = mime_guess::from_path(path).first_raw().unwrap_or_default();
    let id = make_id(&*session.environment().random);
    let revision = session.attach(&mut file, metadata.len(), watch, |sha256, size| {
        let mut value = json!({
            "name": name,
            "media_type": media_type,
            "size": size,
            "sha256": sha256,
            "attached_to": owner,
        });
        if media_type.is_empty()
            && let Some(members) = value.as_object_mut()
        {
            members.shift_remove("media_type");
        }
        NewRevision {
            record: id,
            parents: Vec::new(),
            schema: Kind::Attachment.schema().to_owned(),
            trashed: false,
            value,
        }
    })?;
    Ok(Saved {
        id: id.to_string(),
        revision: revision.to_string(),
        ..Saved::default()
    })
}

/// The attachments of a record.
pub fn list(session: &Session, owner: &str) -> Outcome<Attachments> {
    let owner = ids::record(session, owner)?;
    let mut attachments = Vec::new();
    for (id, _) in session.attachments_of(&BTreeSet::from([owner])) {
        let heads = session.graph().heads(id);
        // One whose heads cannot be read is named by whatever looks at records; the others are listed.
        let Some(body) = heads.iter().find_map(|head| session.body(head).ok()) else {
            continue;
        };
        if body.trashed {
            continue;
        }
        let text = |field: &str| {
            body.record
                .get(field)
                .and_then(|value| value.as_str())
                .unwrap_or_default()
                .to_owned()
        };
        attachments.push(AttachmentLine {
            id: id.to_string(),
            name: text("name"),
            media_type: text("media_type"),
            size: body
                .record
                .get("size")
                .and_then(serde_json::Value::as_u64)
                .unwrap_or_default(),
            sha256: text("sha256"),
            is_held: content_hash(&body.record)
                .is_some_and(|sha256| session.content_size(&sha256).is_some()),
        });
    }
    Ok(Attachments { attachments })
}

/// Writes the content of an attachment to a new file. A file that is there already is left alone.
pub fn save(session: &Session, id: &str, out: &Path, watch: &mut Watch<'_>) -> Outcome<SavedFile> {
    let record = ids::record(session, id)?;
    let (sha256, size) = content_of(session, record)?;
    let damaged = Error::new(Code::ContentDamaged).with("record", record);
    let mut content = session.content(&sha256)?;
    outfile::write_out(
        out,
        &mut content,
        FileItem { sha256, size },
        damaged,
        &*session.environment().random,
        watch,
    )
}

/// Reads a piece of an attachment's content, for a player that seeks.
pub fn read(session: &Session, id: &str, from: u64, length: usize) -> Outcome<Vec<u8>> {
    use std::io::{Seek, SeekFrom};
    let record = ids::record(session, id)?;
    let (sha256, _) = content_of(session, record)?;
    let mut content = session.content(&sha256)?;
    content.seek(SeekFrom::Start(from))?;
    let mut out = Vec::new();
    content
        .take(length as u64)
        .read_to_end(&mut out)
        .map_err(|_| Error::new(Code::ContentDamaged).with("record", record))?;
    Ok(out)
}

/// The content that an attachment names, where it is held: hash and size.
fn content_of(session: &Session, record: RecordId) -> Outcome<(ContentHash, u64)> {
    let heads = session.graph().heads(record);
    let body = session.body(heads.first().ok_or(Code::RecordNotFound)?)?;
    content_hash(&body.record)
        .and_then(|sha256| Some((sha256, session.content_size(&sha256)?)))
        .ok_or_else(|| Error::new(Code::ContentNotHeld).with("record", record))
}
