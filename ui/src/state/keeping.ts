/** What is being typed and must be kept before the place changes or the vault is locked. */
type Keep = () => Promise<void>;

const keepers = new Set<Keep>();

/** Registers an editor's way to keep what is typed; gives back the way to end that. */
export function registerKeeper(keep: Keep): () => void {
  keepers.add(keep);
  return () => keepers.delete(keep);
}

/** Keeps everything that is being typed, as drafts. Never fails: what cannot be kept stays with its editor, which says so. */
export async function keepAll(): Promise<void> {
  await Promise.allSettled([...keepers].map((keep) => keep()));
}
