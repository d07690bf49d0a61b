import type { Linter } from 'eslint';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { slipway } from './plugin.ts';

/** Entry files: here the clock, ids, settings and log are made that all other code is given. */
const wiring = [
  'electron/*/main.ts',
  'electron/desktop/core-process.ts',
  'renderer/main.tsx',
  'renderer/gallery/main.tsx',
];

const sources = ['shared/**/*.ts', 'electron/**/*.ts', 'renderer/**/*.{ts,tsx}'];
const tooling = ['scripts/**/*.ts', 'lint/**/*.ts', 'test/**/*.{ts,tsx}'];
const typed = [...sources, ...tooling];

const typescript: Linter.Config[] = [
  ...tseslint.configs.recommendedTypeChecked.map((part) => ({ ...part, files: typed })),
  {
    files: typed,
    languageOptions: { parserOptions: { projectService: true } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-floating-promises': 'error',
      // The type checker says it already, and knows about type-only uses.
      '@typescript-eslint/no-unused-vars': 'off',
      // A function may be asynchronous because its interface is.
      '@typescript-eslint/require-await': 'off',
      // The types of this code name no this; methods of classes are few and called on their object.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/prefer-promise-reject-errors': ['error', { allowThrowingAny: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      eqeqeq: 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' },
      ],
    },
  },
];

const own: Linter.Config[] = [
  {
    files: typed,
    plugins: { slipway },
    rules: {
      'slipway/layer-imports': 'error',
      'slipway/no-default-export': 'error',
      'slipway/no-vague-names': 'error',
      'slipway/file-length': ['error', { max: 400 }],
      'slipway/transaction-sync': 'error',
    },
  },
  {
    files: ['test/**'],
    rules: {
      'slipway/file-length': ['error', { max: 600 }],
      // What expect.stringContaining and JSON.parse give is any, and stays in the test.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  { files: sources, ignores: wiring, rules: { 'slipway/no-wall-clock': 'error' } },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    ignores: ['renderer/app/theme/**'],
    rules: { 'slipway/no-hex-outside-theme': 'error' },
  },
  {
    // Declarations of others' modules, and classes that a test runner loads by file.
    files: ['**/*.d.ts', 'scripts/test/*-reporter.ts'],
    rules: { 'slipway/no-default-export': 'off' },
  },
];

const react: Linter.Config[] = [
  {
    files: ['renderer/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': { rules: reactHooks.rules } },
    // The other rules of the plug-in compile every component, which costs as much as all the rest.
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
];

/** What `npm run check` lints, and by which rules. */
export const config: Linter.Config[] = [
  { ignores: ['dist/', 'release/', 'node_modules/', 'test-results/', '.cache/', 'test/fixtures/'] },
  ...typescript,
  ...react,
  ...own,
];
