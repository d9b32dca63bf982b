import type { Content } from './record-draft.svelte';

/** The member of a draft that holds the choices of a conflict. The rest of such a draft is not the record. */
export const CHOICES = 'settling';

/** Whether a draft holds the choices of a conflict rather than an edited record. */
export function isResolutionDraft(content: unknown): content is Content {
  return typeof content === 'object' && content !== null && CHOICES in content;
}
