import { BlockType, type EditorView } from '@codemirror/view';
import { paragraphAt, paragraphsIn, spanOf, type Column, type Span } from './column';
import type { FacingColumns } from './facing';
import type { Side } from './narrative';
import { gapsIn, setGaps, type Gap } from './spacers';
import { columnIn } from './state';

/** `facing`: side by side. `stacked`: each translation under its original, where there is no space beside it. */
export type Layout = 'facing' | 'stacked';

/** As level as can be seen: a layout engine counts in 64ths of a pixel. */
const CLOSE = 0.05;

/**
 * Keeps the paragraphs of both columns level.
 *
 * Each paragraph gets the space that its counterpart needs more, so that all of them begin at the same height; only
 * those that are drawn are measured while typing. A column in which a syllable is being composed is left alone until
 * it is done.
 */
export class Level {
  layout: Layout = 'facing';
  #frame = 0;
  #isWhole = true;
  readonly #columns: FacingColumns;

  constructor(
    columns: FacingColumns,
    /** Called when everything stands where it should. */
    readonly onlevel: () => void,
  ) {
    this.#columns = columns;
  }

  /** Levels before the next picture is shown. `whole`: also what is not drawn. */
  soon(whole = false): void {
    this.#isWhole ||= whole;
    this.#frame ||= requestAnimationFrame(() => this.now());
  }

  now(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    const { views } = this.#columns;
    // Brings what they know of their heights up to date.
    for (const view of views) view.elementAtHeight(0);
    const columns = views.map((view) => columnIn(view.state)) as [Column, Column];
    const [first, last] = this.#isWhole ? [0, paragraphsIn(columns[0]) - 1] : drawn(views, columns);
    this.#isWhole = false;
    const spans: [Span[], Span[]] = [[], []];
    const gaps: [Gap[], Gap[]] = [[], []];
    if (first > 0) this.#makeUp(columns, first, spans, gaps);
    for (let at = first; at <= last; at++) {
      const heights = ([0, 1] as const).map((side) => {
        const span = spanOf(columns[side], at);
        spans[side].push(span);
        return heightOf(views[side], span);
      }) as [number, number];
      gaps[0].push(this.#gap(0, heights));
      gaps[1].push(this.#gap(1, heights));
    }
    for (const side of [0, 1] as const) give(views[side], spans[side], gaps[side]);
    this.onlevel();
  }

  destroy(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = -1;
  }

  /**
   * What stands above the drawn paragraphs is only estimated, by each column for itself. The one that comes out
   * shorter gets the difference, just above them.
   */
  #makeUp(
    columns: readonly [Column, Column],
    first: number,
    spans: readonly [Span[], Span[]],
    gaps: readonly [Gap[], Gap[]],
  ): void {
    const { views } = this.#columns;
    const top = (side: Side) => views[side].lineBlockAt(spanOf(columns[side], first).from).top;
    const estimated = top(0) - top(1);
    const drift = Math.abs(estimated) < CLOSE ? seenDrift(views, columns) : estimated;
    if (Math.abs(drift) < CLOSE) return;
    const before = ([0, 1] as const).map((side) => {
      const span = spanOf(columns[side], first - 1);
      spans[side].push(span);
      const now = gapsIn(views[side].state, span.from, span.to);
      return { above: now.get(`-1:${span.from}`) ?? 0, below: now.get(`1:${span.to}`) ?? 0 };
    }) as [Gap, Gap];
    const below = [before[0].below + Math.max(0, -drift), before[1].below + Math.max(0, drift)] as const;
    const common = Math.min(...below);
    for (const side of [0, 1] as const)
      gaps[side].push({ above: before[side].above, below: below[side] - common });
  }

  #gap(side: Side, heights: readonly [number, number]): Gap {
    if (this.layout === 'facing') return { above: 0, below: Math.max(...heights) - heights[side] };
    return side === 0 ? { above: 0, below: heights[1] } : { above: heights[0], below: 0 };
  }
}

/** Whether a syllable is being composed in it. */
export function isComposing(view: EditorView): boolean {
  return view.composing || view.compositionStarted;
}

function give(view: EditorView, spans: readonly Span[], gaps: readonly Gap[]): void {
  const from = spans[0]?.from ?? 0;
  const to = spans.at(-1)?.to ?? 0;
  if (isComposing(view)) return;
  const now = gapsIn(view.state, from, to);
  const of = spans.map((span, at) => ({ ...span, gap: gaps[at] ?? { above: 0, below: 0 } }));
  const wanted = new Map(
    of.flatMap(({ from, to, gap }) => [
      [`-1:${from}`, gap.above],
      [`1:${to}`, gap.below],
    ]),
  );
  const keys = new Set([...now.keys(), ...wanted.keys()]);
  const isLevel = [...keys].every((key) => Math.abs((now.get(key) ?? 0) - (wanted.get(key) ?? 0)) < CLOSE);
  if (!isLevel) view.dispatch({ effects: setGaps.of({ from, to, of }) });
}

/** The paragraphs that are drawn in either column. */
function drawn(
  views: readonly [EditorView, EditorView],
  columns: readonly [Column, Column],
): [number, number] {
  const at = (side: Side, end: 'from' | 'to') => paragraphAt(columns[side], views[side].viewport[end]);
  return [Math.min(at(0, 'from'), at(1, 'from')), Math.max(at(0, 'to'), at(1, 'to'))];
}

/** How far apart a paragraph stands on the screen that both columns have drawn. */
function seenDrift(views: readonly [EditorView, EditorView], columns: readonly [Column, Column]): number {
  const at = (side: Side) => paragraphAt(columns[side], views[side].viewport.from);
  const paragraph = Math.max(at(0), at(1)) + 1;
  const tops = ([0, 1] as const).map((side) => {
    if (paragraph >= paragraphsIn(columns[side])) return null;
    const { from } = spanOf(columns[side], paragraph);
    const above = gapsIn(views[side].state, from, from).get(`-1:${from}`) ?? 0;
    const { node } = views[side].domAtPos(from);
    const line = (node instanceof Element ? node : node.parentElement)?.closest('.cm-line');
    return line ? line.getBoundingClientRect().top - above : null;
  });
  const [original, translation] = tops;
  return original == null || translation == null ? 0 : original - translation;
}

/** The height of a paragraph without the space that it was given. */
function heightOf(view: EditorView, { from, to }: Span): number {
  let height = 0;
  for (let at = from; at <= to;) {
    const block = view.lineBlockAt(at);
    const parts = typeof block.type === 'number' ? [block] : block.type;
    for (const part of parts) if (part.type === BlockType.Text) height += part.height;
    at = block.to + 1;
  }
  return height;
}
