import type { SentFile } from '../../bindings/api/SentFile';

interface Withdrawal {
  use: string;
  audience: string;
}

/** What the entries of a consent take back: each for a use and an audience, or for all where it names none. */
function withdrawals(consent: unknown): Withdrawal[] {
  const entries: unknown[] = Array.isArray(consent) ? consent : [];
  return entries.flatMap((one) => {
    if (typeof one !== 'object' || one === null) return [];
    const members = one as Record<string, unknown>;
    const text = (name: string) => (typeof members[name] === 'string' ? members[name].trim() : '');
    return text('decision') === 'withdrawn' ? [{ use: text('use'), audience: text('audience') }] : [];
  });
}

/** Whether an entry of a consent takes back what was allowed. */
export function isWithdrawn(consent: unknown): boolean {
  return withdrawals(consent).length > 0;
}

/** Those of these files for which the consent was taken back. A file for nobody by name is for everybody. */
export function concernedBy(consent: unknown, files: SentFile[]): SentFile[] {
  const all = withdrawals(consent);
  const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
  return files.filter(({ purpose, audience }) =>
    all.some(
      (one) =>
        ['', 'keep', purpose].includes(one.use) &&
        (one.audience === '' || audience === '' || same(one.audience, audience)),
    ),
  );
}
