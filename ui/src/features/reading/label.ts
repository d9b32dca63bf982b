import { hasText, t } from '../../i18n/language.svelte';

/** What to call a member: the word that its form uses, else the general one, else its own name. */
export function labelOf(kind: string, path: readonly string[]): string {
  const member = (path.at(-1) ?? '').replaceAll('_', '-');
  const owner = path.length > 1 ? path.at(-2) : kind;
  const keys = [
    `field-${[kind, ...path].join('-').replaceAll('_', '-')}`,
    `field-${kind}-${member}`,
    `member-${owner}-${member}`,
    `member-${member}`,
  ];
  // A nested member must not take the word of one at the top.
  const key = keys.filter((_, at) => path.length === 1 || at !== 1).find(isKey);
  return key ? t(key) : member.replaceAll('-', ' ');
}

const isKey = (key: string) => /^[a-z][a-z0-9-]*$/.test(key) && hasText(key);
