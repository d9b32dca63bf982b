import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import { parametersOf, type Pattern } from './parameters';
import type { Language } from '../platform';
import { particle } from './particle';
import { printable } from '../platform/signs';
import { textsOf } from './texts';

const bundles: Record<Language, FluentBundle> = { en: bundleOf('en'), ko: bundleOf('ko') };

let current = $state<Language>('en');

/** The language of the window. */
export function language(): Language {
  return current;
}

/** Switches the window to a language at once. */
export function setLanguage(next: Language): void {
  current = next;
  document.documentElement.lang = next;
}

/** A text in the language of the window. `key` is that of a message, or `message.attribute`. */
export function t(key: string, params: Record<string, FluentVariable> = {}): string {
  return textIn(current, key, params) ?? key;
}

/** Whether there is a text for this key. */
export function hasText(key: string): boolean {
  return textIn(current, key, {}) !== undefined;
}

export function textIn(
  of: Language,
  key: string,
  params: Record<string, FluentVariable>,
): string | undefined {
  const [id = '', attribute] = key.split('.');
  const bundle = bundles[of];
  const message = bundle.getMessage(id);
  const pattern = attribute === undefined ? message?.value : message?.attributes[attribute];
  if (!pattern) return undefined;
  // What a text asks for and nobody gave shows as its name; the tests find these.
  return bundle.formatPattern(pattern, fitting(pattern, params), []);
}

/** Values as a text can show them and choose by them: what it counts is a number, and nothing in it acts on the page. */
function fitting(pattern: Pattern, params: Record<string, FluentVariable>): Record<string, FluentVariable> {
  const { counted } = parametersOf(pattern);
  const fit = (name: string, value: FluentVariable): FluentVariable => {
    if (typeof value !== 'string') return value;
    return counted.has(name) && /^\d+$/.test(value) ? Number(value) : printable(value);
  };
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, fit(name, value)]));
}

/** The text of a failure, of which not everything is known: what is missing is left out where the text has a variant for
 * that, and else three dots. */
export function textOfFailure(key: string, params: Record<string, FluentVariable>): string {
  const [id = '', attribute] = key.split('.');
  const message = bundles[current].getMessage(id);
  const pattern = attribute === undefined ? message?.value : message?.attributes[attribute];
  if (!pattern) return key;
  const { named, optional } = parametersOf(pattern);
  const unknown = [...named].filter((name) => params[name] === undefined || params[name] === '');
  const filled = unknown.map((name): [string, string] => [name, optional.has(name) ? 'none' : '…']);
  return t(key, { ...params, ...Object.fromEntries(filled) });
}

function bundleOf(of: Language): FluentBundle {
  const bundle = new FluentBundle(of, {
    useIsolating: false,
    functions: { PARTICLE: ([word, pair]) => particle(String(word), String(pair)) },
  });
  for (const text of textsOf(of)) bundle.addResource(new FluentResource(text));
  return bundle;
}
