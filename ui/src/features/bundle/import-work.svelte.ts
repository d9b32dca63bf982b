import type { BundlesImported } from '../../bindings/api/BundlesImported';
import type { ImportLine } from '../../bindings/api/ImportLine';
import type { ImportUndone } from '../../bindings/api/ImportUndone';
import { asFailure, platform, type Failure, type Grant } from '../../platform';
import { changed } from '../../state/changes.svelte';
import { Work } from '../../state/work.svelte';
import { PendingImport } from './pending-import.svelte';
import { BUNDLE } from './file-endings';

/** Earlier imports that are shown. */
const SHOWN = 10;

/** Importing bundles: preview, import, undo. */
export class ImportWork {
  readonly pending = new PendingImport();
  readonly work = new Work();
  doing = $state<'look' | 'import' | 'undo'>('look');
  imported = $state.raw<BundlesImported | null>(null);
  undone = $state.raw<ImportUndone | null>(null);
  earlier = $state.raw<ImportLine[]>([]);
  /** Why the earlier ones could not be read. */
  earlierFailure = $state.raw<Failure | null>(null);

  async load(): Promise<void> {
    this.doing = 'look';
    this.undone = null;
    await this.work.run((watch) => this.pending.load(watch));
  }

  async choose(): Promise<void> {
    await this.#add(platform().choose.files([BUNDLE]));
  }

  /** Adds a file of the exchange folder. */
  async pick(name: string): Promise<void> {
    await this.#add(platform().folder.pick([name]));
  }

  async #add(chosen: Promise<Grant[]>): Promise<void> {
    const files = await this.work.ask(chosen);
    if (!files || files.length === 0) return;
    this.pending.add(files);
    await this.load();
  }

  /** Removes a file. The others are previewed again, because they may have been read after it. */
  async remove(file: Grant): Promise<void> {
    this.pending.remove(file);
    await this.load();
  }

  async run(): Promise<void> {
    const { pending, work } = this;
    if (!pending.isReady || work.isRunning) return;
    this.doing = 'import';
    const files = pending.files.map(({ file }) => file);
    const passphrase = pending.passphrase === '' ? null : pending.passphrase;
    const { bundle } = platform();
    const only = pending.selection?.only ?? null;
    const accept = { ...pending.accept };
    // The user confirmed what was shown: a file that was replaced since is refused.
    const expected = pending.files.flatMap(({ preview }) => preview?.token ?? []);
    const choice = { only, expected, accept };
    const done = await work.run((watch) => bundle.import(files, passphrase, choice, watch));
    // Even a failed import may have begun another log.
    changed();
    if (!done) return;
    this.imported = done;
    pending.empty();
  }

  /** Undoes an import, as long as nothing was built on it. */
  async undo(id: string): Promise<void> {
    if (this.work.isRunning) return;
    this.doing = 'undo';
    const done = await this.work.run((watch) => platform().bundle.undo(id, watch));
    changed();
    if (!done) return;
    this.imported = null;
    this.undone = done;
  }

  async readEarlier(): Promise<void> {
    try {
      this.earlier = (await platform().bundle.imports(SHOWN)).imports;
      this.earlierFailure = null;
    } catch (thrown) {
      this.earlierFailure = asFailure(thrown);
    }
  }
}
