//! Envelopes and archives, opened and made by hand: docs/FORMAT.md section 8.

use std::io::{Read, Write};

use age::scrypt;
use fieldnotes_core::SecretString;

/// What stands in one block of tar.
pub const BLOCK: usize = 512;

/// Opens an envelope to a passphrase.
pub fn open(envelope: &[u8], passphrase: &SecretString) -> Vec<u8> {
    let decryptor = age::Decryptor::new_buffered(envelope).expect("an age file");
    let identity = scrypt::Identity::new(passphrase.clone());
    let mut plain = Vec::new();
    decryptor
        .decrypt(std::iter::once(&identity as &dyn age::Identity))
        .expect("it opens")
        .read_to_end(&mut plain)
        .expect("it is whole");
    plain
}

/// Begins an envelope to a passphrase.
pub fn begin<W: Write>(out: W, passphrase: &SecretString) -> age::stream::StreamWriter<W> {
    let mut recipient = scrypt::Recipient::new(passphrase.clone());
    recipient.set_work_factor(4);
    age::Encryptor::with_recipients(std::iter::once(&recipient as &dyn age::Recipient))
        .expect("one recipient")
        .wrap_output(out)
        .expect("written")
}

/// Makes an envelope to a passphrase.
pub fn seal(plain: &[u8], passphrase: &SecretString) -> Vec<u8> {
    let mut writer = begin(Vec::new(), passphrase);
    writer.write_all(plain).expect("written");
    writer.finish().expect("written")
}

/// The header of a member, spelled as ours are.
pub fn header(name: &str, size: u64) -> [u8; BLOCK] {
    let mut header = tar::Header::new_ustar();
    header.as_mut_bytes()[..name.len()].copy_from_slice(name.as_bytes());
    header.set_entry_type(tar::EntryType::Regular);
    header.set_mode(0o600);
    header.set_uid(0);
    header.set_gid(0);
    header.set_mtime(0);
    header.set_size(size);
    header.set_cksum();
    *header.as_bytes()
}

/// An archive of these members, padded as ours are.
pub fn archive(members: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut plain = Vec::new();
    for (name, content) in members {
        plain.extend_from_slice(&header(name, content.len() as u64));
        plain.extend_from_slice(content);
        plain.resize(plain.len().next_multiple_of(BLOCK), 0);
    }
    let whole = padded(plain.len() + 2 * BLOCK).next_multiple_of(BLOCK);
    plain.resize(whole, 0);
    plain
}

/// `pad_to` of docs/FORMAT.md section 1.1.
fn padded(length: usize) -> usize {
    let exponent = length.ilog2();
    let step = 1 << (exponent - exponent.ilog2() - 1);
    length.next_multiple_of(step).max(256)
}

/// The members of an archive.
pub fn members(plain: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = tar::Archive::new(plain);
    let read = |entry: std::io::Result<tar::Entry<'_, &[u8]>>| {
        let mut entry = entry.expect("a member");
        let name = String::from_utf8(entry.path_bytes().into_owned()).expect("plain names");
        let mut content = Vec::new();
        entry.read_to_end(&mut content).expect("whole");
        (name, content)
    };
    archive.entries().expect("tar").map(read).collect()
}
