import type { Colleague } from '../../bindings/api/Colleague';
import type { IdentitySource, Platform } from '..';
import { Failure } from '../failure';
import { FINGERPRINT, readFile, STRANGER } from './files';
import { opened, type Memory } from './memory';
import { fingerprintOf, twinIdentity } from './identity';

export function twinColleagues(memory: Memory): Pick<Platform, 'identity' | 'colleague'> {
  const all = () => opened(memory).colleagues;
  const ofName = (name: string) => {
    const found = all().find((one) => one.name === name.trim());
    if (!found) throw new Failure('colleague_not_found');
    return found;
  };
  const refuseKnown = (fingerprint: string) => {
    if (fingerprint === FINGERPRINT) throw new Failure('colleague_known', { whose: 'own' });
    for (const { name, fingerprint: current, key_changes } of all()) {
      if (current === fingerprint) throw new Failure('colleague_known', { whose: 'colleague', name });
      const former = key_changes.find((one) => one.former_fingerprint === fingerprint);
      if (former) throw new Failure('colleague_key_replaced', { name, time: former.changed_at });
    }
  };
  const add = (name: string, fingerprint: string): Colleague => {
    if (name.trim() === '') throw new Failure('name_invalid');
    refuseKnown(fingerprint);
    if (all().some((one) => one.name === name.trim()))
      throw new Failure('colleague_key_differs', { name: name.trim(), fingerprint });
    const colleague = newColleague(name.trim(), fingerprint);
    all().push(colleague);
    return structuredClone(colleague);
  };
  const read = (by: IdentitySource): string => {
    if ('path' in by) return readFile(memory, by.path, 'identity', null).by ?? STRANGER;
    if (!by.line.startsWith('fieldnotes-identity-1:')) throw new Failure('identity_invalid');
    return fingerprintOf(by.line);
  };
  const change = (name: string, next: Partial<Colleague>) =>
    structuredClone(Object.assign(ofName(name), next));
  const now = () => new Date().toISOString();
  return {
    identity: twinIdentity(memory),
    colleague: {
      list: async () => ({ colleagues: structuredClone(all()) }),
      add: async (line, name) => add(name, read({ line })),
      addFile: async (path, name) => add(name, read({ path })),
      verify: async (name, fingerprint) => {
        const groups = (text: string) => text.replaceAll(/\D/g, '').match(/\d{5}/g) ?? [];
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
        const isTaken = all().some((one) => one.name === next.trim() && one.name !== name);
        if (next.trim() === '' || isTaken) throw new Failure('name_invalid');
        return change(name, { name: next.trim() });
      },
    },
  };
}

export function newColleague(name: string, fingerprint: string): Colleague {
  const added_at = new Date().toISOString();
  const nothing = { verified: false, verified_at: null, retired_at: null };
  return {
    name,
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
