import { realpathSync } from 'node:fs';
import { svelteTesting } from '@testing-library/svelte/vite';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** The engine reads WOFF 2; the older copies that font packages name beside it would only make the program larger. */
const fontsInOneFormat: Plugin = {
  name: 'fonts-in-one-format',
  enforce: 'pre',
  transform: (code, id) =>
    id.endsWith('.css') ? code.replace(/,\s*url\([^)]*\.woff\)\s*format\(['"]woff['"]\)/g, '') : null,
};

// `vite --mode fake` shows the window in any browser over the in-memory fake of the platform, to look
// at screens while writing them. What is shipped never carries the fake (src/main.ts).
export default defineConfig(({ mode }) => ({
  plugins: [fontsInOneFormat, svelte(), svelteTesting()],
  clearScreen: false,
  // The packages may lie elsewhere, behind a link (scripts/setup).
  server: { port: 1420, strictPort: true, fs: { allow: ['..', realpathSync('node_modules')] } },
  build: {
    target: 'safari17',
    outDir: mode === 'fake' ? 'dist-fake' : 'dist',
    emptyOutDir: true,
    sourcemap: false,
    // Inlined files would need `data:` in the content security policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2_000,
    rolldownOptions: { checks: { pluginTimings: false } },
    modulePreload: { polyfill: false },
  },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.ts'],
    setupFiles: ['src/test-setup.ts'],
    css: false,
    // A person's journey takes seconds on a machine that does other work besides.
    testTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } },
  },
}));
