import type { Language } from '../platform';

const sources = import.meta.glob<string>(
  ['../../../locales/*/window*.ftl', '../../../locales/*/errors.ftl'],
  {
    query: '?raw',
    import: 'default',
    eager: true,
  },
);

/** The Fluent sources of one language that the window reads: window*.ftl and errors.ftl; or those whose names begin so. */
export function textsOf(language: Language, begin = ''): string[] {
  return Object.entries(sources)
    .filter(([path]) => path.includes(`/locales/${language}/${begin}`))
    .map(([, text]) => text);
}
