import type { Arrival } from '../../bindings/api/Arrival';
import type { Arrivals } from '../../bindings/api/Arrivals';
import type { Platform } from '..';
import { Failure } from '../failure';
import type { Memory } from './memory';

/** What a stranger, an unfinished copy and a failing USB drive leave beside them. */
const OTHERS: [string, Partial<Arrival>][] = [
  ['19c2f07be4a8d3516e', { state: 'unknown_sender' }],
  ['2d61b98e07f4ac3f15', { state: 'needs_passphrase' }],
  ['51ae7730cd94be0812', { state: 'coming', missing: 1_204_224 }],
  ['73d1b2e09c45fa6817', { state: 'forbidden', code: 'file_forbidden' }],
  ['8c40e1d7a2f6933b5d', { state: 'damaged', code: 'bundle_damaged' }],
];

/** Two files that a colleague of the sample put there, and others. */
function arrived(memory: Memory): Arrivals {
  const colleague = memory.open?.colleagues.find(({ verified }) => verified);
  const sender: Arrival['sender'] = colleague
    ? {
        fingerprint: colleague.fingerprint,
        name: colleague.name,
        who: 'colleague',
        verified: true,
        retired_at: null,
        key_changed_at: null,
        is_former_key: false,
      }
    : null;
  const file = (name: string, more: Partial<Arrival>): Arrival => ({
    name: `${name}.bundle`,
    path: `${memory.exchange}/${name}.bundle`,
    size: 48_211,
    state: 'ready',
    missing: 0,
    bundle: null,
    token: null,
    sender: null,
    created_at: null,
    code: null,
    ...more,
  });
  const ready = ['3f9a07c15e2db846a1', '7be04d92c8f1563a0d'].map((name) =>
    file(name, { bundle: name, sender, created_at: '2026-11-20T08:00:00Z' }),
  );
  const files = [...ready, ...OTHERS.map(([name, more]) => file(name, more))];
  const states: Arrivals['states'] = {};
  for (const { state } of files) states[state] = (states[state] ?? 0) + 1;
  return { files, states, more: 0 };
}

export function fakeFolder(memory: Memory): Platform['folder'] {
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
    set: async (folder) => {
      memory.exchange = memory.grants.once('exchange', folder, (path) => {
        if (path.startsWith('/home/me/vault')) throw new Failure('folder_unsuitable', { reason: 'vault' });
        return path;
      });
      const arrivals = arrived(memory);
      memory.listener?.({ kind: 'folder', arrivals });
      return show();
    },
    unset: async () => {
      memory.exchange = null;
      return show();
    },
    arrivals: async () => (memory.exchange === null ? null : arrived(memory)),
    pick: async (names) => {
      const found = memory.exchange === null ? [] : arrived(memory).files;
      return names.map((name) => {
        const file = found.find((one) => one.name === name);
        if (!file) throw new Failure('not_granted');
        return memory.grants.give('bundle', file.path);
      });
    },
    put: async () => {
      const { people, unverified } = await due();
      isDue = false;
      return { bundles: [], people, unverified };
    },
  };
}
