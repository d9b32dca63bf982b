import type { RecordPage } from '../../bindings/api/RecordPage';
import { asFailure, platform, type Failure, type Grant } from '../../platform';
import { offerKey } from '../../state/new-key.svelte';
import { keepFirstPage, keepRefusal } from '../../state/opening';
import { go, show } from '../../state/place.svelte';
import { takeVaultStatus } from '../../state/vault-status.svelte';

/**
 * Unlocks a vault and shows it: its list as soon as that is known, while the rest is read and checked. Gives why it was
 * not opened, or null where it was.
 */
export async function open(
  how: 'unlock' | 'unlockDamaged',
  folder: Grant,
  passphrase: string,
): Promise<Failure | null> {
  const { vault } = platform();
  let isOver = false;
  let shown: Promise<boolean> | undefined;
  const listed = (first: RecordPage) => {
    // It may arrive only after the answer.
    if (isOver || first.records.length === 0) return;
    keepFirstPage(first);
    shown = show({ name: 'welcome' });
  };
  try {
    const status =
      how === 'unlock'
        ? await vault.unlock(folder, passphrase, listed)
        : await vault.unlockDamaged(folder, passphrase);
    takeVaultStatus(status);
    offerKey(status.interrupted_rekey);
    isOver = true;
    if (!(await shown)) await show({ name: 'welcome' });
    keepFirstPage(null);
    return null;
  } catch (thrown) {
    isOver = true;
    const failure = asFailure(thrown);
    if (await shown) {
      // The list stands there already: back to where the passphrase is asked for, and why.
      keepRefusal(failure);
      await go({ at: 'unlock' });
    }
    keepFirstPage(null);
    return failure;
  }
}
