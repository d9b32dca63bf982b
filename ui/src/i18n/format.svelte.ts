import { language } from './language.svelte';

/** The day of a moment (RFC 3339), in the user's own zone: Nov 22, 2026 · 2026년 11월 22일. */
export function formatDate(moment: string, of = language()): string {
  const dateStyle = of === 'ko' ? 'long' : 'medium';
  return new Intl.DateTimeFormat(of, { dateStyle }).format(new Date(moment));
}

/** The moment, to the minute. */
export function formatTime(moment: string): string {
  return new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(moment),
  );
}

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** How long ago, in the largest unit that fits; older than a week, the day. */
export function formatAgo(moment: string, now: number = Date.now()): string {
  const since = now - new Date(moment).getTime();
  if (since > 7 * 86_400_000) return formatDate(moment);
  const [unit, length] = STEPS.find(([, length]) => since >= length) ?? ['second', 1000];
  const count = unit === 'second' ? 0 : Math.floor(since / length);
  return new Intl.RelativeTimeFormat(language(), { numeric: 'auto' }).format(-count, unit);
}

export function formatNumber(value: number): string {
  return new Intl.NumberFormat(language()).format(value);
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];

/** A size in bytes, in decimal units. */
export function formatBytes(bytes: number): string {
  const step = bytes < 1000 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  return new Intl.NumberFormat(language(), {
    style: 'unit',
    unit: UNITS[step],
    // Short, no bytes would be “0 byte”.
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: step === 0 ? 0 : 1,
  }).format(bytes / 1000 ** step);
}
