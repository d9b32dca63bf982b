import { PackageOrder } from './package-order.svelte';

const kept = new WeakMap<string[], PackageOrder>();

/** The order of a panel, by the list that it was opened with: going back to the panel finds what was entered. */
export function orderOf(records: string[]): PackageOrder {
  const known = kept.get(records);
  if (known) return known;
  const order = new PackageOrder(records);
  kept.set(records, order);
  return order;
}
