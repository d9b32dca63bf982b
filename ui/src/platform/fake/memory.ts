import type { PastRevision } from '../../bindings/api/PastRevision';
import type { DraftView } from '../../bindings/api/DraftView';
import type { AttachmentLine } from '../../bindings/api/AttachmentLine';
import type { Colleague } from '../../bindings/api/Colleague';
import type { InterruptedRekey } from '../../bindings/api/InterruptedRekey';
import type { Notice, Protection, Settings } from '..';
import { Failure } from '../failure';
import type { Grants } from './grants';
import type { Profile } from '../../bindings/records/Profile';
import type { LeftFile } from './custody';
import { newHash, newIdentity, type OwnIdentity } from './own';

export interface HeldRecord {
  id: string;
  kind: string;
  /** Each after those that it was made from. */
  revisions: PastRevision[];
  heads: string[];
}

/** A vault in memory. */
export interface HeldVault {
  own: OwnIdentity;
  passphrase: string;
  words: string;
  records: Map<string, HeldRecord>;
  drafts: Map<string, DraftView>;
  attachments: Map<string, AttachmentLine[]>;
  colleagues: Colleague[];
  bundles: Set<string>;
  lockAfter: number;
  /** Which copies of a vault are known to have written a log, by device: more than one is a fork. */
  copies: Map<string, Set<string>>;
  /** What was chosen for each audience the last time, and what persons are called there. */
  audiences: Map<string, { profile: Profile; names: Map<string, string> }>;
  /** Files that left, the newest first. */
  left: LeftFile[];
}

/** A machine in memory: vaults by folder, files by path, the vault that is open. */
export interface Memory {
  settings: Settings;
  protection: Protection;
  /** The folder of the vault that was open last; null before the first. */
  vault: string | null;
  grants: Grants;
  vaults: Map<string, HeldVault>;
  /** What was written out; the text says what it is. */
  files: Map<string, string>;
  open: HeldVault | null;
  /** The exchange folder. */
  exchange: string | null;
  /** Who gets the notices. */
  listener: ((notice: Notice) => void) | null;
  /** What a chooser answers next. */
  chosen: string[];
  cancelled: Set<string>;
  /** Records that the index does not have yet. */
  pending: number;
  /** A vault whose words are not confirmed yet, and where it is to lie. */
  begun: [string, HeldVault] | null;
  /** The words of a new key that are not confirmed yet. */
  drawn: string | null;
  /** What unlocking found of a new key. */
  interrupted: InterruptedRekey | null;
}

const THIS_DEVICE = 'a'.repeat(64);

export function emptyVault(passphrase: string, words: string): HeldVault {
  return {
    own: newIdentity(),
    passphrase,
    words,
    records: new Map(),
    drafts: new Map(),
    attachments: new Map(),
    colleagues: [],
    bundles: new Set(),
    lockAfter: 5,
    copies: new Map(),
    audiences: new Map(),
    left: [],
  };
}

export function opened(memory: Memory): HeldVault {
  if (!memory.open) throw new Failure('locked');
  return memory.open;
}

export function held(memory: Memory, id: string): HeldRecord {
  const found = opened(memory).records.get(id);
  if (!found) throw new Failure('record_not_found', { record: id });
  return found;
}

/** Saves a revision on top of these parents. */
export function saveRevision(
  vault: HeldVault,
  record: { id: string; kind: string },
  parents: string[],
  value: unknown,
  trashed = false,
  by: Partial<PastRevision['saved_by']> = {},
): string {
  const entry = vault.records.get(record.id) ?? { ...record, revisions: [], heads: [] };
  const revision = newHash();
  entry.revisions.push({
    revision,
    parents,
    saved_by: { device: THIS_DEVICE, who: 'self', name: null, verified: true, ...by },
    saved_at: new Date().toISOString(),
    record: structuredClone(value),
    trashed,
  });
  entry.heads = [...entry.heads.filter((head) => !parents.includes(head)), revision];
  vault.records.set(record.id, entry);
  return revision;
}

export function head(record: HeldRecord): PastRevision {
  const found = record.revisions.findLast((revision) => revision.revision === record.heads[0]);
  if (!found) throw new Failure('revision_not_found');
  return found;
}
