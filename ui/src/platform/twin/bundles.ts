import type { BundleImported } from '../../bindings/api/BundleImported';
import type { RecordPreview } from '../../bindings/api/RecordPreview';
import type { Sender } from '../../bindings/api/Sender';
import type { Platform } from '..';
import { Failure } from '../failure';
import { screen } from './consent';
import { FINGERPRINT, pick, readFile, writeFile, type FiledRecord } from './files';
import { head, opened, saveRevision, type HeldVault, type Memory } from './memory';
import { titleOf } from './title';

/** An import, and what was there before it. */
interface Taken {
  id: string;
  before: HeldVault['records'];
  seen: Set<string>;
  after: string;
  bundles: BundleImported[];
}

export function twinBundles(memory: Memory): Platform['bundle'] {
  const senderOf = (fingerprint: string): Sender => {
    const nothing = {
      name: null,
      verified: false,
      retired_at: null,
      key_changed_at: null,
      is_former_key: false,
    };
    if (fingerprint === FINGERPRINT) return { fingerprint, ...nothing, who: 'self', verified: true };
    const found = opened(memory).colleagues.find((one) => one.fingerprint === fingerprint);
    if (!found) return { fingerprint, ...nothing, who: 'unknown' };
    const { name, verified, retired_at, key_changes } = found;
    const key_changed_at = key_changes.at(-1)?.changed_at ?? null;
    return { ...nothing, fingerprint, who: 'colleague', name, verified, retired_at, key_changed_at };
  };
  const isNew = ({ id, value }: FiledRecord) => {
    const held = opened(memory).records.get(id);
    return !held?.revisions.some((one) => JSON.stringify(one.record) === JSON.stringify(value));
  };
  /** A record that is here says something else on another side now. */
  const take = (record: FiledRecord, sender: Sender) => {
    const held = opened(memory).records.get(record.id);
    const first = held?.revisions[0]?.revision;
    const isSide = held && head(held).revision !== first;
    const parents = held ? (isSide && first ? [first] : []) : [];
    saveRevision(opened(memory), record, parents, record.value, false, {
      who: sender.who,
      name: sender.name,
      verified: sender.verified,
    });
  };
  const state = () => JSON.stringify([...opened(memory).records]);
  const taken: Taken[] = [];
  const previewed = (record: FiledRecord, at: number): RecordPreview => {
    const held = opened(memory).records.get(record.id);
    const first = held?.revisions[0]?.revision;
    const news = isNew(record);
    const isTorn = held !== undefined && head(held).revision !== first;
    return {
      id: record.id,
      kind: record.kind,
      title: titleOf(record.kind, record.value),
      state: !news ? 'known' : !held ? 'new' : isTorn ? 'conflict' : 'changed',
      trashed: false,
      is_unreadable: false,
      new_revisions: news ? 1 : 0,
      waiting: 0,
      bytes: JSON.stringify(record.value).length,
      files: 0,
      file_bytes: 0,
      attached_to: null,
      from: [at],
    };
  };
  return {
    export: async (path, to, ids, watch) => {
      watch.onprogress({ done: 0, total: 1 });
      const { going, left_out, without_consent } = screen(pick(memory, ids), 'share_inside', ids !== null);
      const passphrase = 'passphrase' in to ? to.passphrase : null;
      writeFile(memory, path, { is: 'bundle', passphrase, records: going, by: FINGERPRINT });
      const names = 'colleagues' in to ? to.colleagues : [];
      const doubtful = opened(memory).colleagues.filter((one) => names.includes(one.name) && !one.verified);
      return {
        bundle: crypto.randomUUID(),
        records: going.length,
        revisions: going.length,
        files: going.filter((one) => one.kind === 'attachment').length,
        bytes: 81_920,
        unverified: doubtful.map((one) => one.name),
        left_out,
        without_consent,
        withdrawn: [],
        waiting: [],
        noted: names.length > 0,
      };
    },
    preview: async (paths, passphrase, limit) => {
      const files = paths.map((path) => ({ path, file: readFile(memory, path, 'bundle', passphrase) }));
      const records = files.flatMap(({ file }, at) => file.records.map((one) => previewed(one, at)));
      const counts: Record<string, number> = {};
      for (const { state } of records) counts[state] = (counts[state] ?? 0) + 1;
      return {
        files: files.map(({ path, file }) => ({
          bundle: path,
          sender: senderOf(file.by ?? FINGERPRINT),
          created_at: '2026-11-20T02:30:00.000Z',
          recipients: [],
          meant_for: passphrase === null ? 'us' : 'passphrase',
          refused: null,
          was_seen: opened(memory).bundles.has(path),
          standing: file.records.some(isNew) ? 'new' : 'known',
          records: file.records.length,
          revisions: file.records.length,
          new_revisions: file.records.filter(isNew).length,
          files: 0,
          new_files: 0,
          file_bytes: 0,
          bytes: 81_920,
        })),
        states: counts,
        waiting: files.reduce((sum, { file }) => sum + (file.waiting ?? 0), 0),
        records: records.slice(0, limit),
      };
    },
    import: async (paths, passphrase, acceptUnknownSender, _watch, only) => {
      const files = paths.map((path) => ({ path, file: readFile(memory, path, 'bundle', passphrase) }));
      const senders = files.map(({ file }) => senderOf(file.by ?? FINGERPRINT));
      if (!acceptUnknownSender && senders.some((one) => one.who === 'unknown'))
        throw new Failure('sender_unknown');
      const touched = new Set<string>();
      const before = structuredClone(opened(memory).records);
      const seen = new Set(opened(memory).bundles);
      const bundles = files.map(({ path, file }, at) => {
        const sender = senders[at] ?? senderOf(FINGERPRINT);
        const chosen = file.records.filter(({ id }) => !only || only.includes(id));
        const news = chosen.filter(isNew);
        for (const one of news) take(one, sender);
        for (const { id } of news) touched.add(id);
        const was_seen = opened(memory).bundles.has(path);
        const is_partial = file.records.some(isNew);
        if (!is_partial) opened(memory).bundles.add(path);
        const known_revisions = chosen.length - news.length;
        const counts = { new_revisions: news.length, known_revisions, records: news.length, new_files: 0, withdrawn: [] };
        return { bundle: path, sender, ...counts, was_seen, is_partial };
      });
      const id = bundles.every((one) => one.new_revisions === 0) ? null : crypto.randomUUID();
      if (id !== null) taken.unshift({ id, before, seen, after: state(), bundles });
      const records = opened(memory).records;
      return {
        bundles,
        conflicts: [...touched].filter((id) => (records.get(id)?.heads.length ?? 0) > 1),
        waiting: files.reduce((sum, { file }) => sum + (file.waiting ?? 0), 0),
        was_rolled_back: files.some(({ file }) => file.was_rolled_back),
        forked: [],
        import: id,
      };
    },
    imports: async (limit) => ({
      imports: taken.slice(0, limit).map((one) => ({
        id: one.id,
        taken_at: '2026-11-22T02:30:00.000Z',
        bundles: one.bundles.map(({ bundle, sender, records, new_revisions, is_partial }) => ({
          bundle,
          sender,
          created_at: '2026-11-20T02:30:00.000Z',
          records,
          revisions: new_revisions,
          is_partial,
        })),
        revisions: one.bundles.reduce((sum, { new_revisions }) => sum + new_revisions, 0),
        files: 0,
        can_undo: one.after === state(),
        hindrances: one.after === state() ? [] : [{ reason: 'built_on', ids: [], count: 1 }],
      })),
    }),
    undo: async (id) => {
      const at = taken.findIndex((one) => one.id === id);
      const one = taken[at];
      if (!one) throw new Failure('import_not_found');
      if (one.after !== state()) throw new Failure('import_built_on', { reason: 'built_on', count: '1', ids: '' });
      const vault = opened(memory);
      const records_gone = vault.records.size - one.before.size;
      vault.records = one.before;
      vault.bundles = one.seen;
      taken.splice(at, 1);
      const revisions = one.bundles.reduce((sum, { new_revisions }) => sum + new_revisions, 0);
      return { id, revisions, records_gone, records_back: 0, files: 0 };
    },
  };
}
