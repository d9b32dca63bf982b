import { hasText, t } from '../../i18n/language.svelte';

/** What the forms call the elements of a list, or a part of a record. */
const OWNERS: Record<string, string> = {
  names: 'name',
  links: 'link',
  passages: 'passage',
  relationships: 'relationship',
  occupations: 'occupation',
  documents: 'identity',
  contacts: 'contact',
  needs: 'need',
  sessions: 'session',
  acts: 'act',
  victims: 'victim',
  perpetrators: 'perpetrator',
  journey: 'leg',
  costs: 'cost',
  harms: 'harm',
};

/** What to call a member: the word that its form uses, else a general one, else its own name. */
export function labelOf(kind: string, path: readonly string[]): string {
  const member = (path.at(-1) ?? '').replaceAll('_', '-');
  const owner = path.at(-2) ?? kind;
  const keys = [`field-${OWNERS[owner] ?? owner}-${member}`, `member-${owner}-${member}`, `member-${member}`];
  // Some words of the forms are the beginning of a sentence.
  const word = keys
    .filter(isKey)
    .map((key) => t(key))
    .find((text) => !text.endsWith('…'));
  return word ?? member.replaceAll('-', ' ');
}

const isKey = (key: string) => /^[a-z][a-z0-9-]*$/.test(key) && hasText(key);
