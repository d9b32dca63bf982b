import { t } from '../../i18n';

const PART =
  /^(?<year>\d{2}(?:\d{2}|\dX|XX))(?:-(?<month>0[1-9]|1[0-2]|2[1-4]|XX)(?:-(?<day>0[1-9]|[12]\d|3[01]|XX))?)?(?<mark>[?~%]?)$/;
const SEASONS: Record<string, string> = { 21: 'spring', 22: 'summer', 23: 'autumn', 24: 'winter' };
const OPEN = ['', '..'];

/** A quick check whether a text is an EDTF date. Rare notations pass: the core checks all of them on saving. */
export function seemsDate(text: string): boolean {
  if (/^-|[TYE]/.test(text)) return true;
  const ends = text.split('/');
  if (ends.length === 1) return PART.test(text);
  return ends.length === 2 && ends.every((end) => OPEN.includes(end) || PART.test(end));
}

/** A date in words, such as “about March 1998”. Undefined where there are none for it. */
export function dateInWords(text: string): string | undefined {
  if (!seemsDate(text)) return undefined;
  const [from = '', to] = text.split('/');
  if (to === undefined) return partInWords(from);
  const [begin, end] = [partInWords(from), partInWords(to)];
  if (begin && end) return t('form-date-from-to', { begin, end });
  if (begin) return t(to === '..' ? 'form-date-since' : 'form-date-began', { begin });
  return end && t(from === '..' ? 'form-date-until' : 'form-date-ended', { end });
}

function partInWords(text: string): string | undefined {
  const found = PART.exec(text)?.groups;
  if (!found) return undefined;
  const { year = '', month = '', day = '', mark = '' } = found;
  const season = SEASONS[month];
  const known = month && month !== 'XX' && !season ? Number(month) : undefined;
  const params = { year: yearInWords(year), month: known ?? 0, day: String(Number(day)) };
  const plain = season
    ? t(`form-date-${season}`, params)
    : known === undefined
      ? t('form-date-year', params)
      : day && day !== 'XX'
        ? t('form-date-day', params)
        : t('form-date-month', params);
  return mark ? t(MARKS[mark] ?? '', { date: plain }) : plain;
}

const MARKS: Record<string, string> = {
  '?': 'form-date-uncertain',
  '~': 'form-date-about',
  '%': 'form-date-uncertain-about',
};

function yearInWords(year: string): string {
  if (year.endsWith('XX')) return t('form-date-century', { year: `${year.slice(0, 2)}00` });
  return year.endsWith('X')
    ? t('form-date-decade', { year: `${year.slice(0, 3)}0` })
    : t('form-date-plain', { year });
}
