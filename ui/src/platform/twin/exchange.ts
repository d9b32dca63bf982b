import type { Colleague } from '../../bindings/api/Colleague';
import type { Platform } from '..';
import { Failure } from '../failure';
import { head, held, opened, saveRevision, type Memory } from './memory';
import { shownOf } from './records';
import { titleOf } from './title';

const FINGERPRINT = '20418 77310 55120 90421 33871 12054 66518 40923 71306 28845 19077 55902';
const IDENTITY = 'fieldnotes-identity-1qxy2kgdygjrsqtzq2n0yrf2493p83kkfjhx0wlh';

/** Files of the twin are texts: what they are, and as JSON what is in them. */
interface File {
  is: 'bundle' | 'package' | 'identity';
  passphrase: string | null;
  records: { id: string; kind: string; value: unknown }[];
}

export function twinExchange(
  memory: Memory,
): Pick<Platform, 'identity' | 'colleague' | 'bundle' | 'review' | 'conflict'> {
  let review: File | null = null;
  const write = (path: string, file: File) => {
    if (memory.files.has(path)) throw new Failure('file_exists');
    memory.files.set(path, JSON.stringify(file));
  };
  const read = (path: string, is: File['is'], passphrase: string | null): File => {
    const text = memory.files.get(path);
    if (text === undefined) throw new Failure('file_not_found');
    const file = JSON.parse(text) as File;
    if (file.is !== is) throw new Failure(is === 'bundle' ? 'not_a_bundle' : 'not_a_review');
    if (file.passphrase !== null && passphrase === null) throw new Failure('passphrase_needed');
    if (file.passphrase !== null && file.passphrase !== passphrase) throw new Failure('wrong_passphrase');
    return file;
  };
  const sender = { fingerprint: FINGERPRINT, name: '서울 사무소', who: 'colleague', verified: true };
  const pick = (ids: string[] | null) =>
    [...opened(memory).records.values()]
      .filter((one) => (ids ? ids.includes(one.id) : !head(one).trashed))
      .map((one) => ({ id: one.id, kind: one.kind, value: head(one).record }));
  const add = (name: string): Colleague => {
    const { colleagues } = opened(memory);
    if (name.trim() === '' || colleagues.some((one) => one.name === name)) throw new Failure('name_invalid');
    const added_at = new Date().toISOString();
    const colleague = { name, fingerprint: FINGERPRINT, verified: false, verified_at: null, added_at };
    colleagues.push(colleague);
    return colleague;
  };
  return {
    identity: {
      show: async () => ({ fingerprint: FINGERPRINT, identity: IDENTITY }),
      export: async (path) => {
        write(path, { is: 'identity', passphrase: null, records: [] });
        return { fingerprint: FINGERPRINT, identity: IDENTITY };
      },
    },
    colleague: {
      list: async () => ({ colleagues: structuredClone(opened(memory).colleagues) }),
      add: async (identity, name) => {
        if (!identity.startsWith('fieldnotes-identity-')) throw new Failure('identity_invalid');
        return add(name);
      },
      addFile: async (path, name) => {
        read(path, 'identity', null);
        return add(name);
      },
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
    bundle: {
      export: async (path, to, ids) => {
        const records = pick(ids);
        if (records.length === 0) throw new Failure('nothing_to_export');
        write(path, { is: 'bundle', passphrase: 'passphrase' in to ? to.passphrase : null, records });
        const unverified =
          'colleagues' in to
            ? opened(memory).colleagues.filter((one) => to.colleagues.includes(one.name) && !one.verified)
            : [];
        return {
          bundle: crypto.randomUUID(),
          records: records.length,
          revisions: records.length,
          files: 0,
          bytes: 81_920,
          unverified: unverified.map((one) => one.name),
          left_out: [],
          without_consent: records.filter((one) => one.kind === 'testimony').map((one) => one.id),
        };
      },
      inspect: async (path, passphrase) => {
        const { records } = read(path, 'bundle', passphrase);
        const news = records.filter((one) => !opened(memory).records.has(one.id));
        return {
          bundle: path,
          sender,
          created_at: new Date().toISOString(),
          recipients: [],
          records: records.length,
          revisions: records.length,
          new_revisions: news.length,
          files: 0,
          file_bytes: 0,
          was_seen: opened(memory).bundles.has(path),
        };
      },
      import: async (paths, passphrase) => {
        const bundles = paths.map((path) => {
          const { records } = read(path, 'bundle', passphrase);
          const news = records.filter((one) => !opened(memory).records.has(one.id));
          for (const one of news)
            saveRevision(opened(memory), one, [], one.value, false, { who: 'colleague', name: sender.name });
          const was_seen = opened(memory).bundles.has(path);
          opened(memory).bundles.add(path);
          return {
            bundle: path,
            sender,
            new_revisions: news.length,
            known_revisions: records.length - news.length,
            records: news.length,
            new_files: 0,
            was_seen,
          };
        });
        return { bundles, conflicts: [], waiting: 0, was_rolled_back: false };
      },
    },
    review: {
      export: async (path, passphrase, ids) => {
        const records = pick(ids);
        write(path, { is: 'package', passphrase, records });
        const without_consent: string[] = [];
        return {
          package: crypto.randomUUID(),
          records: records.length,
          files: 0,
          bytes: 61_440,
          without_consent,
        };
      },
      open: async (path, passphrase) => {
        review = read(path, 'package', passphrase);
        const records = review.records.map(({ id, kind, value }) => {
          const saved_at = new Date().toISOString();
          return { id, kind, title: titleOf(kind, value), revision: 'b'.repeat(64), saved_at, record: value };
        });
        return {
          package: path,
          exporter: FINGERPRINT,
          created_at: new Date().toISOString(),
          records,
          files: 0,
        };
      },
      save: async () => {
        if (!review) throw new Failure('file_not_found');
        throw new Failure('content_not_held');
      },
      close: async () => {
        review = null;
      },
    },
    conflict: {
      list: async () => ({
        conflicts: [...opened(memory).records.values()]
          .filter((one) => one.heads.length > 1)
          .map(({ id, heads }) => ({ id, heads })),
      }),
      show: async (id) => {
        const record = held(memory, id);
        if (record.heads.length < 2) throw new Failure('no_conflict', { record: id });
        return { id, sides: record.heads.map((revision) => shownOf(record, revision)) };
      },
      resolve: async (id, value) => {
        const record = held(memory, id);
        return { id, revision: saveRevision(opened(memory), record, record.heads, value) };
      },
    },
  };
}
