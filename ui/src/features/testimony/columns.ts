import { Compartment, EditorState, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { FacingColumns } from './facing';
import { showFound } from './found';
import { keys } from './keys';
import { isComposing } from './level';
import { numbers, prompt, softLines } from './marks';
import type { Side } from './narrative';
import { promptKeys } from './prompt-keys';
import { spacers } from './spacers';

const PARTS = ['record-original', 'record-translation'] as const;
const manner = new Compartment();

/** How a column can be used, and what it is called. */
export interface Manner {
  isReadOnly: boolean;
  label: string;
  /** The id of what explains the keys. */
  describedBy: string;
  lang: string | undefined;
}

function mannerOf({ isReadOnly, label, describedBy, lang }: Manner, side: Side): Extension {
  return [
    EditorState.readOnly.of(isReadOnly),
    EditorView.editable.of(!isReadOnly),
    EditorView.contentAttributes.of({
      'aria-label': label,
      'aria-describedby': describedBy,
      'data-part': PARTS[side],
      ...(lang && { lang }),
      ...(isReadOnly && { tabindex: '0', 'aria-readonly': 'true' }),
    }),
  ];
}

/** Everything that one column is made of. */
export function columnExtensions(
  side: Side,
  columns: FacingColumns,
  first: Manner,
  on: { leave: () => void; update: (side: Side, isFocus: boolean) => void },
): Extension {
  return [
    promptKeys(),
    keys(side, columns, on.leave),
    manner.of(mannerOf(first, side)),
    EditorView.lineWrapping,
    EditorView.clipboardInputFilter.of((text) => text.replace(/\r\n?/g, '\n')),
    side === 0 ? numbers : [],
    softLines,
    showFound,
    spacers,
    prompt,
    EditorView.updateListener.of((update) => {
      if (update.docChanged || update.selectionSet || update.focusChanged || update.geometryChanged)
        on.update(side, update.focusChanged);
    }),
    EditorView.domEventObservers({ compositionend: () => void setTimeout(() => on.update(side, false)) }),
  ];
}

/** Changes how the columns can be used. A column in which a syllable is being composed is left as it is. */
export function setManner(columns: FacingColumns, manners: readonly [Manner, Manner]): void {
  for (const side of [0, 1] as const) {
    const view = columns.views[side];
    if (!isComposing(view)) view.dispatch({ effects: manner.reconfigure(mannerOf(manners[side], side)) });
  }
}
