import { waitFor } from '@testing-library/svelte';
import { platform, providePlatform, type Grant, newWatch } from './platform';
import { makeFake } from './platform/fake';
import type { Deed } from './platform/fake/grants';
import { applySettings } from './state/settings.svelte';
import { takeStart } from './state/start.svelte';

/** A machine in memory with the sample vault open. */
export async function openSample() {
  const fake = makeFake();
  providePlatform(fake);
  takeStart(await fake.app.start());
  applySettings(fake.memory.settings);
  await fake.vault.unlock(granted('vault', '/home/me/vault'), 'sample');
  return fake;
}

/** A handle for a path on the machine that was provided, as if a person had chosen it. */
export function granted(deed: Deed, path: string): Grant {
  return (platform() as ReturnType<typeof makeFake>).grant(deed, path);
}

/** All elements of a part, now. */
export function parts(name: string): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(`[data-part="${name}"]`)];
}

/** The first element of a part, as soon as it is there. */
export function part<Kind extends HTMLElement = HTMLElement>(name: string): Promise<Kind> {
  return waitFor(() => {
    const found = parts(name)[0];
    if (!found) throw new Error(`no part ${name}`);
    return found as Kind;
  });
}

/** What a part says, on one line. */
export async function said(name: string): Promise<string> {
  return ((await part(name)).textContent ?? '').replaceAll(/\s+/g, ' ').trim();
}

/** What a look at these files calls them by, for an import of just these. */
export async function tokensOf(
  fake: Awaited<ReturnType<typeof openSample>>,
  files: Grant[],
  passphrase: string | null = null,
) {
  const preview = await fake.bundle.preview(files, passphrase, 0, newWatch());
  return preview.files.map(({ token }) => token);
}
