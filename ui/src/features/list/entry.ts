import type { Counts } from '../../bindings/api/Counts';
import type { DraftLine } from '../../bindings/api/DraftLine';
import type { FoundRecord } from '../../bindings/api/FoundRecord';
import type { HitNearness } from '../../bindings/api/HitNearness';
import type { RecordLine } from '../../bindings/api/RecordLine';
import type { Kind } from '../../bindings/records/Kind';

/** A row of the list. `key` distinguishes it from all others. */
export type Entry =
  | { is: 'group'; key: string; label: string }
  | { is: 'draft'; key: string; draft: DraftLine }
  | { is: 'record'; key: string; line: RecordLine }
  | { is: 'hit'; key: string; hit: FoundRecord };

export type Opened = Exclude<Entry, { is: 'group' }>;

export const draftEntry = (draft: DraftLine): Opened => ({ is: 'draft', key: draft.draft, draft });
export const recordEntry = (line: RecordLine): Opened => ({ is: 'record', key: line.id, line });

/** Which kinds the list shows. */
export type KindChoice = 'all' | Exclude<Kind, 'attachment'>;
export const KIND_CHOICES: KindChoice[] = ['all', 'testimony', 'person', 'place', 'note'];

/** What waits to be finished, then what is saved. A record with a draft stands with the drafts only. */
export function entriesOf(
  drafts: DraftLine[],
  lines: RecordLine[],
  kind: KindChoice,
  labels: { drafts: string; records: string },
): Entry[] {
  const waiting = drafts.filter((draft) => kind === 'all' || draft.kind === kind);
  const held = new Set(drafts.map((draft) => draft.record));
  // Files stand with the record that they belong to.
  const records = lines.filter((line) => line.kind !== 'attachment' && !held.has(line.id));
  const group = (key: string, label: string): Entry[] => [{ is: 'group', key, label }];
  return [
    ...(waiting.length > 0 ? group('group-drafts', labels.drafts) : []),
    ...waiting.map(draftEntry),
    ...(waiting.length > 0 && records.length > 0 ? group('group-records', labels.records) : []),
    ...records.map(recordEntry),
  ];
}

/** What was found: to the letter first, then other spellings, then what may have been meant, each under its heading. */
export function entriesOfHits(
  hits: FoundRecord[],
  labels: Record<Exclude<HitNearness, 'exact'>, string>,
): Entry[] {
  const headings: Record<HitNearness, string | null> = { exact: null, near: labels.near, slip: labels.slip };
  return Object.entries(headings).flatMap(([nearness, label]): Entry[] => {
    const those = hits.filter((hit) => hit.nearness === nearness);
    if (those.length === 0) return [];
    const rows = those.map((hit): Entry => ({ is: 'hit', key: hit.id, hit }));
    return label === null ? rows : [{ is: 'group', key: `group-${nearness}`, label }, ...rows];
  });
}

/** Of how many of each kind the list speaks. Files are not listed, only found. */
export function kindCounts(counts: Counts | null, isFound: boolean): Record<KindChoice, number> | null {
  if (!counts) return null;
  const of = (kind: string) => counts.kinds.find((one) => one.value === kind)?.count ?? 0;
  const kinds = isFound ? counts.kinds : counts.kinds.filter((one) => one.value !== 'attachment');
  return {
    all: kinds.reduce((sum, one) => sum + one.count, 0),
    testimony: of('testimony'),
    person: of('person'),
    place: of('place'),
    note: of('note'),
  };
}
