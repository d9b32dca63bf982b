import { configure } from '@testing-library/svelte';
import { afterEach, beforeEach } from 'vitest';
import { setLanguage } from './i18n';
import { providePlatform } from './platform';
import { makeTwin } from './platform/twin';
import { PretendedSizes } from './test-sizes';

globalThis.ResizeObserver ??= PretendedSizes;

configure({ asyncUtilTimeout: 10_000 });

// Each test has a machine of its own, in memory.
beforeEach(() => {
  providePlatform(makeTwin());
  setLanguage('en');
});
afterEach(() => {
  document.body.replaceChildren();
});
