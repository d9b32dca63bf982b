// Finds mistakes that types alone do not show. Layout is Prettier's: no rule here is about it.
import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default defineConfig(
    globalIgnores(['dist', 'dist-fake', 'src/bindings']),
    ts.configs.recommended,
    svelte.configs.recommended,
    {
        files: ['**/*.svelte', '**/*.svelte.ts'],
        languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
    },
    // Of the components, svelte-check has the types. Asked for here, each would be checked once more, which takes minutes.
    {
        files: ['src/**/*.ts'],
        extends: [ts.configs.recommendedTypeCheckedOnly],
        languageOptions: { parserOptions: { projectService: true, extraFileExtensions: ['.svelte'] } },
    },
    {
        files: ['src/**/*.svelte.ts'],
        // It takes every Set, Map and Date that is changed for state. These are made, filled and given away in one function.
        rules: { 'svelte/prefer-svelte-reactivity': 'off' },
    },
    {
        files: ['src/platform/fake/**', 'src/**/*.test.ts', 'src/**/testing.svelte.ts', 'src/test-*.ts'],
        rules: {
            // What stands for a command is async as the command is: what it throws is a rejection.
            '@typescript-eslint/require-await': 'off',
            // The matchers of vitest are `any`.
            '@typescript-eslint/no-unsafe-assignment': 'off',
        },
    },
);
