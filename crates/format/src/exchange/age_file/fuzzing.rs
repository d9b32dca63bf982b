//! Headers of age files: what we let through, the age crate reads, and no further.

use super::Envelope;
use super::header::{HEADER_LIMIT, Header};

/// The header of an age file and what follows it.
pub fn age_header(bytes: &[u8]) {
    let mut rest = bytes;
    let Ok(header) = Header::read(&mut rest) else {
        return;
    };
    assert!(header.bytes.len() as u64 <= HEADER_LIMIT);
    assert_eq!(
        [&header.bytes[..], rest].concat(),
        bytes,
        "not a byte further"
    );
    let again = Header::read(&mut &header.bytes[..]).expect("it is whole");
    assert_eq!(again.envelope, header.envelope);
    // A nonce follows a header, and age reads that too.
    let file = [&header.bytes[..], &[0; 16]].concat();
    let decryptor = age::Decryptor::new(&file[..]).expect("what we let through is read");
    let is_passphrase = matches!(header.envelope, Envelope::Passphrase { .. });
    assert_eq!(decryptor.is_scrypt(), is_passphrase);
}
