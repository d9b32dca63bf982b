import type { Grant } from '..';
import { Failure } from '../failure';

/** What a handle is for, as in src-tauri/src/grants. */
export type Deed = 'bundle' | 'package' | 'attach' | 'identity' | 'write' | 'seal' | 'vault' | 'exchange';

/** The last part of a path. */
export function nameOf(path: string): string {
  return path.split('/').findLast((part) => part !== '') ?? path;
}

/** The table of the shell, in memory: which handle stands for which path, and for what. */
export class Grants {
  readonly #held = new Map<string, { deed: Deed; path: string }>();

  give(deed: Deed, path: string): Grant {
    const token = crypto.randomUUID();
    this.#held.set(token, { deed, path });
    return { token, name: nameOf(path), shown: path };
  }

  /** What it stands for; it stays. */
  hold(deed: Deed, { token }: Grant): string {
    const entry = this.#held.get(token);
    // What was chosen to be taken in may be looked at.
    const serves = entry?.deed === deed || (deed === 'package' && entry?.deed === 'bundle');
    if (!entry || !serves) throw new Failure('not_granted');
    return entry.path;
  }

  /** Does a deed that is done once: the handle is used up by it, unless it fails. */
  once<T>(deed: Deed, grant: Grant, work: (path: string) => T): T {
    const done = work(this.hold(deed, grant));
    this.#held.delete(grant.token);
    return done;
  }

  forget(): void {
    this.#held.clear();
  }
}
