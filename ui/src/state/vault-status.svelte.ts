import type { VaultStatus } from '../bindings/api/VaultStatus';
import { platform } from '../platform';

let current = $state.raw<VaultStatus | null>(null);

/** Counts and health of the open vault; null until they were read. */
export function vaultStatus(): VaultStatus | null {
  return current;
}

/** Keeps what unlocking answered. */
export function takeVaultStatus(status: VaultStatus): void {
  current = status;
}

/** Reads them again. If that fails, the old ones stay. */
export async function readVaultStatus(): Promise<void> {
  try {
    current = await platform().vault.status();
  } catch {
    // Said by the list, which asks the same vault.
  }
}
