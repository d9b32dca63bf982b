import type { Message } from '@fluent/bundle';

export type Pattern = NonNullable<Message['value']>;

/** What a text chooses by: which of its parameters it counts (`[0]`, `[one]`), and which it can leave out (`[none]`). */
interface Parameters {
  named: Set<string>;
  counted: Set<string>;
  optional: Set<string>;
}

const known = new WeakMap<object, Parameters>();

export function parametersOf(pattern: Pattern): Parameters {
  const cached = typeof pattern === 'object' ? known.get(pattern) : undefined;
  if (cached) return cached;
  const found: Parameters = { named: new Set(), counted: new Set(), optional: new Set() };
  look(pattern, found);
  if (typeof pattern === 'object') known.set(pattern, found);
  return found;
}

function look(part: unknown, found: Parameters): void {
  if (Array.isArray(part)) for (const one of part) look(one, found);
  if (typeof part !== 'object' || part === null || !('type' in part)) return;
  const node = part as {
    type: string;
    name?: string;
    selector?: { type: string; name?: string };
    variants?: { key: { type: string; value: string | number }; value: unknown }[];
    args?: unknown[];
  };
  if (node.type === 'var') found.named.add(node.name ?? '');
  if (node.type === 'func') look(node.args, found);
  if (node.type !== 'select') return;
  look(node.selector, found);
  for (const { key, value } of node.variants ?? []) {
    look(value, found);
    const name = node.selector?.type === 'var' ? node.selector.name : undefined;
    if (name === undefined) continue;
    if (key.type === 'num' || key.value === 'one') found.counted.add(name);
    if (key.value === 'none') found.optional.add(name);
  }
}
