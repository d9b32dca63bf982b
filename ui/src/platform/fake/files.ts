import type { ClaimedLog } from '../../bindings/api/ClaimedLog';
import type { RecordPreview } from '../../bindings/api/RecordPreview';
import { Failure } from '../failure';
import { visible } from '../signs';
import { head, opened, type Memory } from './memory';

export const FINGERPRINT = '20418 77310 55120 90421 33871 12054 66518 40923 71306 28845 19077 55902';
export const COLLEAGUE = '71841 17263 46917 99870 62918 08209 10689 64356 06480 56213 70929 85340';
/** A colleague whose fingerprint was not compared. */
export const MINJI = '71841 17263 46917 99870 62918 08209 10689 64356 06480 56213 70929 85341';
/** A colleague who was retired. */
export const RETIRED = '12054 66518 33871 20418 55120 77310 90421 71306 40923 28845 55902 19077';
/** A colleague whose key was changed, and the key that they had before. */
export const REKEYED = '33871 12054 66518 20418 77310 55120 90421 40923 71306 28845 19077 55902';
export const FORMER = '55120 90421 40923 71306 28845 19077 55902 33871 12054 66518 20418 77310';
export const STRANGER = '92176 86872 63958 39327 00737 86660 29752 16519 16392 67454 35905 78828';

export interface FiledRecord {
  id: string;
  kind: string;
  value: unknown;
  /** Replaces what the fake's preview would say of it. */
  looks?: Partial<RecordPreview>;
}

/** Files of the fake are texts: what they are, and as JSON what is in them. */
export interface FakeFile {
  is: 'bundle' | 'package' | 'identity';
  passphrase: string | null;
  records: FiledRecord[];
  /** The fingerprint of who made it. */
  by: string;
  /** What an import says beside the records. */
  waiting?: number;
  was_rolled_back?: boolean;
  claimed?: ClaimedLog[];
  is_for_others?: boolean;
  is_older?: boolean;
  /** A device log in it, and which copy of the vault wrote it, where there are several. */
  log?: { device: string; from: number; copy: string };
}

/** What a preview calls a file by: another content has another name. */
export function tokenOf(file: FakeFile): string {
  return JSON.stringify(file);
}

export function writeFile(memory: Memory, path: string, file: FakeFile): void {
  if (memory.files.has(path)) throw new Failure('file_exists', { file: path });
  memory.files.set(path, JSON.stringify(file));
}

/** A new passphrase as the core takes it. */
export function newSecret(passphrase: string): string {
  if (visible(passphrase).trim() === '') throw new Failure('passphrase_empty');
  if (visible(passphrase) !== passphrase) throw new Failure('passphrase_unprintable');
  return passphrase.normalize('NFC');
}

export function readFile(
  memory: Memory,
  path: string,
  is: FakeFile['is'],
  passphrase: string | null,
): FakeFile {
  const text = memory.files.get(path);
  if (text === undefined) throw new Failure('file_not_found', { file: path });
  const wrong = { bundle: 'not_a_bundle', package: 'not_a_review', identity: 'identity_invalid' } as const;
  if (!text.startsWith('{')) throw new Failure(wrong[is]);
  const file = JSON.parse(text) as FakeFile;
  // An envelope says nothing of its content until it is open.
  if (file.passphrase !== null && passphrase === null) throw new Failure('passphrase_needed');
  if (file.passphrase !== null && visible(passphrase ?? '').trim() === '')
    throw new Failure('passphrase_empty');
  if (file.passphrase !== null && file.passphrase !== passphrase?.normalize('NFC'))
    throw new Failure('wrong_passphrase');
  if (file.is !== is) throw new Failure(wrong[is]);
  return file;
}

/** The chosen records, or all that do not lie in the trash. */
export function pick(memory: Memory, ids: string[] | null): FiledRecord[] {
  return [...opened(memory).records.values()]
    .filter((one) => (ids ? ids.includes(one.id) : !head(one).trashed))
    .map((one) => ({ id: one.id, kind: one.kind, value: head(one).record }));
}

/** Refuses recovery words as the core does: what is short or long is mistyped, and the rest are another vault's. */
export function sameWords(right: string, typed: string): void {
  const words = typed.match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  const count = words.length;
  const fault = count < 24 ? 'missing' : 'extra';
  if (count !== 24) throw new Failure('recovery_words_mistyped', { fault, count: String(count) });
  if (right !== words.join(' ')) throw new Failure('wrong_recovery_words');
}
