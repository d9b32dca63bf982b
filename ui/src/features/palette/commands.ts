import { textIn } from '../../i18n/language.svelte';
import type { Language } from '../../platform';
import { canGoBack, back, place, show } from '../../state/place.svelte';
import { changeSettings } from '../../state/settings.svelte';
import { actions, isAllowed, type Action } from '../navigation';
import { bestMatch } from './match';

const LANGUAGES: Language[] = ['en', 'ko'];

/** What only the palette offers, besides what can be done from anywhere. */
function here(): Action[] {
  const now = place();
  const panel = now.at === 'workspace' ? now.panel : null;
  const offered: Action[] = [];
  if (panel?.name === 'record' && panel.id) {
    const { id, kind } = panel;
    offered.push({
      id: 'history',
      part: 'palette-history',
      run: () => void show({ name: 'history', id, kind }),
    });
  }
  if (canGoBack()) offered.push({ id: 'back', part: 'palette-back', keys: 'Alt+←', run: () => void back() });
  return offered;
}

function languages(): Action[] {
  return LANGUAGES.map((language) => ({
    id: `language-${language}`,
    part: `palette-language-${language}`,
    run: () => {
      // What was not kept is asked again with the next start; the window speaks the language already.
      changeSettings({ language }).catch(() => undefined);
    },
  }));
}

/** The names of an action, in every language: it is found by any of them, whatever the window speaks. */
function namesOf(one: Action): string[] {
  return LANGUAGES.flatMap((language) =>
    [textIn(language, `nav-${one.id}`, {}), textIn(language, `nav-${one.id}.also`, {})].filter(
      (name) => name !== undefined,
    ),
  );
}

/** The actions that what was typed names, best first; all where nothing was typed. */
export function commandsFor(typed: string): Action[] {
  const all = [...here(), ...actions(), ...languages()].filter(isAllowed);
  if (typed.trim() === '') return all;
  return all
    .map((one) => ({ one, score: bestMatch(typed, namesOf(one)) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ one }) => one);
}
