import type { Platform } from '..';
import { Failure } from '../failure';
import { screen } from './consent';
import { newSecret, pick, readFile, writeFile, type FakeFile } from './files';
import { held, opened, type Memory } from './memory';
import { titleOf } from './title';
import { isInConflict } from './merge';

export function fakeReviews(memory: Memory): Platform['review'] {
  let review: FakeFile | null = null;
  return {
    export: async (to, typed, ids, purpose) => {
      const passphrase = newSecret(typed);
      for (const id of ids)
        if (isInConflict(held(memory, id))) throw new Failure('record_in_conflict', { record: id });
      const { going } = screen(pick(memory, ids), { use: purpose, way: 'package', isChosen: true });
      if (going.length === 0) throw new Failure('nothing_to_export');
      const package_ = {
        is: 'package',
        passphrase,
        records: going,
        by: opened(memory).own.fingerprint,
      } as const;
      memory.grants.once('seal', to, (path) => writeFile(memory, path, package_));
      const files = going.filter((one) => one.kind === 'attachment').length;
      return { package: crypto.randomUUID(), records: going.length, files, bytes: 61_440 };
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
