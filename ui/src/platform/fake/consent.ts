import type { LeftOutReason } from '../../bindings/api/LeftOutReason';
import { Failure } from '../failure';
import type { FiledRecord } from './files';

/** Kinds whose own consent is looked at; see crates/core/src/send/evaluate.rs. */
const ASKED = ['testimony', 'person'];

/** Why a record may not go for a use; null where it may. Only what tests need of crates/domain/src/records/consent. */
function reasonOf(record: FiledRecord, use: string, isChosen: boolean): LeftOutReason | null {
  const said = (record.value ?? {}) as { confidentiality?: string; consent?: Record<string, unknown>[] };
  if (said.confidentiality === 'vault') return 'vault';
  if (said.confidentiality === 'restricted' && !isChosen) return 'restricted';
  const consent = said.consent ?? [];
  if (!ASKED.includes(record.kind) || consent.length === 0) return null;
  const meant = consent.filter((one) => one['use'] === use || one['use'] === undefined);
  if (meant.some((one) => one['decision'] === 'withdrawn')) return 'withdrawn';
  if (meant.some((one) => one['decision'] === 'refused')) return 'refused';
  return meant.some((one) => one['decision'] === 'granted') ? null : 'not_covered';
}

/** Parts records into those that go and those that stay. A chosen one that may not go is refused. */
export function screen(records: FiledRecord[], use: string, isChosen: boolean) {
  const reasons = records.map((one) => ({ id: one.id, reason: reasonOf(one, use, isChosen) }));
  const refused = isChosen ? reasons.find(({ reason }) => reason !== null) : undefined;
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
