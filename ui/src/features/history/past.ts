import type { PastRevision } from '../../bindings/api/PastRevision';
import { t } from '../../i18n';

/** A revision, and what one has to know about it to show it. */
export interface Past {
  revision: PastRevision;
  /** The one that it was made from, where there is one and it is here. */
  before: PastRevision | null;
  /** Nothing was made from it yet: it is what the record says now, or one side of a conflict. */
  isHead: boolean;
  /** Its body did not come here. */
  isHeld: boolean;
}

/** The history of a record, newest first. The core gives each revision after those that it was made from. */
export function newestFirst(revisions: PastRevision[]): Past[] {
  const parents = new Set(revisions.flatMap((one) => one.parents));
  return revisions
    .map((revision) => ({
      revision,
      before: revisions.find((one) => one.revision === revision.parents[0]) ?? null,
      isHead: !parents.has(revision.revision),
      isHeld: revision.record !== null,
    }))
    .reverse();
}

export function whoSaved({ saved_by: by }: PastRevision): string {
  switch (by.who) {
    case 'self':
      return t('history-by-self');
    case 'colleague': {
      const name = by.name ?? '';
      return by.verified ? name : t('history-by-unverified', { name });
    }
    case 'unknown':
      return t('history-by-unknown');
  }
}

/** What happened to the record as a whole, besides what it says. */
export function eventOf({ revision, before }: Past): 'first' | 'trashed' | 'restored' | 'settled' | null {
  if (revision.parents.length === 0) return 'first';
  if (revision.parents.length > 1) return 'settled';
  if (before && revision.trashed !== before.trashed) return revision.trashed ? 'trashed' : 'restored';
  return null;
}
