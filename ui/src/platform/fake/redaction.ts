import type { Change } from '../../bindings/records/Change';
import type { PassageDecision } from '../../bindings/records/PassageDecision';
import type { Profile } from '../../bindings/records/Profile';
import type { RedactionReason } from '../../bindings/records/RedactionReason';
import { redactText, type Called } from './redact-text';

/** Members that go whole or not at all, and what the profile says of them. */
const WHOLE: Record<string, { rule: 'contacts' | 'identifiers'; why: RedactionReason }> = {
  contacts: { rule: 'contacts', why: 'contact' },
  code: { rule: 'identifiers', why: 'identifier' },
};
/** Members whose texts are looked through. */
const PROSE = ['title', 'text', 'original', 'translation', 'note', 'notes', 'name'];

interface Redacted {
  value: unknown;
  changes: Change[];
  outdated: PassageDecision[];
}

/** Only what tests need of crates/domain/src/redaction: names, contacts, codes and days. */
export function redact(record: unknown, profile: Profile, people: Called[], decisions: PassageDecision[]) {
  const changes: Change[] = [];
  const open = new Set(decisions);
  const note = (path: string, before: unknown, after: unknown, why: RedactionReason) => {
    changes.push({ path, before, after, why, marks: [] });
    return after;
  };
  const walk = (value: unknown, path: string, member: string): unknown => {
    const whole = WHOLE[member];
    if (whole && profile[whole.rule] === 'remove') return note(path, value, null, whole.why);
    if (Array.isArray(value)) return value.map((one, at) => walk(one, `${path}[${at}]`, member));
    if (typeof value === 'object' && value !== null) return members(value, path);
    if (typeof value !== 'string') return value;
    if (member === 'date' && profile.dates === 'year') return note(path, value, value.slice(0, 4), 'date');
    if (!PROSE.includes(member)) return value;
    const here = decisions.filter((one) => one.path === path);
    const { after, marks, done } = redactText(value, profile.names, people, here);
    for (const one of done) open.delete(one);
    if (marks.length > 0) changes.push({ path, before: value, after, why: null, marks });
    return after;
  };
  const members = (value: object, path: string) => {
    const kept = Object.entries(value).map(([name, one]): [string, unknown] => {
      return [name, walk(one, path === '' ? name : `${path}.${name}`, name)];
    });
    return Object.fromEntries(kept.filter(([, one]) => one !== null));
  };
  return { value: members(record ?? {}, ''), changes, outdated: [...open] } satisfies Redacted;
}
