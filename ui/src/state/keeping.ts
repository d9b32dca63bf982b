/** Saves unsaved input as a draft, before navigation and before the vault is locked. False if that failed. */
type Keep = () => Promise<boolean | void>;

const keepers = new Set<Keep>();

/** Registers how an editor keeps its unsaved input. Returns a function that unregisters it. */
export function registerKeeper(keep: Keep): () => void {
  keepers.add(keep);
  return () => keepers.delete(keep);
}

/** Keeps all unsaved input as drafts. False if some of it failed: its editor still has it, and shows the error. */
export async function keepAll(): Promise<boolean> {
  const all = await Promise.allSettled([...keepers].map((keep) => keep()));
  return all.every((one) => one.status === 'fulfilled' && one.value !== false);
}
