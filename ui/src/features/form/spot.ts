import type { Content } from '../draft';

/** An element of a list: its index, and its id, which it also gets when it is created. */
interface Position {
  at: number;
  id: string;
}
type Key = string | Position;

/** What a form reads and changes. */
export interface Source {
  content: Content;
  change(): void;
}

export const isObject = (value: unknown): value is Content =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value if it is a text, else an empty one. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/**
 * A reference to one value in a record, such as `sessions[0].date`. It is looked up from the root on each use, because a
 * save may have replaced the record. Other members are never touched, so members of later versions survive.
 */
export class Spot {
  constructor(
    readonly source: Source,
    readonly keys: readonly Key[] = [],
  ) {}

  at(member: string): Spot {
    return new Spot(this.source, [...this.keys, member]);
  }

  element(at: number, id: string): Spot {
    return new Spot(this.source, [...this.keys, { at, id }]);
  }

  /** As the core names it in a failure: `sessions[0].date`. */
  get path(): string {
    return this.keys.reduce<string>(
      (path, key) => (typeof key === 'string' ? (path ? `${path}.${key}` : key) : `${path}[${key.at}]`),
      '',
    );
  }

  get value(): unknown {
    return this.keys.reduce<unknown>((holder, key) => step(holder, key), this.source.content);
  }

  get text(): string {
    const { value } = this;
    return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
  }

  get list(): unknown[] {
    const { value } = this;
    return Array.isArray(value) ? (value as unknown[]) : [];
  }

  get isEmpty(): boolean {
    return isEmpty(this.value);
  }

  /** Writes the value. An empty one is removed, with objects that are empty then; `keeps` leaves `''` in place. */
  put(value: unknown, keeps = false): void {
    if (isEmpty(value) && !keeps) remove(this.source.content, this.keys);
    else write(this.source.content, this.keys, value);
    this.source.change();
  }
}

function step(holder: unknown, key: Key): unknown {
  if (typeof key !== 'string') return Array.isArray(holder) ? holder[key.at] : undefined;
  return isObject(holder) ? holder[key] : undefined;
}

function write(root: Content, keys: readonly Key[], value: unknown): void {
  let holder: unknown = root;
  keys.forEach((key, position) => {
    const next = keys[position + 1];
    const made = next === undefined ? value : typeof next === 'string' ? {} : [];
    if (typeof key !== 'string') {
      if (Array.isArray(holder) && holder[key.at] === undefined)
        holder.push(isObject(made) ? { id: key.id, ...made } : made);
      else if (Array.isArray(holder) && next === undefined) holder[key.at] = value;
    } else if (isObject(holder) && (next === undefined || isEmpty(holder[key]))) {
      // An empty list in place of none is as good, and keeps the one that others hold.
      if (!(Array.isArray(holder[key]) && Array.isArray(made) && made.length === 0)) holder[key] = made;
    }
    holder = step(holder, key);
  });
}

function remove(root: Content, keys: readonly Key[]): void {
  const holders = keys.reduce<unknown[]>((all, key) => [...all, step(all.at(-1), key)], [root]);
  for (let depth = keys.length - 1; depth >= 0; depth -= 1) {
    const [holder, key] = [holders[depth], keys[depth]];
    if (typeof key !== 'string' || !isObject(holder)) return;
    delete holder[key];
    // Elements of lists stay: only the user takes them out.
    if (Object.keys(holder).length > 0) return;
  }
}
