import type { ConditionShown } from '../../bindings/api/ConditionShown';
import type { ReviewOrder } from '../../bindings/api/ReviewOrder';
import type { ReviewPlan } from '../../bindings/api/ReviewPlan';
import { Failure } from '../failure';
import { conditionsIn, staying } from './consent';
import { pick, type FiledRecord } from './files';
import { head, opened, type Memory } from './memory';
import type { Called } from './redact-text';
import { redact } from './redaction';
import { titleOf } from './title';

const PSEUDONYMS = ['한지우', '서다온', '윤하람', '임새봄', '조은결'];

/** The persons of the vault, as an order has them called; what they are called is drawn once for each audience. */
function peopleOf(memory: Memory, { audience, profile }: ReviewOrder): Called[] {
  const vault = opened(memory);
  const drawn = vault.audiences.get(audience)?.names ?? new Map<string, string>();
  vault.audiences.set(audience, { profile, names: drawn });
  const persons = [...vault.records.values()].filter((one) => one.kind === 'person');
  return persons.map((one, at) => {
    const { names = [] } = (head(one).record ?? {}) as { names?: { text?: string }[] };
    const known = names.flatMap(({ text = '' }) => (text.length > 1 ? [text] : []));
    const parts = known.flatMap((name) => (/^[가-힣]{3}$/u.test(name) ? [name.slice(1)] : []));
    const name = drawn.get(one.id) ?? PSEUDONYMS[at % PSEUDONYMS.length] ?? '';
    drawn.set(one.id, name);
    return { id: one.id, names: known, parts, instead: profile.names === 'remove' ? null : name };
  });
}

/** What an order would give, with each record as it would go. */
export function prepared(memory: Memory, order: ReviewOrder) {
  if (order.audience.trim() === '') throw new Failure('audience_missing');
  const people = peopleOf(memory, order);
  const records = pick(memory, order.records);
  const ask = { use: order.purpose, audience: order.audience, way: 'package', isChosen: true } as const;
  const stays = staying(records, { ...ask, names: order.profile.names });
  const going = records.filter(({ id }) => !stays.some((one) => one.id === id));
  const redacted = (one: FiledRecord) =>
    redact(
      one.value,
      order.profile,
      people,
      order.decisions.filter(({ record }) => record === one.id),
    );
  const all = going.map((one) => ({ ...one, ...redacted(one), before: one.value }));
  const conditions: ConditionShown[] = going.flatMap((one) => conditionsIn(one, ask));
  return { all, stays, conditions, people };
}

export function planOf(memory: Memory, order: ReviewOrder): ReviewPlan {
  const { all, stays, conditions, people } = prepared(memory, order);
  const spoken = new Set(
    all.flatMap(({ changes }) => changes.flatMap(({ marks }) => marks.map((m) => m.record))),
  );
  return {
    records: all.map(({ id, kind, value, changes, outdated }) => {
      const count = (...fates: string[]) =>
        changes.flatMap(({ marks }) => marks).filter(({ fate }) => fates.includes(fate)).length;
      const whole = changes.filter(({ why }) => why !== null).length;
      const replaced = whole + count('replaced', 'replaced_in_doubt');
      const counts = { replaced, in_doubt: count('replaced_in_doubt'), suggested: count('suggested') };
      return { id, kind, title: titleOf(kind, value), ...counts, outdated: outdated.length, leaks: 0 };
    }),
    stays,
    conditions,
    people: people
      .filter(({ id }) => spoken.has(id))
      .map(({ id, names, instead }) => ({ id, title: names[0] ?? '', instead })),
    files: all.filter(({ kind }) => kind === 'attachment').length,
  };
}
