import type { Colleague } from '../../bindings/api/Colleague';
import type { IdentitySource, Platform } from '..';
import { Failure } from '../failure';
import { visible } from '../signs';
import { readFile } from './files';
import { opened, type Memory } from './memory';
import { fakeIdentity } from './identity';
import { fingerprintOf } from './own';

export function fakeColleagues(memory: Memory): Pick<Platform, 'identity' | 'colleague'> {
  const all = () => opened(memory).colleagues;
  const ofName = (name: string) => {
    const found = all().find((one) => one.name === keptName(name));
    if (found) return found;
    const alike = alikeOf(name);
    throw new Failure('colleague_not_found', alike ? { name: alike.name } : {});
  };
  const alikeOf = (name: string, but?: string) =>
    all().find((one) => one.name !== but && likeness(one.name) === likeness(name));
  const refuseAlike = (name: string, but?: string) => {
    const alike = alikeOf(name, but);
    if (alike) throw new Failure('name_alike', { name: alike.name });
  };
  const refuseKnown = (fingerprint: string) => {
    if (fingerprint === opened(memory).own.fingerprint)
      throw new Failure('colleague_known', { whose: 'own' });
    for (const { name, fingerprint: current, key_changes } of all()) {
      if (current === fingerprint) throw new Failure('colleague_known', { whose: 'colleague', name });
      const former = key_changes.find((one) => one.former_fingerprint === fingerprint);
      if (former) throw new Failure('colleague_key_replaced', { name, time: former.changed_at });
    }
  };
  const add = (name: string, fingerprint: string): Colleague => {
    const kept = keptName(name);
    if (kept === '') throw new Failure('name_invalid');
    refuseKnown(fingerprint);
    if (all().some((one) => one.name === kept))
      throw new Failure('colleague_key_differs', { name: kept, fingerprint });
    refuseAlike(kept);
    const colleague = newColleague(kept, fingerprint);
    all().push(colleague);
    return structuredClone(colleague);
  };
  const read = (by: IdentitySource): string => {
    if ('file' in by) {
      const path = memory.grants.hold('identity', by.file);
      return readFile(memory, path, 'identity', null).by;
    }
    const letters = by.line.replaceAll(/[^\w:-]/g, '');
    if (!letters.includes('fieldnotes-identity-1:')) throw new Failure('identity_invalid', { fault: 'none' });
    const { own } = opened(memory);
    return letters.includes(own.identity) ? own.fingerprint : fingerprintOf(letters);
  };
  const change = (name: string, next: Partial<Colleague>) =>
    structuredClone(Object.assign(ofName(name), next));
  const now = () => new Date().toISOString();
  return {
    identity: fakeIdentity(memory),
    colleague: {
      list: async () => ({ colleagues: structuredClone(all()) }),
      add: async (line, name) => add(name, read({ line })),
      addFile: async (file, name) => {
        const added = add(name, read({ file }));
        return memory.grants.once('identity', file, () => added);
      },
      verify: async (name, fingerprint) => {
        const groups = (text: string) => text.normalize('NFKC').replaceAll(/\D/g, '').match(/\d{5}/g) ?? [];
        const [said, kept] = [groups(fingerprint), groups(ofName(name).fingerprint)];
        if (said.length !== 12) throw new Failure('fingerprint_invalid');
        const differ = kept.flatMap((group, at) => (group === said[at] ? [] : [at + 1]));
        if (differ.length > 0)
          throw new Failure('fingerprint_mismatch', {
            count: String(differ.length),
            groups: differ.join(', '),
          });
        return change(name, { verified: true, verified_at: now() });
      },
      changeKey: async (name, by, hasCompared) => {
        const fingerprint = read(by);
        const there = ofName(name);
        refuseKnown(fingerprint);
        if (!hasCompared) throw new Failure('colleague_key_differs', { name: there.name, fingerprint });
        const former = {
          changed_at: now(),
          former_fingerprint: there.fingerprint,
          was_verified: there.verified,
        };
        const key_changes = [...there.key_changes, former];
        return change(name, { fingerprint, verified: false, verified_at: null, key_changes });
      },
      retire: async (name) => change(name, { retired_at: ofName(name).retired_at ?? now() }),
      restore: async (name) => change(name, { retired_at: null }),
      rename: async (name, next) => {
        const kept = keptName(next);
        const isTaken = all().some((one) => one.name === kept && one.name !== name);
        if (kept === '' || isTaken) throw new Failure('name_invalid');
        refuseAlike(kept, name);
        return change(name, { name: kept });
      },
    },
  };
}

/** A name as the core keeps it: composed, without what cannot be seen. */
function keptName(name: string): string {
  return visible(name.replaceAll(/\s+/g, ' ')).trim().normalize('NFC');
}

/** As far as the fake goes: case, width and spaces. The core also knows letters of other scripts that look the same. */
function likeness(name: string): string {
  return visible(name).normalize('NFKC').toLowerCase().replaceAll(/\s/g, '');
}

function newColleague(name: string, fingerprint: string): Colleague {
  const added_at = new Date().toISOString();
  const nothing = { verified: false, verified_at: null, retired_at: null };
  return {
    name,
    looks_like: null,
    fingerprint,
    added_at,
    ...nothing,
    key_changes: [],
    devices: 0,
    forked: [],
    claimed: [],
    holds: 0,
    waiting: null,
  };
}
