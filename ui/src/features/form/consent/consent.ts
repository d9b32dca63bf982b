import { isObject, textOf } from '../spot';

/** What the consent entries say to sharing inside the organisation, which every bundle asks for. */
export type Standing =
  | { state: 'none' | 'not-covered' | 'not-understood' }
  | { state: 'refused' | 'withdrawn'; use: string }
  | { state: 'granted' | 'expired'; until: string };

const INSIDE = 'share_inside';

/**
 * As the core decides it (crates/domain/src/records/consent/decide.rs), for one use: a refusal wins over any grant. Both are held to
 * tests/vectors/consent.json. `day` is that of `consentDay`.
 */
export function consentStanding(consent: unknown, day: string): Standing {
  const entries = (Array.isArray(consent) ? (consent as unknown[]) : []).filter(isObject).map((entry) => {
    const text = (member: string) => textOf(entry[member]).trim();
    return {
      decision: text('decision'),
      use: text('use'),
      audience: text('audience'),
      until: text('valid_until'),
    };
  });
  if (entries.length === 0) return { state: 'none' };
  const reaching = entries.filter(({ use }) => ['', 'keep', INSIDE].includes(use));
  for (const state of ['withdrawn', 'refused'] as const) {
    const denial = reaching.find(({ decision }) => decision === state);
    if (denial) return { state, use: denial.use };
  }
  if (reaching.some(({ decision }) => !['', 'granted'].includes(decision)))
    return { state: 'not-understood' };
  const grants = entries.filter(
    (one) => one.decision === 'granted' && one.use === INSIDE && one.audience === '',
  );
  const holds = grants.filter(({ until }) => until === '' || lastSafeDay(until) >= day);
  // Several grants may hold: the longest is shown.
  const longest = holds.toSorted((a, b) => endOf(b.until).localeCompare(endOf(a.until)))[0];
  if (longest) return { state: 'granted', until: longest.until };
  return grants[0] ? { state: 'expired', until: grants[0].until } : { state: 'not-covered' };
}

/** The day on which consent has to hold: what the vault says, and what the clock has come to since. */
export function consentDay(ofVault: string | undefined, now = new Date()): string {
  const pad = (number: number) => String(number).padStart(2, '0');
  const local = [now.getFullYear(), pad(now.getMonth() + 1), pad(now.getDate())].join('-');
  const days = [ofVault ?? '', local, now.toISOString().slice(0, 10)];
  return days.toSorted().at(-1) ?? local;
}

const NEVER = '9999-12-31';
const endOf = (until: string) => (until === '' ? NEVER : lastSafeDay(until));

/** The last day on which it holds for certain: of an uncertain date only the first that it can mean counts. */
function lastSafeDay(until: string): string {
  const [from = '', to] = until.split('/');
  if (to === '..') return NEVER;
  return /[?~%X]/.test(until) || to === '' ? dayOf(from, 'first') : dayOf(to ?? from, 'last');
}

function dayOf(date: string, which: 'first' | 'last'): string {
  const [year = '', month, day] = date.replace(/[?~%]/g, '').replaceAll('X', '0').split('-');
  if (which === 'first') return [year, atLeastOne(month), atLeastOne(day)].join('-');
  if (!month) return `${year}-12-31`;
  const season = SEASON_ENDS[month];
  if (season) return `${year}-${season}`;
  return `${year}-${month}-${day ?? new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()}`;
}

/** Spring, summer, autumn and winter, as the core reads them. */
const SEASON_ENDS: Record<string, string> = { 21: '05-31', 22: '08-31', 23: '11-30', 24: '12-31' };

const atLeastOne = (part = '01') => (part === '00' ? '01' : part);
