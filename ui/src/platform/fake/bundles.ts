import type { BundleImported } from '../../bindings/api/BundleImported';
import type { BundlesPreview } from '../../bindings/api/BundlesPreview';
import type { RecordPreview } from '../../bindings/api/RecordPreview';
import type { UndoHindrance } from '../../bindings/api/UndoHindrance';
import type { Sender } from '../../bindings/api/Sender';
import type { Platform } from '..';
import { Failure } from '../failure';
import { readFile, tokenOf, type FiledRecord } from './files';
import { forksIn, keepCopies } from './forks';
import { head, opened, saveRevision, type HeldVault, type Memory } from './memory';
import { refuse, senderIn } from './senders';
import { fakeSending } from './sending';
import { titleOf } from './title';
import { isInConflict } from './merge';

/** An import, and what was there before it. */
interface Taken {
  id: string;
  before: HeldVault['records'];
  seen: Set<string>;
  copies: HeldVault['copies'];
  after: string;
  bundles: BundleImported[];
}

/** A record that several files have is previewed once, with all of them. */
function eachOnce(records: RecordPreview[]): RecordPreview[] {
  const found = new Map<string, RecordPreview>();
  for (const one of records)
    found.set(one.id, { ...one, from: [...(found.get(one.id)?.from ?? []), ...one.from] });
  return [...found.values()];
}

