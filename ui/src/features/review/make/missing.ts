import type { PackageOrder, STEPS } from './package-order.svelte';

/** What a step lacks; null where nothing is. */
export type Missing =
  | 'audience'
  | 'records'
  | 'refused'
  | 'plan'
  | 'held-back'
  | 'conditions'
  | 'outdated'
  | 'leaks'
  | 'passphrase'
  | 'path'
  | null;

export function missingIn(order: PackageOrder, step: (typeof STEPS)[number]): Missing {
  const { plan, refusal, isCurrent } = order.planning;
  switch (step) {
    case 'who':
      return order.audience.trim() === '' ? 'audience' : null;
    case 'contents':
      if (order.records.length === 0) return 'records';
      if (!isCurrent) return 'plan';
      if (refusal || !plan) return 'refused';
      if (plan.stays.length > 0) return 'held-back';
      return plan.conditions.every(({ key }) => order.accepted.includes(key)) ? null : 'conditions';
    case 'reading':
      return plan?.records.some((one) => one.outdated > 0) ? 'outdated' : null;
    case 'write':
      if (plan?.records.some((one) => one.leaks > 0)) return 'leaks';
      if (order.passphrase === '') return 'passphrase';
      return order.path === null ? 'path' : null;
  }
}
