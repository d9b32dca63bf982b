import { waitFor } from '@testing-library/svelte';
import { platform, providePlatform, type Grant } from './platform';
import { makeTwin } from './platform/twin';
import type { Deed } from './platform/twin/grants';
import { applySettings } from './state/settings.svelte';
import { takeStart } from './state/start.svelte';

/** A machine in memory with the sample vault open. */
export async function openSample() {
  const twin = makeTwin();
  providePlatform(twin);
  takeStart(await twin.app.start());
  applySettings(twin.memory.settings);
  await twin.vault.unlock(granted('vault', '/home/me/vault'), 'sample');
  return twin;
}

/** A handle for a path on the machine that was provided, as if a person had chosen it. */
export function granted(deed: Deed, path: string): Grant {
  return (platform() as ReturnType<typeof makeTwin>).grant(deed, path);
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
  twin: Awaited<ReturnType<typeof openSample>>,
  files: Grant[],
  passphrase: string | null = null,
) {
  const preview = await twin.bundle.preview(files, passphrase, 0, twin.watch());
  return preview.files.map(({ token }) => token);
}
