import type { Grant, Platform } from '..';
import { writeFile } from './files';
import { opened, type Memory } from './memory';
import { newHash } from './own';

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
  const show = async () => ({ ...opened(memory).own });
  const write = async (to: Grant) => {
    const by = opened(memory).own.fingerprint;
    memory.grants.once('write', to, (path) =>
      writeFile(memory, path, { is: 'identity', passphrase: null, records: [], by }),
    );
    return show();
  };
  return {
    show,
    export: write,
    qr: async () => ({ side: 149, path: pattern(149) }),
    exportQr: write,
    renewDevice: async () => {
      const { own } = opened(memory);
      own.device = newHash();
      own.earlier_devices += 1;
      return show();
    },
  };
}
