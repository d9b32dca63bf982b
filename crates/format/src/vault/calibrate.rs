//! How much key derivation this machine can bear.

use std::time::{Duration, Instant};

use super::VaultError;
use super::slot::KdfCost;
use crate::crypto::kdf;

const AIM: Duration = Duration::from_secs(1);

/// The starting cost, with passes added until a derivation takes about a second. On a machine without the memory for
/// it the floor is taken, and nothing below that.
pub(super) fn cost_of_about_a_second() -> Result<KdfCost, VaultError> {
    let begun = Instant::now();
    if kdf::derive_from_passphrase(b"calibration", &[0; 32], KdfCost::START).is_ok() {
        return Ok(raised(begun.elapsed()));
    }
    match kdf::derive_from_passphrase(b"calibration", &[0; 32], KdfCost::FLOOR) {
        Ok(_) => Ok(KdfCost::FLOOR),
        Err(_) => Err(VaultError::OutOfMemory),
    }
}

fn raised(start_took: Duration) -> KdfCost {
    let each = start_took.as_secs_f64() / f64::from(KdfCost::START.passes);
    let passes = (AIM.as_secs_f64() / each.max(0.001)) as u32;
    KdfCost {
        passes: passes.clamp(KdfCost::START.passes, KdfCost::CEILING.passes),
        ..KdfCost::START
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fast_machine_pays_more_and_a_slow_one_no_less() {
        assert_eq!(raised(Duration::from_secs(9)), KdfCost::START);
        assert_eq!(raised(Duration::from_millis(300)).passes, 10);
        assert_eq!(raised(Duration::ZERO).passes, 16);
        assert!(raised(Duration::ZERO).is_strong() && raised(Duration::ZERO).is_bearable());
    }
}
