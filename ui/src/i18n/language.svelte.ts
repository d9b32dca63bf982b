import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import type { Language } from '../platform';
import { particle } from './particle';
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
  return bundle.formatPattern(pattern, params, []);
}

function bundleOf(of: Language): FluentBundle {
  const bundle = new FluentBundle(of, {
    useIsolating: false,
    functions: { PARTICLE: ([word, pair]) => particle(String(word), String(pair)) },
  });
  for (const text of textsOf(of)) bundle.addResource(new FluentResource(text));
  return bundle;
}
