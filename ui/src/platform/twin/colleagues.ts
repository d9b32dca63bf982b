import type { Colleague } from '../../bindings/api/Colleague';
import type { Platform } from '..';
import { Failure } from '../failure';
import { FINGERPRINT, readFile, STRANGER, writeFile } from './files';
import { opened, type Memory } from './memory';

const IDENTITY = `fieldnotes-identity-1:${'qxy2kgdygjrsqtzq2n0yrf2493p83kkfjhx0wlh'.repeat(40)}`;

/** Sixty digits that follow from the line, as a real fingerprint does. */
function fingerprintOf(identity: string): string {
  if (identity === IDENTITY) return FINGERPRINT;
  const sum = [...identity].reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) % 99_991, 7);
  return Array.from({ length: 12 }, (_, at) => String((sum * (at + 3)) % 100_000).padStart(5, '0')).join(' ');
}

export function twinColleagues(memory: Memory): Pick<Platform, 'identity' | 'colleague'> {
  const own = { fingerprint: FINGERPRINT, identity: IDENTITY };
  const add = (name: string, fingerprint: string): Colleague => {
    const { colleagues } = opened(memory);
    if (name.trim() === '' || colleagues.some((one) => one.name === name)) throw new Failure('name_invalid');
    if (fingerprint === FINGERPRINT) throw new Failure('colleague_known', { whose: 'own' });
    if (colleagues.some((one) => one.fingerprint === fingerprint))
      throw new Failure('colleague_known', { whose: 'colleague' });
    const added_at = new Date().toISOString();
    const colleague = { name, fingerprint, verified: false, verified_at: null, added_at, holds: 0, waiting: null };
    colleagues.push(colleague);
    return { ...colleague };
  };
  return {
    identity: {
      show: async () => own,
      export: async (path) => {
        writeFile(memory, path, { is: 'identity', passphrase: null, records: [], by: FINGERPRINT });
        return own;
      },
    },
    colleague: {
      list: async () => ({ colleagues: structuredClone(opened(memory).colleagues) }),
      add: async (identity, name) => {
        if (!identity.startsWith('fieldnotes-identity-1:')) throw new Failure('identity_invalid');
        return add(name, fingerprintOf(identity));
      },
      addFile: async (path, name) => add(name, readFile(memory, path, 'identity', null).by ?? STRANGER),
      verify: async (name, fingerprint) => {
        const found = opened(memory).colleagues.find((one) => one.name === name);
        if (!found) throw new Failure('colleague_not_found');
        const digits = (text: string) => text.replaceAll(/\D/g, '');
        if (digits(fingerprint).length !== 60) throw new Failure('fingerprint_invalid');
        if (digits(fingerprint) !== digits(found.fingerprint)) throw new Failure('fingerprint_mismatch');
        Object.assign(found, { verified: true, verified_at: new Date().toISOString() });
        return structuredClone(found);
      },
    },
  };
}
