import type { Platform } from '..';
import { FINGERPRINT, writeFile } from './files';
import type { Memory } from './memory';

const IDENTITY = `fieldnotes-identity-1:${'qxy2kgdygjrsqtzq2n0yrf2493p83kkfjhx0wlh'.repeat(40)}`;

/** Sixty digits that follow from the line, as a real fingerprint does. */
export function fingerprintOf(identity: string): string {
  if (identity === IDENTITY) return FINGERPRINT;
  const sum = [...identity].reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) % 99_991, 7);
  return Array.from({ length: 12 }, (_, at) => String((sum * (at + 3)) % 100_000).padStart(5, '0')).join(' ');
}

/** A square that looks like a code of that size and is none: the real one is the core's to draw. */
function pattern(side: number): string {
  const eye = (x: number, y: number) =>
    `M${x} ${y}h7v1h-7zM${x} ${y + 6}h7v1h-7zM${x} ${y}h1v7h-1zM${x + 6} ${y}h1v7h-1zM${x + 2} ${y + 2}h3v3h-3z`;
  let path = eye(4, 4) + eye(side - 11, 4) + eye(4, side - 11);
  for (let y = 4; y < side - 4; y += 1)
    for (let x = y < 12 || y > side - 13 ? 13 : 4; x < (y < 12 ? side - 13 : side - 4); x += 1)
      if ((x * 7 + y * 13 + ((x * y) % 11)) % 3 === 0) path += `M${x} ${y}h1v1h-1z`;
  return path;
}

export function fakeIdentity(memory: Memory): Platform['identity'] {
  const own = {
    fingerprint: FINGERPRINT,
    identity: IDENTITY,
    device: 'a'.repeat(64),
    earlier_devices: 0,
    forked: [],
  };
  const file = { is: 'identity' as const, passphrase: null, records: [], by: FINGERPRINT };
  return {
    show: async () => ({ ...own }),
    export: async (to) => {
      memory.grants.once('write', to, (path) => writeFile(memory, path, file));
      return { ...own };
    },
    qr: async () => ({ side: 149, path: pattern(149) }),
    exportQr: async (to) => {
      memory.grants.once('write', to, (path) => writeFile(memory, path, file));
      return { ...own };
    },
    renewDevice: async () => {
      own.device = crypto.randomUUID().replaceAll('-', '').repeat(2);
      own.earlier_devices += 1;
      return { ...own };
    },
  };
}
