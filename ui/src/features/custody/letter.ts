import type { SentFile } from '../../bindings/api/SentFile';
import { formatDate, textIn } from '../../i18n';
import type { Language } from '../../platform';

/** Whom files went to, and which. The name is empty where nobody was named. */
export interface Recipient {
  name: string;
  files: SentFile[];
}

/** The recipients of files: colleagues by name, else the audience. */
export function recipientsOf(files: SentFile[]): Recipient[] {
  const found = new Map<string, SentFile[]>();
  for (const file of files)
    for (const name of file.to.length > 0 ? file.to : [file.audience.trim()])
      found.set(name, [...(found.get(name) ?? []), file]);
  return [...found].map(([name, files]) => ({ name, files }));
}

/** A letter that asks to delete a record of these files. It names files and the record by their ids, and nobody. */
export function letterText(of: Language, record: string, files: SentFile[]): string {
  const say = (key: string, params: Record<string, string> = {}) => textIn(of, key, params) ?? '';
  const lines = files.map(({ package: id, at, revision }) =>
    say(revision ? 'custody-letter-file' : 'custody-letter-file-without-revision', {
      package: id,
      date: formatDate(at, of),
      record,
      revision: revision ?? '',
    }),
  );
  return say('custody-letter-text', { files: lines.join('\n\n') });
}
