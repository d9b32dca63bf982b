import { paragraphAt, spanOf } from './column';
import type { FacingColumns } from './facing';
import { isComposing } from './level';
import { prompt, setPrompt } from './marks';
import { columnIn } from './state';

/** Says in the empty counterpart of the current paragraph what could be written there; never where the caret is. */
export function showPrompt({ views, active }: FacingColumns, texts: readonly [string, string]): void {
  const { state } = views[active];
  const paragraph = paragraphAt(columnIn(state), state.selection.main.head);
  for (const side of [0, 1] as const) {
    const view = views[side];
    if (isComposing(view)) continue;
    const { from, to } = spanOf(columnIn(view.state), paragraph);
    const wanted = from === to && !view.hasFocus && !view.state.readOnly ? from : null;
    const now = view.state.field(prompt).iter();
    const text = texts[side];
    const isThere = (now.value?.spec as { attributes?: Record<string, string> } | undefined)?.attributes;
    if (wanted === (now.value ? now.from : null) && (wanted === null || isThere?.['data-prompt'] === text))
      continue;
    view.dispatch({ effects: setPrompt.of(wanted === null ? null : { at: wanted, text }) });
  }
}
