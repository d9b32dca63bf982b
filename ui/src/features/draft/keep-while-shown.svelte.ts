import { registerKeeper } from '../../state/keeping';
import type { RecordDraft } from './record-draft.svelte';

/** Lets what the input method composed last reach the text: for a moment, a syllable is in neither. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 60));
}

/**
 * Keeps the record before the place changes and before the vault is locked, for as long as the component is there.
 * `hasStayed`: somebody wanted elsewhere, but it could not be kept, and still cannot.
 */
export function keepWhileShown(record: () => RecordDraft | null): { readonly hasStayed: boolean } {
  let hasStayed = $state(false);
  $effect(() => {
    if (!record()?.failure) hasStayed = false;
  });
  $effect(() =>
    registerKeeper(async () => {
      await settled();
      const isKept = (await record()?.keep()) ?? true;
      if (!isKept) hasStayed = true;
      return isKept;
    }),
  );
  return {
    get hasStayed() {
      return hasStayed;
    },
  };
}
