import type { Vocabulary } from '../bindings/records/Vocabulary';
import { language } from '../i18n';
import { platform, type Platform } from '../platform';

let asked: Platform | undefined;
let lists = $state.raw<Map<string, Vocabulary>>(new Map());

/** Reads the vocabularies, once for each platform. Where that fails, codes are shown as they are. */
export function readTerms(): void {
  if (asked === platform()) return;
  asked = platform();
  asked.vocabulary
    .all()
    .then((all) => (lists = new Map(all.map((list) => [list.name, list]))))
    .catch(() => (asked = undefined));
}

export interface OfferedTerm {
  value: string;
  label: string;
}

/** The terms of a vocabulary, in the language of the window. */
export function termsOf(vocabulary: string): OfferedTerm[] {
  return (lists.get(vocabulary)?.terms ?? []).map((term) => ({ value: term.code, label: term[language()] }));
}

/** A term in the language of the window; one's own words as they are. */
export function termLabel(vocabulary: string | undefined, code: string): string {
  const terms = vocabulary === undefined ? [] : (lists.get(vocabulary)?.terms ?? []);
  return terms.find((term) => term.code === code)?.[language()] ?? code;
}

/** The terms that what was typed may mean, in either language. */
export function findTerms(vocabulary: string, typed: string): OfferedTerm[] {
  const plain = (text: string) => text.normalize('NFC').toLocaleLowerCase().replaceAll(/\s+/g, '');
  const wanted = plain(typed);
  const found = (lists.get(vocabulary)?.terms ?? []).filter((term) =>
    [term.ko, term.en].some((label) => plain(label).includes(wanted)),
  );
  return found.map((term) => ({ value: term.code, label: term[language()] }));
}
