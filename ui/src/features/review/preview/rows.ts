import type { ReviewPreview } from '../../../bindings/api/ReviewPreview';
import type { Change } from '../../../bindings/records/Change';
import type { Mark } from '../../../bindings/records/Mark';
import type { RedactionReason } from '../../../bindings/records/RedactionReason';
import { t } from '../../../i18n';
import { isEmpty, isObject, labelOf, orderOf } from '../../reading';
import { fieldAt } from '../../../schema';

/** One value of a record on both sides. */
export interface Row {
  path: string;
  /** The members that lead to it. */
  members: string[];
  label: string;
  /** A text that is looked through word by word. */
  isText: boolean;
  before: unknown;
  /** Null where it is left out. */
  after: unknown;
  /** Why the whole of it changed. */
  why: RedactionReason | null;
  marks: Mark[];
}

/** Types of fields whose texts are looked through. */
const TEXTS = ['text', 'long', 'prose', 'tags', 'mention', 'mentions'];

/** The values of a record in the order in which they are read, and after them what comes to it. */
export function rowsOf({ kind, before, changes }: ReviewPreview): Row[] {
  const byPath = new Map(changes.map((one) => [one.path, one]));
  const rows: Row[] = [];
  const add = (path: string, value: unknown, change: Change | undefined) => {
    byPath.delete(path);
    const members = membersOf(path);
    const isText = typeof value === 'string' && (change ? change.why === null : isRead(kind, members));
    const after = change ? change.after : value;
    const said = { before: value, after, why: change?.why ?? null, marks: change?.marks ?? [] };
    rows.push({ path, members, label: labelAt(kind, path), isText, ...said });
  };
  const walk = (value: unknown, path: string): void => {
    const change = byPath.get(path);
    if (change?.why) return add(path, value, change);
    if (isEmpty(value)) return undefined;
    if (Array.isArray(value)) return value.forEach((one, at) => walk(one, `${path}[${at}]`));
    if (!isObject(value)) return add(path, value, change);
    // Of an element only what the schema calls members of a record has an order.
    const names =
      path === '' ? orderOf(kind, value, true) : Object.keys(value).filter((name) => name !== 'id');
    return names.forEach((name) => walk(value[name], path === '' ? name : `${path}.${name}`));
  };
  walk(before, '');
  for (const change of byPath.values()) add(change.path, change.before, change);
  return rows;
}

const PART = /([^.[\]]+)|\[(\d+)\]/g;

function membersOf(path: string): string[] {
  return [...path.matchAll(PART)].flatMap(([, member]) => (member === undefined ? [] : [member]));
}

/** A path in words: `acts[0].note` is “Acts 1 · Note”, `narrative[0].original` “Paragraph 1 · Original”. */
export function labelAt(kind: string, path: string): string {
  const members: string[] = [];
  const labels: string[] = [];
  for (const [, member, at] of path.matchAll(PART)) {
    const number = Number(at) + 1;
    const isParagraph = members.join('.') === 'narrative';
    if (member === undefined) {
      const list = labels.pop() ?? '';
      labels.push(isParagraph ? t('reading-paragraph', { number }) : `${list} ${number}`);
    } else {
      members.push(member);
      labels.push(labelOf(kind, members));
    }
  }
  return labels.join(' · ');
}

function isRead(kind: string, members: string[]): boolean {
  const found = fieldAt(kind, members)?.field;
  return found === undefined || TEXTS.includes(found.type);
}
