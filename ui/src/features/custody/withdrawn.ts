/** Whether an entry of a consent takes back what was allowed. */
export function isWithdrawn(consent: unknown): boolean {
  const entries: unknown[] = Array.isArray(consent) ? consent : [];
  return entries.some(
    (one) => typeof one === 'object' && one !== null && 'decision' in one && one.decision === 'withdrawn',
  );
}
