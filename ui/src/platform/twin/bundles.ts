import type { Sender } from '../../bindings/api/Sender';
import type { Platform } from '..';
import { Failure } from '../failure';
import { screen } from './consent';
import { FINGERPRINT, pick, readFile, writeFile, type FiledRecord } from './files';
import { head, opened, saveRevision, type Memory } from './memory';

export function twinBundles(memory: Memory): Platform['bundle'] {
  const senderOf = (fingerprint: string): Sender => {
    if (fingerprint === FINGERPRINT) return { fingerprint, name: null, who: 'self', verified: true };
    const found = opened(memory).colleagues.find((one) => one.fingerprint === fingerprint);
    if (!found) return { fingerprint, name: null, who: 'unknown', verified: false };
    return { fingerprint, name: found.name, who: 'colleague', verified: found.verified };
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
    inspect: async (path, passphrase) => {
      const file = readFile(memory, path, 'bundle', passphrase);
      return {
        bundle: path,
        sender: senderOf(file.by ?? FINGERPRINT),
        created_at: '2026-11-20T02:30:00.000Z',
        recipients: [],
        records: file.records.length,
        revisions: file.records.length,
        new_revisions: file.records.filter(isNew).length,
        files: 0,
        file_bytes: 0,
        was_seen: opened(memory).bundles.has(path),
      };
    },
    import: async (paths, passphrase, acceptUnknownSender) => {
      const files = paths.map((path) => ({ path, file: readFile(memory, path, 'bundle', passphrase) }));
      const senders = files.map(({ file }) => senderOf(file.by ?? FINGERPRINT));
      if (!acceptUnknownSender && senders.some((one) => one.who === 'unknown'))
        throw new Failure('sender_unknown');
      const touched = new Set<string>();
      const bundles = files.map(({ path, file }, at) => {
        const sender = senders[at] ?? senderOf(FINGERPRINT);
        const news = file.records.filter(isNew);
        for (const one of news) take(one, sender);
        for (const { id } of news) touched.add(id);
        const was_seen = opened(memory).bundles.has(path);
        opened(memory).bundles.add(path);
        const known_revisions = file.records.length - news.length;
        const counts = { new_revisions: news.length, known_revisions, records: news.length, new_files: 0, withdrawn: [] };
        return { bundle: path, sender, ...counts, was_seen };
      });
      const records = opened(memory).records;
      return {
        bundles,
        conflicts: [...touched].filter((id) => (records.get(id)?.heads.length ?? 0) > 1),
        waiting: files.reduce((sum, { file }) => sum + (file.waiting ?? 0), 0),
        was_rolled_back: files.some(({ file }) => file.was_rolled_back),
      };
    },
  };
}
