import { asFailure, platform, type Failure } from '../../platform';
import { changed } from '../../state/changes.svelte';
import type { DraftView } from '../../bindings/api/DraftView';
import type { Shown } from '../../bindings/api/Shown';
import { isResolutionDraft } from './resolution-draft';

/** What is typed is kept within this time, also while typing goes on without a pause: milliseconds. */
export const KEEP_WITHIN = 500;
/** What could not be kept is tried again after this time, without being asked: milliseconds. */
export const TRY_AGAIN_AFTER = 3_000;

export type Content = Record<string, unknown>;

/**
 * A record while it is being written: what it says now, and the encrypted draft that keeps it.
 *
 * Whoever changes `content` calls `change()`. Large texts stay with their editor, which puts them into `content` when
 * `oncollect` calls it. Nothing is thrown: what fails is in `failure`, and is tried again soon and with the next change.
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
  /** When the draft was kept last: RFC 3339. */
  keptAt = $state<string | null>(null);
  /** The vault is open for reading only. */
  isVaultReadOnly = $state(false);
  /** Counts how often the content became another without anyone typing it; editors of large texts begin anew then. */
  edition = $state(0);

  /** What came of saving onto a record that was changed since: both changes stand, `merged` or in `conflict`. */
  meanwhile = $state<'merged' | 'conflict' | null>(null);

  #base: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<unknown> = Promise.resolve();
  #collectors = new Set<(content: Content) => void>();
  /** Counts changes; `#heldChange` is the last one that the draft, or the saved record, has. */
  #change = 0;
  #heldChange = 0;

  private constructor(readonly kind: string) {}

  /** Opens a record, a draft of one, or a new one of this kind. */
  static async open(kind: string, id: string | null, draft: string | null): Promise<RecordDraft> {
    const opened = new RecordDraft(kind);
    const given = draft ? await platform().draft.get(draft) : null;
    const record = id ?? given?.record ?? null;
    const view = given && !isResolutionDraft(given.content) ? given : record ? await draftOf(record) : null;
    if (record) opened.#take(await platform().record.show(record));
    if (view) {
      opened.content = view.content as Content;
      opened.draft = view.draft;
      opened.#base = view.base;
      opened.status = 'kept';
      opened.keptAt = view.updated_at;
    }
    return opened;
  }

  /** A sealed testimony, or anything in a vault that is open for reading: it is shown, not written. */
  get isReadOnly(): boolean {
    return this.isVaultReadOnly || this.content['status'] === 'sealed';
  }

  /** The draft, or the saved record, has all that was typed: then what failed is saving it. */
  get hasAll(): boolean {
    return this.#heldChange === this.#change;
  }

  /** Revisions that disagree stand: what is written goes on top of the one that is shown. */
  get isInConflict(): boolean {
    return this.shown?.is_conflict ?? false;
  }

  /** What a member says, as plain data. */
  said(member: string): unknown {
    return $state.snapshot(this.content[member]);
  }

  /** Calls `collect` before each keeping; gives back how to stop. What was not collected yet is, before that. */
  oncollect(collect: (content: Content) => void): () => void {
    this.#collectors.add(collect);
    return () => {
      collect(this.content);
      this.#collectors.delete(collect);
    };
  }

  /** Says that something was changed: it is kept soon. */
  change(): void {
    this.#change += 1;
    if (this.status !== 'saving') this.status = 'typing';
    this.#later(KEEP_WITHIN);
  }

  /** Keeps what is typed now, and says whether it is kept. One at a time, in order. */
  keep(): Promise<boolean> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    return this.#inOrder(() => this.#put());
  }

  /** Saves a revision. Says whether it was; where not, the draft still has everything. */
  save(dropsRefusals = false): Promise<boolean> {
    return this.#inOrder(() => this.#save(dropsRefusals));
  }

  /** Throws the draft away; what was saved last is shown again. Says whether it could be. */
  discard(): Promise<boolean> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    return this.#inOrder(async () => {
      try {
        if (this.draft) await platform().draft.discard(this.draft);
      } catch (thrown) {
        this.#fail(thrown);
        return false;
      }
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.draft = null;
      this.failure = null;
      this.#heldChange = this.#change;
      if (this.shown) this.#take(this.shown);
      else this.content = {};
      this.status = 'clean';
      this.edition += 1;
      changed();
      return true;
    });
  }

  async #put(): Promise<boolean> {
    if (this.hasAll) return true;
    const change = this.#collect();
    try {
      const isNew = this.draft === null;
      const content = $state.snapshot(this.content);
      const put = { draft: this.draft, record: this.id, kind: this.kind, base: this.#base, content };
      const view = await platform().draft.put(put);
      this.draft = view.draft;
      this.keptAt = view.updated_at;
      this.failure = null;
      this.#heldChange = change;
      this.status = this.#change === change ? 'kept' : 'typing';
      if (isNew) changed();
      return true;
    } catch (thrown) {
      this.#fail(thrown);
      return false;
    }
  }

  async #save(dropsRefusals: boolean): Promise<boolean> {
    if (!(await this.#put())) return false;
    // Nothing was ever changed.
    if (!this.draft) return true;
    const change = this.#heldChange;
    this.status = 'saving';
    try {
      const saved = await platform().draft.save(this.draft, dropsRefusals);
      this.draft = null;
      this.failure = null;
      this.meanwhile = saved.changed_meanwhile ? (saved.is_conflict ? 'conflict' : 'merged') : null;
      // Its own revision: in a conflict the first head may be another's.
      const shown = await platform().record.showAt(saved.id, saved.revision);
      this.#take(shown, this.#change !== change);
      changed();
      return true;
    } catch (thrown) {
      this.#fail(thrown);
      return false;
    }
  }

  #collect(): number {
    for (const collect of this.#collectors) collect(this.content);
    return this.#change;
  }

  #inOrder<Result>(step: () => Promise<Result>): Promise<Result> {
    const result = this.#running.then(step);
    this.#running = result.catch(() => undefined);
    return result;
  }

  #later(after: number): void {
    this.#timer ??= setTimeout(() => void this.keep(), after);
  }

  #fail(thrown: unknown): void {
    this.status = 'failed';
    this.failure = asFailure(thrown);
    if (!this.hasAll) this.#later(TRY_AGAIN_AFTER);
  }

  /** `keepsTyping`: something was typed while the save was on its way; it stays, on top of what was saved. */
  #take(shown: Shown, keepsTyping = false): void {
    this.shown = shown;
    this.id = shown.id;
    this.#base = shown.base;
    this.status = keepsTyping ? 'typing' : 'clean';
    if (!keepsTyping) this.content = structuredClone(shown.record) as Content;
  }
}

/** The draft of a record, but for what was chosen in a conflict. */
async function draftOf(id: string): Promise<DraftView | null> {
  const { draft } = platform();
  for (const line of await draft.list()) {
    if (line.record !== id) continue;
    const view = await draft.get(line.draft);
    if (!isResolutionDraft(view.content)) return view;
  }
  return null;
}
