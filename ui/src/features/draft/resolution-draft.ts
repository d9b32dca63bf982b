import type { Content } from './record-draft.svelte';

/** The member of a draft that holds what was chosen in a conflict. Such a draft is no state of the record. */
export const CHOICES = 'settling';

/** Whether a draft holds what somebody chose in a conflict, and not what they wrote on the record. */
export function isResolutionDraft(content: unknown): content is Content {
  return typeof content === 'object' && content !== null && CHOICES in content;
}
