import type { Language } from '../platform';

const sources = import.meta.glob<string>(
  ['../../../locales/*/window*.ftl', '../../../locales/*/errors.ftl'],
  {
    query: '?raw',
    import: 'default',
    eager: true,
  },
);

/** The Fluent sources of one language that the window reads: window*.ftl and errors.ftl. */
export function textsOf(language: Language): string[] {
  return Object.entries(sources)
    .filter(([path]) => path.includes(`/locales/${language}/`))
    .map(([, text]) => text);
}
