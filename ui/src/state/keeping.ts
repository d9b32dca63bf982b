/** What is being typed and must be kept before the place changes or the vault is locked: says false where it could not be. */
type Keep = () => Promise<boolean | void>;

const keepers = new Set<Keep>();

/** Registers an editor's way to keep what is typed; gives back the way to end that. */
export function registerKeeper(keep: Keep): () => void {
  keepers.add(keep);
  return () => keepers.delete(keep);
}

/** Keeps everything that is being typed, as drafts, and says whether it could. What could not be kept stays with its editor, which says so. */
export async function keepAll(): Promise<boolean> {
  const all = await Promise.allSettled([...keepers].map((keep) => keep()));
  return all.every((one) => one.status === 'fulfilled' && one.value !== false);
}
