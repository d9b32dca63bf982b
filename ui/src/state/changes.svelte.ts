let count = $state(0);

/** Counts what changed in the vault; lists read it so that they are read anew. */
export function changes(): number {
  return count;
}

/** Says that records, drafts or colleagues changed. */
export function changed(): void {
  count += 1;
}
