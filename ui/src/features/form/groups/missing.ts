import { t } from '../../../i18n';
import type { Content } from '../../draft';
import { paragraphsOf } from '../paragraphs';
import { isEmpty, isObject } from '../spot';

const MOST = 6;

/** What a testimony lacks, one line each. */
export function missingIn(content: Content): string[] {
  const list = (member: string) =>
    Array.isArray(content[member]) ? (content[member] as unknown[]).filter(isObject) : [];
  const narrator = isObject(content['narrator']) ? content['narrator'] : {};
  const written = paragraphsOf(content).filter((paragraph) => !paragraph.isEmpty);
  const untranslated = written.filter((one) => !one.isTranslated).map((one) => one.number);
  const undated = list('journey').flatMap((leg, at) => (isEmpty(leg['dates']) ? [at + 1] : []));
  return [
    isEmpty(narrator['person']) && isEmpty(narrator['code']) ? t('form-missing-narrator') : '',
    list('consent').length === 0 ? t('form-missing-consent') : '',
    list('sessions').length === 0 ? t('form-missing-session') : '',
    untranslated.length > 0 ? t('form-missing-translation', { numbers: numbers(untranslated) }) : '',
    undated.length > 0 ? t('form-missing-leg-date', { numbers: numbers(undated) }) : '',
  ].filter(Boolean);
}

function numbers(all: number[]): string {
  return all.slice(0, MOST).join(', ') + (all.length > MOST ? ' …' : '');
}
