//! How much key derivation this machine can bear.

use std::time::{Duration, Instant};

use super::VaultError;
use super::slot::KdfCost;
use crate::crypto::kdf;

const AIM: Duration = Duration::from_secs(1);

/// The starting cost, with passes added until a derivation takes about a second. Never less than the start.
pub(super) fn cost_of_about_a_second() -> Result<KdfCost, VaultError> {
    let begun = Instant::now();
    kdf::derive_from_passphrase(b"calibration", &[0; 32], KdfCost::START)
        .map_err(|_| VaultError::OutOfMemory)?;
    Ok(raised(begun.elapsed()))
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
