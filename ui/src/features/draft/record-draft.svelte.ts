import { asFailure, platform, type Failure } from '../../platform';
import { changed } from '../../state/changes.svelte';
import { vaultStatus } from '../../state/vault-status.svelte';
import type { DraftView } from '../../bindings/api/DraftView';
import type { Saved } from '../../bindings/api/Saved';
import type { Shown } from '../../bindings/api/Shown';
import { isResolutionDraft } from './resolution-draft';

/** Input is kept in the draft within this time, even while typing goes on: milliseconds. */
export const KEEP_WITHIN = 500;
/** A failed attempt to keep the draft is repeated after this time: milliseconds. */
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
  /** When the record was saved last: RFC 3339; null for one that never was. */
  savedAt = $state<string | null>(null);
  /** Counts how often the content was replaced other than by typing; editors of large texts reload then. */
  edition = $state(0);

  /** Set after saving a record that was changed elsewhere meanwhile: both changes are `merged`, or in `conflict`. */
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

  /** The vault is open for reading only. */
  get isVaultReadOnly(): boolean {
    return vaultStatus()?.is_read_only ?? false;
  }

  /** A sealed testimony, or anything in a vault that is open for reading: it is shown, not written. */
  get isReadOnly(): boolean {
    return this.isVaultReadOnly || this.content['status'] === 'sealed';
  }

  /** Whether the draft or the saved record has all input. */
  get hasAll(): boolean {
    return this.#heldChange === this.#change;
  }

  /** Whether the record is in conflict: then a save continues the revision that is shown. */
  get isInConflict(): boolean {
    return this.shown?.is_conflict ?? false;
  }

  /** The value of a member, as plain data. */
  said(member: string): unknown {
    return $state.snapshot(this.content[member]);
  }

  /** Calls `collect` before each time the draft is kept. Returns a function that collects once more and stops. */
  oncollect(collect: (content: Content) => void): () => void {
    this.#collectors.add(collect);
    return () => {
      collect(this.content);
      this.#collectors.delete(collect);
    };
  }

  /** Marks the record as changed, so that the draft is kept soon. */
  change(): void {
    this.#change += 1;
    if (this.status !== 'saving') this.status = 'typing';
    this.#later(KEEP_WITHIN);
  }

  /** Keeps the draft now, one call after another. False if that failed. */
  keep(): Promise<boolean> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    return this.#inOrder(() => this.#put());
  }

  /** Saves a revision. False if that failed: the draft still has everything. */
  save(dropsRefusals = false): Promise<boolean> {
    return this.#inOrder(() => this.#save(dropsRefusals));
  }

  /** Discards the draft and shows the last saved revision again. False if that failed. */
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
      const kept = await platform().draft.put(put);
      this.draft = kept.draft;
      this.keptAt = kept.updated_at;
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
      await this.#readBack(saved, this.#change !== change);
      changed();
      return true;
    } catch (thrown) {
      this.#fail(thrown);
      return false;
    }
  }

  /** Shows what was saved. It is saved also where it cannot be read back, and the next change is based on it. */
  async #readBack({ id, revision }: Saved, keepsTyping: boolean): Promise<void> {
    try {
      // Its own revision: in a conflict the first head may be another's.
      this.#take(await platform().record.showAt(id, revision), keepsTyping);
    } catch (thrown) {
      this.id = id;
      this.#base = revision;
      this.savedAt = new Date().toISOString();
      this.status = keepsTyping ? 'typing' : 'clean';
      this.failure = asFailure(thrown);
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

  /** `keepsTyping`: input that arrived during the save stays, on top of what was saved. */
  #take(shown: Shown, keepsTyping = false): void {
    this.shown = shown;
    this.savedAt = shown.saved_at;
    this.id = shown.id;
    this.#base = shown.base;
    this.status = keepsTyping ? 'typing' : 'clean';
    if (!keepsTyping) this.content = structuredClone(shown.record) as Content;
  }
}

/** The draft of a record, other than one that holds the choices of a conflict. */
async function draftOf(id: string): Promise<DraftView | null> {
  const drafts = await platform().draft.ofRecord(id);
  return drafts.find((draft) => !isResolutionDraft(draft.content)) ?? null;
}
