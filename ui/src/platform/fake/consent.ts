import type { ConditionShown } from '../../bindings/api/ConditionShown';
import type { LeftOutReason } from '../../bindings/api/LeftOutReason';
import type { StayedBehind } from '../../bindings/api/StayedBehind';
import type { ConsentEntry } from '../../bindings/records/ConsentEntry';
import type { NameRule } from '../../bindings/records/NameRule';
import { Failure } from '../failure';
import type { FiledRecord } from './files';

/** Kinds whose own consent is looked at; see crates/core/src/send/evaluate.rs. */
const ASKED = ['testimony', 'person'];

/** By which way records leave: crates/domain/src/records/consent/gate.rs. */
type WayOut = 'bundle' | 'package';

interface Ask {
  use: string;
  way: WayOut;
  isChosen: boolean;
  /** By whom it will be used, where somebody is named. */
  audience?: string;
  /** What becomes of names, where something is redacted. */
  names?: NameRule;
}

const entriesOf = ({ value }: FiledRecord) => (value as { consent?: ConsentEntry[] } | null)?.consent ?? [];
const isDenial = ({ decision }: ConsentEntry) => decision === 'withdrawn' || decision === 'refused';
const isOfUse = (one: ConsentEntry, use: string) => one.use === use || one.use === undefined;
const isForOthers = (one: ConsentEntry, { audience }: Ask) =>
  audience !== undefined && !!one.audience && one.audience !== audience;

/** Why a record may not go for a use; null where it may. Only what tests need of crates/domain/src/records/consent. */
function reasonOf(record: FiledRecord, ask: Ask): LeftOutReason | null {
  const { use, way, isChosen } = ask;
  const said = (record.value ?? {}) as { confidentiality?: string };
  if (said.confidentiality === 'vault') return 'vault';
  if (said.confidentiality === 'restricted' && !isChosen) return 'restricted';
  const consent = entriesOf(record);
  if (!ASKED.includes(record.kind)) return null;
  if (consent.length === 0) return isFree(record.kind, use, way) ? null : 'not_recorded';
  const meant = consent.filter((one) => isOfUse(one, use) && !isForOthers(one, ask));
  if (meant.some((one) => one.decision === 'withdrawn')) return 'withdrawn';
  if (meant.some((one) => one.decision === 'refused')) return 'refused';
  const granted = meant.filter((one) => one.decision === 'granted');
  if (granted.length === 0) return 'not_covered';
  return ask.names === 'keep' && granted.every(({ identity }) => identity && identity !== 'named')
    ? 'identity'
    : null;
}

/** Whether what nobody was asked about goes all the same: a person who is spoken of, and a testimony to the one who will ask. */
function isFree(kind: string, use: string, way: WayOut) {
  return kind !== 'testimony' || (way === 'bundle' && use === 'share_inside');
}

/** The records that stay, and why. */
export function staying(records: FiledRecord[], ask: Ask): StayedBehind[] {
  return records.flatMap((one) => {
    const reason = reasonOf(one, ask);
    return reason === null ? [] : [{ id: one.id, reason, because_of: null }];
  });
}

/** What the consent asks of whoever uses the record, and the audiences that were refused. */
export function conditionsIn(record: FiledRecord, ask: Ask): ConditionShown[] {
  return entriesOf(record).flatMap((one, at): ConditionShown[] => {
    const shown = { key: `${record.id}:${at}`, record: record.id };
    if (!isOfUse(one, ask.use)) return [];
    if (isDenial(one)) return [{ ...shown, text: one.audience ?? '', is_refusal: true }];
    return one.conditions ? [{ ...shown, text: one.conditions, is_refusal: false }] : [];
  });
}

/** Parts records into those that go and those that stay. A chosen one that may not go is refused. */
export function screen(records: FiledRecord[], ask: Ask) {
  const left_out = staying(records, ask);
  if (ask.isChosen) refuse(left_out);
  const going = records.filter(({ id }) => !left_out.some((one) => one.id === id));
  const isSilent = (one: FiledRecord) => one.kind === 'testimony' && entriesOf(one).length === 0;
  return { going, left_out, without_consent: going.filter(isSilent).map((one) => one.id) };
}

/** Refuses what was chosen and may not go. */
export function refuse(stays: StayedBehind[]): void {
  const [first] = stays;
  if (first?.reason === 'vault') throw new Failure('confidential', { record: first.id });
  if (first) throw new Failure('consent_refused', { record: first.id, reason: first.reason });
}
