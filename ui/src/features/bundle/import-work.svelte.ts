import type { BundlesImported } from '../../bindings/api/BundlesImported';
import type { ImportLine } from '../../bindings/api/ImportLine';
import type { ImportUndone } from '../../bindings/api/ImportUndone';
import { asFailure, platform, type Failure, type Grant } from '../../platform';
import { changed } from '../../state/changes.svelte';
import { Work } from '../../state/work.svelte';
import { ImportBasket } from './import-basket.svelte';
import { BUNDLE } from './offered';

/** Earlier imports that are shown. */
const SHOWN = 10;

/** Taking bundles in: looked at, taken, taken back. */
export class ImportWork {
  readonly basket = new ImportBasket();
  readonly work = new Work();
  doing = $state<'look' | 'import' | 'undo'>('look');
  imported = $state.raw<BundlesImported | null>(null);
  undone = $state.raw<ImportUndone | null>(null);
  earlier = $state.raw<ImportLine[]>([]);
  /** Why the earlier ones could not be read. */
  earlierFailure = $state.raw<Failure | null>(null);

  async look(): Promise<void> {
    this.doing = 'look';
    this.undone = null;
    await this.work.run((watch) => this.basket.look(watch));
  }

  async choose(): Promise<void> {
    await this.#add(platform().choose.files([BUNDLE]));
  }

  /** Takes up a file that lies in the exchange folder. */
  async pick(name: string): Promise<void> {
    await this.#add(platform().folder.pick([name]));
  }

  async #add(chosen: Promise<Grant[]>): Promise<void> {
    const files = await this.work.ask(chosen);
    if (!files || files.length === 0) return;
    this.basket.add(files);
    await this.look();
  }

  /** Leaves a file out; the others are checked again, because they may have been read behind it. */
  async remove(file: Grant): Promise<void> {
    this.basket.remove(file);
    await this.look();
  }

  async take(): Promise<void> {
    const { basket, work } = this;
    if (!basket.isReady || work.isRunning) return;
    this.doing = 'import';
    const files = basket.files.map(({ file }) => file);
    const passphrase = basket.passphrase === '' ? null : basket.passphrase;
    const { bundle } = platform();
    const only = basket.taking?.only ?? null;
    const accept = { ...basket.accept };
    // What was agreed to is what was shown: a file that is exchanged meanwhile is refused.
    const expected = basket.files.flatMap(({ look }) => look?.token ?? []);
    const choice = { only, expected, accept };
    const done = await work.run((watch) => bundle.import(files, passphrase, choice, watch));
    // Even a failed import may have begun another log.
    changed();
    if (!done) return;
    this.imported = done;
    basket.empty();
  }

  /** Takes an import back, as long as nothing was built on it. */
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
