import { registerKeeper } from '../../state/keeping';
import type { RecordDraft } from './record-draft.svelte';

/** What the input method composed last reaches the text this soon: milliseconds. */
const SETTLE = 25;

/** Keeps the record before the place changes and before the vault is locked, for as long as the component is there. */
export function keepWhileShown(record: () => RecordDraft | null): void {
  $effect(() =>
    registerKeeper(async () => {
      // Focus goes away from a syllable that is being composed; it is in the text a moment later.
      await new Promise((resolve) => setTimeout(resolve, SETTLE));
      await record()?.keep();
    }),
  );
}
