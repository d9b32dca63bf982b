import type { Content } from '../../draft';
import { isObject, type Spot } from '../spot';

export interface Row {
  at: number;
  /** The id of the element; its index where it has none, or one that occurs twice. */
  key: string;
}

/** A list of elements: add, move, remove and undo that. */
export class ElementList {
  removed = $state.raw<{ element: unknown; at: number } | null>(null);
  /** The key of the element that is expanded. */
  opened = $state<string | null>(null);
  /** The id that the element of an empty row gets once something is typed into it. */
  #next = $state(crypto.randomUUID() as string);

  constructor(
    readonly spot: () => Spot,
    readonly hasEmptyRow: () => boolean,
  ) {}

  get rows(): Row[] {
    const seen = new Set<string>();
    const rows = this.spot().list.map((element, at) => {
      const id = isObject(element) && typeof element['id'] === 'string' ? element['id'] : '';
      const key = id && !seen.has(id) ? id : `#${at}`;
      seen.add(key);
      return { at, key };
    });
    return rows.length === 0 && this.hasEmptyRow() ? [{ at: 0, key: this.#next }] : rows;
  }

  spotOf(row: Row): Spot {
    return this.spot().element(row.at, row.key);
  }

  add(element: Content = {}): void {
    const id = crypto.randomUUID();
    this.removed = null;
    this.spot().put([...this.spot().list, { id, ...element }]);
    this.opened = id;
  }

  remove(at: number): void {
    const { list } = this.spot();
    this.removed = { element: $state.snapshot(list[at]), at };
    this.opened = null;
    this.#next = crypto.randomUUID();
    this.spot().put(list.toSpliced(at, 1));
  }

  undo(): void {
    const { removed } = this;
    if (!removed) return;
    this.removed = null;
    this.spot().put(this.spot().list.toSpliced(removed.at, 0, removed.element));
  }

  move(at: number, by: number): void {
    const { list } = this.spot();
    const element = list[at];
    this.spot().put(list.toSpliced(at, 1).toSpliced(at + by, 0, element));
  }
}
