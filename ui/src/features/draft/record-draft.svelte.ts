import { asFailure, platform, type Failure } from '../../platform';
import { changed } from '../../state/changes.svelte';
import type { Shown } from '../../bindings/api/Shown';

/** What is typed is kept within this time, also while typing goes on without a pause: milliseconds. */
export const KEEP_WITHIN = 500;

export type Content = Record<string, unknown>;

/**
 * A record while it is being written: what it says now, and the encrypted draft that keeps it.
 *
 * Whoever changes `content` calls `change()`. Large texts stay with their editor, which puts them into `content` when
 * `oncollect` calls it. Nothing is thrown: what fails is in `failure`, and is tried again with the next change.
 */
export class RecordDraft {
  content = $state<Content>({});
  id = $state<string | null>(null);
  /** The draft that keeps it; null while nothing was changed. */
  draft = $state<string | null>(null);
  /** The record as it was saved last; null for one that never was. */
  shown = $state.raw<Shown | null>(null);
  /** `clean`: as saved. `typing`: changed, not kept yet. `kept`: the draft holds it. `saving`, `failed`. */
  status = $state<'clean' | 'typing' | 'kept' | 'saving' | 'failed'>('clean');
  failure = $state.raw<Failure | null>(null);

  #base: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> = Promise.resolve();
  #collectors = new Set<(content: Content) => void>();

  private constructor(readonly kind: string) {}

  /** Opens a record, a draft of one, or a new one of this kind. */
  static async open(kind: string, id: string | null, draft: string | null): Promise<RecordDraft> {
    const opened = new RecordDraft(kind);
    const kept = draft ?? (id ? await draftOf(id) : null);
    if (id) opened.#take(await platform().record.show(id));
    if (kept) {
      const view = await platform().draft.get(kept);
      opened.content = view.content as Content;
      opened.draft = kept;
      opened.#base = view.base;
      opened.status = 'kept';
    }
    return opened;
  }

  /** Calls `collect` before each keeping; gives back how to stop. */
  oncollect(collect: (content: Content) => void): () => void {
    this.#collectors.add(collect);
    return () => this.#collectors.delete(collect);
  }

  /** Says that something was changed: it is kept soon. */
  change(): void {
    this.status = 'typing';
    this.#timer ??= setTimeout(() => void this.keep(), KEEP_WITHIN);
  }

  /** Keeps what is typed now. One at a time, in order. */
  keep(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#running = this.#running.then(() => this.#put());
    return this.#running;
  }

  /** Saves a revision. Says whether it was; where not, the draft still has everything. */
  async save(): Promise<boolean> {
    if (this.status === 'clean') return true;
    this.status = 'typing';
    await this.keep();
    if (!this.draft || this.failure) return false;
    this.status = 'saving';
    try {
      const saved = await platform().draft.save(this.draft);
      this.draft = null;
      this.failure = null;
      this.#take(await platform().record.show(saved.id), this.#timer !== undefined);
      changed();
      return true;
    } catch (thrown) {
      this.#fail(thrown);
      return false;
    }
  }

  /** Throws the draft away; what was saved last is shown again. */
  async discard(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#running;
    if (this.draft) await platform().draft.discard(this.draft);
    this.draft = null;
    this.failure = null;
    if (this.shown) this.#take(this.shown);
    else this.content = {};
    this.status = 'clean';
    changed();
  }

  async #put(): Promise<void> {
    if (this.status !== 'typing' && this.status !== 'failed') return;
    for (const collect of this.#collectors) collect(this.content);
    this.status = 'kept';
    try {
      const isNew = this.draft === null;
      const content = $state.snapshot(this.content);
      const put = { draft: this.draft, record: this.id, kind: this.kind, base: this.#base, content };
      this.draft = (await platform().draft.put(put)).draft;
      this.failure = null;
      if (isNew) changed();
    } catch (thrown) {
      this.#fail(thrown);
    }
  }

  #fail(thrown: unknown): void {
    this.status = 'failed';
    this.failure = asFailure(thrown);
  }

  /** `keepsTyping`: something was typed while the save was on its way; it stays, on top of what was saved. */
  #take(shown: Shown, keepsTyping = false): void {
    this.shown = shown;
    this.id = shown.id;
    this.#base = shown.revision;
    if (keepsTyping) {
      this.status = 'typing';
      return;
    }
    this.content = structuredClone(shown.record) as Content;
    this.status = 'clean';
  }
}

async function draftOf(id: string): Promise<string | null> {
  const drafts = await platform().draft.list();
  return drafts.find((line) => line.record === id)?.draft ?? null;
}
