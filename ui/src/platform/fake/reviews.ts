import type { Platform } from '..';
import { Failure } from '../failure';
import { refuse } from './consent';
import { noteLeft } from './custody';
import { newSecret, readFile, writeFile, type FakeFile } from './files';
import { held, opened, type Memory } from './memory';
import { isInConflict } from './merge';
import { planOf, prepared } from './review-plan';
import { titleOf } from './title';

export function fakeReviews(memory: Memory): Platform['review'] {
  let review: FakeFile | null = null;
  const refuseConflicts = (ids: string[]) => {
    for (const id of ids)
      if (isInConflict(held(memory, id))) throw new Failure('record_in_conflict', { record: id });
  };
  return {
    plan: async (order) => {
      refuseConflicts(order.records);
      return planOf(memory, order);
    },
    preview: async (order, record) => {
      const found = prepared(memory, { ...order, records: [record] }).all[0];
      if (!found) throw new Failure('record_not_found', { record });
      const { id, kind, value, before, changes, outdated } = found;
      return { id, kind, title: titleOf(kind, value), before, after: value, changes, outdated };
    },
    audiences: async () =>
      [...opened(memory).audiences].map(([name, { profile, names }]) => {
        return { name, profile, people: names.size };
      }),
    export: async (to, typed, order) => {
      const passphrase = newSecret(typed);
      refuseConflicts(order.records);
      const { all, stays, conditions } = prepared(memory, order);
      refuse(stays);
      if (all.length === 0) throw new Failure('nothing_to_export');
      const open = conditions.filter(({ key }) => !order.conditions.includes(key));
      if (open[0])
        throw new Failure('conditions_open', { record: open[0].record, count: String(open.length) });
      const outdated = all.find((one) => one.outdated.length > 0);
      if (outdated)
        throw new Failure('decision_outdated', {
          record: outdated.id,
          count: String(outdated.outdated.length),
        });
      const vault = opened(memory);
      const records = all.map(({ id, kind, value }) => ({ id, kind, value }));
      const file = { is: 'package', passphrase, records, by: vault.own.fingerprint } as const;
      memory.grants.once('seal', to, (path) => writeFile(memory, path, file));
      const { audience, purpose } = order;
      const id = crypto.randomUUID();
      noteLeft(vault, { package: id, sent_in: 'review', to: [], audience, purpose }, records);
      const files = records.filter((one) => one.kind === 'attachment').length;
      return { package: id, records: records.length, files, bytes: 61_440 };
    },
    open: async (file, passphrase) => {
      const path = memory.grants.hold('package', file);
      review = readFile(memory, path, 'package', passphrase);
      const records = review.records.map(({ id, kind, value }) => {
        const saved_at = '2026-11-19T05:12:00.000Z';
        return { id, kind, title: titleOf(kind, value), revision: 'b'.repeat(64), saved_at, record: value };
      });
      return {
        package: path,
        exporter: review.by,
        created_at: '2026-11-20T02:30:00.000Z',
        records,
        files: records.filter((one) => one.kind === 'attachment').length,
      };
    },
    save: async (attachment, to) => {
      if (!review) throw new Failure('locked');
      const found = review.records.find((one) => one.id === attachment && one.kind === 'attachment');
      if (!found) throw new Failure('content_not_held');
      memory.grants.once('write', to, (path) => {
        if (memory.files.has(path)) throw new Failure('file_exists', { file: path });
        memory.files.set(path, 'content');
      });
      return { size: 1234, sha256: 'c'.repeat(64) };
    },
    close: async () => {
      review = null;
    },
  };
}
