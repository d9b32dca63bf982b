import { asFailure, platform, type Grant } from '../../platform';
import { go } from '../../state/place.svelte';
import { vaultFolder } from '../../state/start.svelte';

/** Whether a vault lies there. One that is damaged or in use is one. */
export async function isVault(folder: Grant): Promise<boolean> {
  try {
    await platform().vault.look(folder);
    return true;
  } catch (thrown) {
    return asFailure(thrown).code !== 'vault_not_found';
  }
}

/** Where the app begins: at the passphrase, or with a first vault. */
export async function goToEntry(): Promise<void> {
  await go({ at: (await isVault(vaultFolder())) ? 'unlock' : 'first-run' });
}
