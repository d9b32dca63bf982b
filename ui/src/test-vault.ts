import { waitFor } from '@testing-library/svelte';
import { providePlatform } from './platform';
import { makeTwin } from './platform/twin';
import { applySettings } from './state/settings.svelte';
import { takeStart } from './state/start.svelte';

/** A machine in memory with the sample vault open. */
export async function openSample() {
  const twin = makeTwin();
  providePlatform(twin);
  takeStart(await twin.app.start());
  applySettings(twin.memory.settings);
  await twin.vault.unlock('/home/me/vault', 'sample');
  return twin;
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
  paths: string[],
  passphrase: string | null = null,
) {
  const { files } = await twin.bundle.preview(paths, passphrase, 0, twin.watch());
  return files.map(({ token }) => token);
}
