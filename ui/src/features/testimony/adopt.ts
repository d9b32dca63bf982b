import { StyleModule } from 'style-mod';

const SHEETS = Symbol('adopted');

/**
 * Lets the editor's styles into the page.
 *
 * They would go into a `<style>` element, which the content security policy refuses. Inside a shadow root they are
 * constructed sheets, which it allows; one such set, made in a root that nobody sees, is given to the document.
 */
export function adoptStyles(document: Document & { [SHEETS]?: true }): void {
  if (document[SHEETS] || !('adoptedStyleSheets' in document)) return;
  document[SHEETS] = true;
  const root = document.createElement('div').attachShadow({ mode: 'closed' });
  StyleModule.mount(root, []);
  for (const key of Object.getOwnPropertySymbols(root))
    Object.defineProperty(document, key, { value: (root as unknown as Record<symbol, unknown>)[key] });
}
