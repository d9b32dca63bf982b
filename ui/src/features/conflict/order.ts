/** One order for elements that stand in several lists: that of `base`, the rest after what they follow elsewhere. */
export function mergeOrder(lists: string[][], base = 0): string[] {
  const merged = [...(lists[base] ?? [])];
  for (const list of lists) {
    list.forEach((id, at) => {
      if (merged.includes(id)) return;
      const before = list.slice(0, at).findLast((other) => merged.includes(other));
      merged.splice(before === undefined ? 0 : merged.indexOf(before) + 1, 0, id);
    });
  }
  return merged;
}

/** Whether the elements that all lists hold stand in the same order in each. */
export function isSameOrder(lists: string[][]): boolean {
  const shared = (list: string[]) => list.filter((id) => lists.every((other) => other.includes(id)));
  const [first = [], ...rest] = lists.map(shared);
  return rest.every((list) => list.every((id, at) => id === first[at]));
}
