import { asFailure, platform } from '../../platform';
import { go } from '../../state/place.svelte';
import { settings } from '../../state/settings.svelte';
import { start } from '../../state/start.svelte';

/** The folder of the vault that this laptop works with. */
export function vaultFolder(): string {
  return settings().vault ?? start().default_vault;
}

/** The last part of a path: what a person calls the folder. */
export function folderName(folder: string): string {
  return folder.split(/[/\\]/).findLast((part) => part !== '') ?? folder;
}

/** Whether a vault lies there. One that is damaged or in use is one. */
export async function isVault(folder: string): Promise<boolean> {
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

/** A folder for a vault where none lies yet. */
export async function freeFolder(wish: string): Promise<string> {
  let folder = wish;
  for (let number = 2; number < 100 && (await isVault(folder)); number += 1) folder = `${wish}-${number}`;
  return folder;
}
