//! Names of files in a folder that others see: they look drawn at random, and the vault that gave one knows it again.
//! docs/FORMAT.md section 8.3.

use super::identity::SecretIdentity;
use crate::crypto::hash::sha256;
use crate::random::{Random, make_array};

/// What is signed for the mark is for nothing else.
const DOMAIN: &str = "fieldnotes/name/1";
/// Bytes drawn, and as many of the mark.
const HALF: usize = 8;

/// The names that an identity gives.
pub struct FileNames<'a>(pub &'a SecretIdentity);

impl FileNames<'_> {
    /// A new name: 32 hexadecimal digits.
    pub fn make(&self, random: &dyn Random) -> String {
        let drawn: [u8; HALF] = make_array(random);
        hex::encode([drawn, self.mark(&drawn)].concat())
    }

    /// Whether this identity gave this name. To anybody else it is as good as random.
    pub fn has_given(&self, name: &str) -> bool {
        let mut bytes = [0; 2 * HALF];
        let is_read = hex::decode_to_slice(name, &mut bytes).is_ok();
        let (drawn, mark) = bytes.split_at(HALF);
        is_read && self.mark(drawn) == mark
    }

    /// A signature of this scheme is the same each time, and nobody else can make it.
    fn mark(&self, drawn: &[u8]) -> [u8; HALF] {
        let mut mark = [0; HALF];
        let hash = sha256(&self.0.sign(DOMAIN, drawn));
        mark.iter_mut().zip(hash).for_each(|(to, from)| *to = from);
        mark
    }
}

#[cfg(test)]
mod tests {
    use super::super::identity::fixed;
    use super::*;
    use crate::random::OsRandom;

    #[test]
    fn a_name_is_known_to_the_one_who_gave_it_alone() {
        let (ours, theirs) = (fixed(1), fixed(2));
        let name = FileNames(&ours).make(&OsRandom);
        assert_eq!(name.len(), 32);
        assert_ne!(name, FileNames(&ours).make(&OsRandom));
        assert!(FileNames(&ours).has_given(&name));
        assert!(!FileNames(&theirs).has_given(&name));
        assert!(!FileNames(&ours).has_given(&name.replace(|_| true, "0")));
        for other in ["", "a", "한글", &name[..30]] {
            assert!(!FileNames(&ours).has_given(other));
        }
    }
}
