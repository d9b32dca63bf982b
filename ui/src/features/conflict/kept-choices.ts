import type { Choice } from '../../bindings/api/Choice';
import { platform } from '../../platform';
import { changed } from '../../state/changes.svelte';
import { CHOICES, isResolutionDraft } from '../draft';
import { isObject } from '../reading';
import type { Resolution } from './resolution.svelte';

/** Choices that were not saved yet, in an encrypted draft: they outlive a lock and another page. */
export class KeptChoices {
  #draft: string | null = null;
  #kept = 0;
  #running: Promise<unknown> = Promise.resolve();

  /** Takes up what was chosen before. Says whether there was anything. */
  async takeUp(resolution: Resolution): Promise<boolean> {
    for (const { draft, content } of await platform().draft.ofRecord(resolution.conflict.id)) {
      if (!isResolutionDraft(content)) continue;
      this.#draft = draft;
      return resolution.takeUp(content[CHOICES] as Choice[]);
    }
    return false;
  }

  /** Keeps what is chosen now, if it changed. Throws what the core says against it. */
  keep(resolution: Resolution): Promise<void> {
    return this.#inOrder(async () => {
      const { changes, conflict, heads } = resolution;
      if (changes === this.#kept) return;
      // The record is there for its title in the list of drafts.
      const said = isObject(conflict.merged) ? conflict.merged : {};
      const content = { ...said, [CHOICES]: resolution.settle().choices };
      const { id: record, kind } = conflict;
      const put = { draft: this.#draft, record, kind, base: heads.join('+'), content };
      const isNew = this.#draft === null;
      this.#draft = (await platform().draft.put(put)).draft;
      this.#kept = changes;
      if (isNew) changed();
    });
  }

  /** Nothing is left to keep: the conflict is settled, or begun anew. */
  end(): Promise<void> {
    return this.#inOrder(async () => {
      if (this.#draft) await platform().draft.discard(this.#draft);
      this.#draft = null;
      this.#kept = 0;
    });
  }

  #inOrder(step: () => Promise<void>): Promise<void> {
    const result = this.#running.then(step);
    this.#running = result.catch(() => undefined);
    return result;
  }
}
