import type { SentFile } from '../../bindings/api/SentFile';
import type { Platform } from '..';
import type { FiledRecord } from './files';
import { head, held, opened, type HeldVault, type Memory } from './memory';

/** A file that left, with the revision of each record in it. */
export interface LeftFile extends SentFile {
  revisions: Map<string, string>;
}

/** Keeps what left, as the core does in the log of events. */
export function noteLeft(
  vault: HeldVault,
  file: Pick<SentFile, 'package' | 'sent_in' | 'to' | 'audience' | 'purpose'>,
  going: FiledRecord[],
): void {
  const revisionOf = (id: string) => {
    const record = vault.records.get(id);
    return record ? head(record).revision : '';
  };
  vault.left.unshift({
    ...file,
    at: new Date().toISOString(),
    sha256: 'd'.repeat(64),
    records: going.length,
    revision: null,
    revisions: new Map(going.map(({ id }) => [id, revisionOf(id)])),
  });
}

export function fakeCustody(memory: Memory): Platform['custody'] {
  const shown = ({ revisions, ...file }: LeftFile, record?: string): SentFile => {
    return { ...file, revision: (record && revisions.get(record)) ?? null };
  };
  return {
    ofRecord: async (record) => {
      held(memory, record);
      const all = opened(memory).left.filter((one) => one.revisions.has(record));
      return { files: all.map((one) => shown(one, record)), unreadable: 0 };
    },
    list: async () => ({ files: opened(memory).left.map((one) => shown(one)), unreadable: 0 }),
  };
}
