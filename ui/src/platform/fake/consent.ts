import type { LeftOutReason } from '../../bindings/api/LeftOutReason';
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
}

/** Why a record may not go for a use; null where it may. Only what tests need of crates/domain/src/records/consent. */
function reasonOf(record: FiledRecord, { use, way, isChosen }: Ask): LeftOutReason | null {
  const said = (record.value ?? {}) as { confidentiality?: string; consent?: Record<string, unknown>[] };
  if (said.confidentiality === 'vault') return 'vault';
  if (said.confidentiality === 'restricted' && !isChosen) return 'restricted';
  const consent = said.consent ?? [];
  if (!ASKED.includes(record.kind)) return null;
  if (consent.length === 0) return isFree(record.kind, use, way) ? null : 'not_recorded';
  const meant = consent.filter((one) => one['use'] === use || one['use'] === undefined);
  if (meant.some((one) => one['decision'] === 'withdrawn')) return 'withdrawn';
  if (meant.some((one) => one['decision'] === 'refused')) return 'refused';
  return meant.some((one) => one['decision'] === 'granted') ? null : 'not_covered';
}

/** Whether what nobody was asked about goes all the same: a person who is spoken of, and a testimony to the one who will ask. */
function isFree(kind: string, use: string, way: WayOut) {
  return kind !== 'testimony' || (way === 'bundle' && use === 'share_inside');
}

/** Parts records into those that go and those that stay. A chosen one that may not go is refused. */
export function screen(records: FiledRecord[], ask: Ask) {
  const reasons = records.map((one) => ({ id: one.id, reason: reasonOf(one, ask) }));
  const refused = ask.isChosen ? reasons.find(({ reason }) => reason !== null) : undefined;
  if (refused?.reason === 'vault') throw new Failure('confidential', { record: refused.id });
  if (refused?.reason) throw new Failure('consent_refused', { record: refused.id, reason: refused.reason });
  const left_out = reasons.flatMap(({ id, reason }) =>
    reason === null ? [] : [{ id, reason, because_of: null }],
  );
  const going = records.filter(({ id }) => !left_out.some((one) => one.id === id));
  const isSilent = ({ kind, value }: FiledRecord) =>
    kind === 'testimony' && ((value as { consent?: unknown[] }).consent ?? []).length === 0;
  return { going, left_out, without_consent: going.filter(isSilent).map((one) => one.id) };
}
