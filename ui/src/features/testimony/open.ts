import type { RecordDraft } from '../draft';
import type { FoundMarks } from '../search';
import { columnExtensions, setManner, type Manner } from './columns';
import { spanOf, paragraphAt } from './column';
import { FacingColumns } from './facing';
import { markableColumns } from './found';
import { Level } from './level';
import { readNarrative, writeNarrative } from './narrative';
import { showPrompt } from './prompting';
import { columnIn } from './state';

/** Narrower than this, each translation stands under its original: pixels. */
const WIDTH_FOR_TWO = 560;

interface Elements {
  editor: HTMLElement;
  original: HTMLElement;
  translation: HTMLElement;
  /** Marks the current paragraph, behind both columns. */
  current: HTMLElement;
}
interface Words {
  manners: readonly [Manner, Manner];
  prompts: readonly [string, string];
}
export interface OpenColumns {
  /** Takes over how the columns can be used and what they say. */
  settle(words: Words): void;
  close(): void;
}

/** Opens the narrative of a record in two columns, and brings what is written there back into it. */
export function openColumns(
  record: RecordDraft,
  { editor, original, translation, current }: Elements,
  first: Words,
  leave: () => void,
  marks: FoundMarks | null,
): OpenColumns {
  let words = first;
  let isWritten = true;
  const columns = new FacingColumns(
    readNarrative(record.said('narrative')),
    [original, translation],
    (side, columns) =>
      columnExtensions(side, columns, first.manners[side], { leave, update: () => onupdate() }),
    () => {
      isWritten = false;
      record.change();
      marks?.changed();
    },
  );
  const level = new Level(columns, () => markCurrent(columns, editor, current));
  let paragraphs = columns.narrative.pairs.length;
  let isPrompting = false;
  function onupdate() {
    const now = columns.narrative.pairs.length;
    level.soon(Math.abs(now - paragraphs) > 1);
    paragraphs = now;
    if (isPrompting) return;
    isPrompting = true;
    // Not while the editor is in the middle of an update.
    queueMicrotask(() => {
      isPrompting = false;
      showPrompt(columns, words.prompts);
    });
  }
  const endCollecting = record.oncollect((content) => {
    if (isWritten) return;
    isWritten = true;
    content['narrative'] = writeNarrative(columns.narrative);
  });
  const endWatching = watchWidth(editor, (width) => {
    level.layout = width < WIDTH_FOR_TWO ? 'stacked' : 'facing';
    editor.classList.toggle('stacked', level.layout === 'stacked');
    level.soon(true);
  });
  const endMarking = marks?.join(markableColumns(columns), 0);
  void document.fonts?.ready.then(() => level.soon(true));
  editor.addEventListener('wheel', oneScroller, { capture: true, passive: true });
  function oneScroller(event: Event) {
    // Both columns would keep the text from jumping, each by as much as it needs.
    if (columns.views.some((view) => view.hasFocus)) event.stopPropagation();
  }
  // Writing is first: in a new testimony the caret is in the text.
  if (!record.id && !record.isReadOnly) columns.views[0].focus();
  return {
    settle(next) {
      if (next === words) return;
      words = next;
      setManner(columns, words.manners);
      showPrompt(columns, words.prompts);
    },
    close() {
      endMarking?.();
      endCollecting();
      endWatching();
      level.destroy();
      columns.destroy();
    },
  };
}

/** Puts the mark behind the paragraph that the caret is in, or was in last. */
function markCurrent(columns: FacingColumns, editor: HTMLElement, mark: HTMLElement): void {
  const top = editor.getBoundingClientRect().top;
  const { state } = columns.views[columns.active];
  const paragraph = paragraphAt(columnIn(state), state.selection.main.head);
  const { from, to } = spanOf(columnIn(columns.views[0].state), paragraph);
  const view = columns.views[0];
  const begin = view.documentTop - top + view.lineBlockAt(from).top;
  mark.style.top = `${begin}px`;
  mark.style.height = `${view.documentTop - top + view.lineBlockAt(to).bottom - begin}px`;
}

function watchWidth(element: HTMLElement, onwidth: (width: number) => void): () => void {
  if (typeof ResizeObserver === 'undefined') return () => undefined;
  let last = 0;
  const observer = new ResizeObserver(() => {
    const width = element.clientWidth;
    if (width === last) return;
    last = width;
    onwidth(width);
  });
  observer.observe(element);
  return () => observer.disconnect();
}
