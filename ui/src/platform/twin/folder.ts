import type { Arrivals } from '../../bindings/api/Arrivals';
import type { Platform } from '..';
import { Failure } from '../failure';
import type { Memory } from './memory';

/** Two files that a colleague of the sample put there. */
function arrived(memory: Memory): Arrivals {
  const colleague = memory.open?.colleagues.find(({ verified }) => verified);
  const files: Arrivals['files'] = ['3f9a07c15e2db846a1', '7be04d92c8f1563a0d'].map((name) => ({
    name: `${name}.bundle`,
    path: `${memory.exchange}/${name}.bundle`,
    size: 48_211,
    state: 'ready',
    missing: 0,
    bundle: name,
    sender: colleague
      ? {
          fingerprint: colleague.fingerprint,
          name: colleague.name,
          who: 'colleague',
          verified: true,
          retired_at: null,
          key_changed_at: null,
          is_former_key: false,
        }
      : null,
    created_at: '2026-11-20T08:00:00Z',
    code: null,
  }));
  return { files, states: { ready: files.length }, more: 0 };
}

export function twinFolder(memory: Memory): Platform['folder'] {
  let isDue = true;
  const show = async () => ({ path: memory.exchange, is_there: memory.exchange !== null });
  const people = () =>
    (memory.open?.colleagues ?? []).filter(({ verified }) => verified).map(({ name }) => name);
  const due = async () => ({
    people: isDue ? people() : [],
    records: isDue ? 3 : 0,
    unverified: (memory.open?.colleagues ?? [])
      .filter(({ verified, retired_at }) => !verified && retired_at === null)
      .map(({ name }) => name),
  });
  return {
    show,
    due,
    set: async (path) => {
      if (path.startsWith('/home/me/vault')) throw new Failure('folder_unsuitable', { reason: 'vault' });
      memory.exchange = path;
      const arrivals = arrived(memory);
      memory.listeners.forEach((listener) => listener({ kind: 'folder', arrivals }));
      return show();
    },
    unset: async () => {
      memory.exchange = null;
      return show();
    },
    arrivals: async () => (memory.exchange === null ? null : arrived(memory)),
    put: async () => {
      const { people, unverified } = await due();
      isDue = false;
      return { bundles: [], people, unverified };
    },
  };
}
