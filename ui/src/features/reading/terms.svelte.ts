import type { Vocabulary } from '../../bindings/records/Vocabulary';
import { language } from '../../i18n';
import { platform } from '../../platform';

let lists = $state.raw<Map<string, Vocabulary>>(new Map());

/** Reads the vocabularies, once. Where that fails, codes stand for themselves. */
export async function loadTerms(): Promise<void> {
  if (lists.size > 0) return;
  try {
    const all = await platform().vocabulary.all();
    lists = new Map(all.map((list) => [list.name, list]));
  } catch {
    lists = new Map();
  }
}

/** The wording of a coded value in the window's language; a term of the user's own stands as it is. */
export function termOf(list: string | undefined, code: string): string {
  const term = list === undefined ? undefined : lists.get(list)?.terms.find((one) => one.code === code);
  return term?.[language()] ?? code;
}

/** The terms of a list, to choose from. */
export function termsOf(list: string): { value: string; label: string }[] {
  return (lists.get(list)?.terms ?? []).map((term) => ({ value: term.code, label: term[language()] }));
}
