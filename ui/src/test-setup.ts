import { configure } from '@testing-library/svelte';
import { afterEach, beforeEach } from 'vitest';
import { setLanguage } from './i18n';
import { providePlatform } from './platform';
import { makeFake } from './platform/fake';
import { stopFocusing } from './state/focus';
import { PretendedSizes } from './test-sizes';

globalThis.ResizeObserver ??= PretendedSizes;

configure({ asyncUtilTimeout: 10_000 });

// Each test has a machine of its own, in memory.
beforeEach(() => {
  providePlatform(makeFake());
  setLanguage('en');
});
afterEach(() => {
  stopFocusing();
  document.body.replaceChildren();
});
