import { registerKeeper } from '../../state/keeping';
import type { RecordDraft } from './record-draft.svelte';

/** Lets what the input method composed last reach the text: for a moment, a syllable is in neither. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 60));
}

/**
 * Keeps the record before the place changes and before the vault is locked, for as long as the component is there.
 * `onrefused`: it could not be kept, so its page stays.
 */
export function keepWhileShown(record: () => RecordDraft | null, onrefused: () => void): void {
  $effect(() =>
    registerKeeper(async () => {
      await settled();
      const isKept = (await record()?.keep()) ?? true;
      if (!isKept) onrefused();
      return isKept;
    }),
  );
}