export function fakeBundles(memory: Memory): Platform['bundle'] {
  const senderOf = (fingerprint: string) => senderIn(opened(memory), fingerprint);
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
  const all = new WeakMap<HeldVault, Taken[]>();
  /** The imports of a vault, the latest first. */
  const takenBy = (vault: HeldVault): Taken[] => {
    const taken = all.get(vault) ?? [];
    all.set(vault, taken);
    return taken;
  };
  /** A later import, or records that stand otherwise than when it was made. */
  const hindrancesOf = ({ id, after }: Taken): UndoHindrance[] => {
    const taken = takenBy(opened(memory));
    const later = taken.slice(
      0,
      taken.findIndex((one) => one.id === id),
    );
    if (later.length > 0)
      return [{ reason: 'later_import', ids: later.map((one) => one.id), count: later.length }];
    const then = new Map(JSON.parse(after) as [string, { revisions: unknown[] }][]);
    const records = [...opened(memory).records.values()];
    const ids = records
      .filter((one) => then.get(one.id)?.revisions.length !== one.revisions.length)
      .map((one) => one.id);
    return [{ reason: 'built_on', ids, count: ids.length }];
  };
  const previewed = (record: FiledRecord, at: number): RecordPreview => {
    const held = opened(memory).records.get(record.id);
    const first = held?.revisions[0]?.revision;
    const news = isNew(record);
    const isChangedHere = held !== undefined && head(held).revision !== first;
    return {
      id: record.id,
      kind: record.kind,
      title: titleOf(record.kind, record.value),
      state: !news ? 'known' : !held ? 'new' : isChangedHere ? 'conflict' : 'changed',
      trashed: false,
      is_unreadable: false,
      new_revisions: news ? 1 : 0,
      waiting: 0,
      bytes: JSON.stringify(record.value).length,
      files: 0,
      file_bytes: 0,
      attached_to: null,
      from: [at],
      ...record.looks,
    };
  };
  return {
    ...fakeSending(memory),
    preview: async (chosen, passphrase, limit) => {
      const paths = chosen.map((one) => memory.grants.hold('bundle', one));
      const files = paths.map((path) => ({ path, file: readFile(memory, path, 'bundle', passphrase) }));
      const records = eachOnce(
        files.flatMap(({ file }, at) => file.records.map((one) => previewed(one, at))),
      );
      const counts: BundlesPreview['states'] = {};
      for (const { state } of records) counts[state] = (counts[state] ?? 0) + 1;
      return {
        files: files.map(({ path, file }) => ({
          bundle: path,
          token: tokenOf(file),
          sender: senderOf(file.by),
          created_at: '2026-11-20T02:30:00.000Z',
          recipients: [],
          meant_for: file.is_for_others ? 'others' : file.passphrase === null ? 'us' : 'passphrase',
          refused: file.is_for_others ? 'not_for_us' : null,
          was_seen: opened(memory).bundles.has(path),
          standing: file.is_older ? 'older' : file.records.some(isNew) ? 'new' : 'known',
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
        forked: forksIn(
          opened(memory),
          files.map(({ file }) => file),
        ),
        claimed: files.flatMap(({ file }) => file.claimed ?? []),
      };
    },
    import: async (chosen, passphrase, { accept, expected, only }) => {
      const paths = chosen.map((one) => memory.grants.hold('bundle', one));
      const files = paths.map((path) => ({ path, file: readFile(memory, path, 'bundle', passphrase) }));
      if (!files.every(({ file }) => expected.includes(tokenOf(file))))
        throw new Failure('bundle_not_as_seen');
      const senders = files.map(({ file }) => senderOf(file.by));
      const forked = forksIn(
        opened(memory),
        files.map(({ file }) => file),
      );
      refuse(senders, forked, accept);
      const touched = new Set<string>();
      const before = structuredClone(opened(memory).records);
      const seen = new Set(opened(memory).bundles);
      const copies = structuredClone(opened(memory).copies);
      for (const { file } of files) keepCopies(opened(memory), file);
      const bundles = files.map(({ path, file }, at) => {
        const sender = senders[at] ?? senderOf(file.by);
        const taking = file.records.filter(({ id }) => !only || only.includes(id));
        const news = taking.filter(isNew);
        for (const one of news) take(one, sender);
        for (const { id } of news) touched.add(id);
        const was_seen = opened(memory).bundles.has(path);
        const is_partial = file.records.some((one) => !taking.includes(one) && isNew(one));
        if (!file.records.some(isNew)) opened(memory).bundles.add(path);
        const known_revisions = taking.length - news.length;
        const counts = { new_revisions: news.length, known_revisions, records: news.length, new_files: 0 };
        const withdrawn = taking.filter(({ looks }) => looks?.state === 'withdrawn').map(({ id }) => id);
        return { bundle: path, sender, ...counts, withdrawn, was_seen, is_partial };
      });
      const id = bundles.every((one) => one.new_revisions === 0) ? null : crypto.randomUUID();
      if (id !== null) takenBy(opened(memory)).unshift({ id, before, seen, copies, after: state(), bundles });
      const records = opened(memory).records;
      for (const one of chosen) memory.grants.once('bundle', one, () => undefined);
      return {
        bundles,
        conflicts: [...touched].filter((id) => {
          const record = records.get(id);
          return record !== undefined && isInConflict(record);
        }),
        waiting: files.reduce((sum, { file }) => sum + (file.waiting ?? 0), 0),
        was_rolled_back: files.some(({ file }) => file.was_rolled_back),
        forked,
        claimed: files.flatMap(({ file }) => file.claimed ?? []),
        unheeded: [],
        import: id,
      };
    },
    imports: async (limit) => ({
      imports: takenBy(opened(memory))
        .slice(0, limit)
        .map((one) => ({
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
          hindrances: one.after === state() ? [] : hindrancesOf(one),
        })),
    }),
    undo: async (id) => {
      const taken = takenBy(opened(memory));
      const at = taken.findIndex((one) => one.id === id);
      const one = taken[at];
      if (!one) throw new Failure('import_not_found');
      if (one.after !== state())
        throw new Failure('import_built_on', { reason: 'built_on', count: '1', ids: '' });
      const vault = opened(memory);
      const records_gone = vault.records.size - one.before.size;
      vault.records = one.before;
      vault.bundles = one.seen;
      vault.copies = one.copies;
      taken.splice(at, 1);
      const revisions = one.bundles.reduce((sum, { new_revisions }) => sum + new_revisions, 0);
      return { id, revisions, records_gone, records_back: 0, files: 0 };
    },
  };
}
