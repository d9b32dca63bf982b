import type { VaultStatus } from '../bindings/api/VaultStatus';
import { platform } from '../platform';

let current = $state.raw<VaultStatus | null>(null);

/** Counts, and how well the open vault is; null until they were read. */
export function vaultStatus(): VaultStatus | null {
  return current;
}

/** Reads them anew. Where that fails, what was known before stays; whoever needs the vault says what is wrong. */
export async function readVaultStatus(): Promise<void> {
  try {
    current = await platform().vault.status();
  } catch {
    // Said by the list, which asks the same vault.
  }
}
