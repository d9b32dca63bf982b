//! Where random bytes come from.

/// A source of random bytes. Passed in, so that a test can repeat itself.
pub trait Random: Send + Sync {
    /// Fills `out` with bytes that nobody can predict.
    fn fill(&self, out: &mut [u8]);
}

/// N random bytes.
pub fn make_array<const N: usize>(random: &dyn Random) -> [u8; N] {
    let mut out = [0; N];
    random.fill(&mut out);
    out
}

/// An id drawn from `random`: a UUID version 4.
pub fn make_id<I: From<uuid::Uuid>>(random: &dyn Random) -> I {
    uuid::Builder::from_random_bytes(make_array(random))
        .into_uuid()
        .into()
}

/// The operating system's generator.
#[derive(Debug, Clone, Copy, Default)]
pub struct OsRandom;

impl Random for OsRandom {
    fn fill(&self, out: &mut [u8]) {
        // Without randomness no key may be made: there is nothing sensible to go on with.
        getrandom::fill(out).expect("the operating system must give random bytes");
    }
}
