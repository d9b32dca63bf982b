//! Bodies as they are stored and sent, made smaller: docs/FORMAT.md section 6.2.1.
//!
//! Rows and bundles hold the same bytes, so that a body is packed once, by whoever saves it, and passed on as it came. Its hash
//! and every signature are over what it unpacks to: two programs may pack one body in two ways and agree on all else.
//!
//! Two libraries do the work. What comes from others is read by one without unsafe code, and it also reads what the other one
//! made here, before that counts: a wrong stream is not kept.

mod deflate;
#[cfg(any(test, feature = "testing"))]
pub mod fuzzing;
#[cfg(test)]
mod tests;

use zeroize::Zeroizing;

use super::log;
use fieldnotes_domain::history::BodyHash;

/// Bytes of a body.
pub const MAX_BODY: usize = 8 << 20;
/// Bytes of one that is packed.
pub const MAX_PACKED: usize = 1 + MAX_BODY;

/// How many times as long a body may be as its compressed bytes. People's words come to five at most; more is somebody's
/// attempt to have much done for little.
const MOST_TIMES: usize = 16;

/// The body follows as it is.
const PLAIN: u8 = 0;
/// Its length follows, and DEFLATE with the first word list.
const DEFLATED: u8 = 1;
/// Bytes before the compressed ones.
const HEAD: usize = 1 + 4;

/// Why packed bytes are refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PackingFault {
    /// It says that it is longer than a body may be.
    #[error("longer than a body may be")]
    TooLarge,
    /// It is packed in no way that is known, or not in the way that it says.
    #[error("not packed as it says")]
    Malformed,
}

/// A body as it is stored and sent. Its hash was taken of what it unpacks to.
#[derive(Clone)]
pub struct PackedBody {
    bytes: Zeroizing<Vec<u8>>,
    hash: BodyHash,
}

impl PackedBody {
    /// Packs a body: compressed where that is shorter, otherwise as it is.
    pub fn pack(body: &[u8]) -> Self {
        Self {
            bytes: deflated(body).unwrap_or_else(|| plain(body)),
            hash: log::hash_body(body),
        }
    }

    /// Takes packed bytes, and gives the body beside them.
    pub fn read(bytes: Zeroizing<Vec<u8>>) -> Result<(Self, Zeroizing<Vec<u8>>), PackingFault> {
        let body = unpack(&bytes)?;
        let hash = log::hash_body(&body);
        Ok((Self { bytes, hash }, body))
    }

    /// The packed bytes.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The hash of the body.
    pub fn hash(&self) -> BodyHash {
        self.hash
    }
}

impl std::fmt::Debug for PackedBody {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "PackedBody({} bytes)", self.bytes.len())
    }
}

/// The body in packed bytes.
pub fn unpack(packed: &[u8]) -> Result<Zeroizing<Vec<u8>>, PackingFault> {
    match Head::of(packed)? {
        Head::Plain(body) => Ok(Zeroizing::new(body.to_vec())),
        Head::Deflated(length, rest) => {
            deflate::inflate(rest, length).ok_or(PackingFault::Malformed)
        }
    }
}

/// The length that the body of packed bytes has, if it unpacks at all. Nothing is unpacked for it.
pub fn announced(packed: &[u8]) -> Result<usize, PackingFault> {
    Ok(match Head::of(packed)? {
        Head::Plain(body) => body.len(),
        Head::Deflated(length, _) => length,
    })
}

/// How a body is packed, checked as far as can be without unpacking it.
enum Head<'p> {
    Plain(&'p [u8]),
    Deflated(usize, &'p [u8]),
}

impl<'p> Head<'p> {
    fn of(packed: &'p [u8]) -> Result<Self, PackingFault> {
        let malformed = PackingFault::Malformed;
        match packed.split_first().ok_or(malformed)? {
            (&PLAIN, body) if body.len() > MAX_BODY => Err(PackingFault::TooLarge),
            (&PLAIN, body) => Ok(Self::Plain(body)),
            (&DEFLATED, rest) => {
                let (length, rest) = rest.split_first_chunk().ok_or(malformed)?;
                let length = u32::from_be_bytes(*length) as usize;
                if length > MAX_BODY {
                    return Err(PackingFault::TooLarge);
                }
                // Checked before there is memory for it.
                match is_worth_it(rest.len(), length) {
                    true => Ok(Self::Deflated(length, rest)),
                    false => Err(malformed),
                }
            }
            _ => Err(malformed),
        }
    }
}

/// Whether so many compressed bytes may stand for a body of this length.
fn is_worth_it(compressed: usize, length: usize) -> bool {
    HEAD + compressed <= length && length <= compressed * MOST_TIMES
}

fn plain(body: &[u8]) -> Zeroizing<Vec<u8>> {
    let mut packed = Zeroizing::new(Vec::with_capacity(1 + body.len()));
    packed.push(PLAIN);
    packed.extend_from_slice(body);
    packed
}

/// The body compressed, where that is shorter and reads as the same again.
fn deflated(body: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let most = body
        .len()
        .checked_sub(HEAD)
        .filter(|_| body.len() <= MAX_BODY)?;
    let mut packed = Zeroizing::new(Vec::with_capacity(body.len()));
    packed.push(DEFLATED);
    packed.extend_from_slice(&(body.len() as u32).to_be_bytes());
    deflate::deflate(body, most, &mut packed)?;
    let is_same = unpack(&packed).is_ok_and(|again| *again == body);
    is_same.then_some(packed)
}
