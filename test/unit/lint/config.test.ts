import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../../scripts/root.ts';

/** With types of one small file: those of the whole repository take longer than all rules. */
const typed = new ESLint({
  cwd: root,
  overrideConfig: {
    languageOptions: {
      parserOptions: {
        projectService: false,
        project: 'test/unit/lint/tsconfig.sample.json',
        tsconfigRootDir: root,
        // On a build server the parser would read each file once, and never the texts given here.
        disallowAutomaticSingleRunInference: true,
      },
    },
  },
});

/** Without types, and without the rules that need them. */
const untyped = new ESLint({ cwd: root, overrideConfig: tseslint.configs.disableTypeChecked });

/** Rules that speak up when a file of the repository holds this text instead of its own. */
async function rulesFor(eslint: ESLint, filePath: string, text: string) {
  const results = await eslint.lintText(text, { filePath });
  return results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId)).toSorted();
}

const model = 'shared/model/refusal.ts';

// The first file pays for the types of the libraries.
beforeAll(() => rulesFor(typed, model, ''));

describe('the lint configuration', () => {
  it.each([
    ['any', 'export const a: any = 1;', '@typescript-eslint/no-explicit-any'],
    [
      'a type assertion',
      "export const a = 'x' as string;",
      '@typescript-eslint/consistent-type-assertions',
    ],
    [
      'a non-null assertion',
      'export const f = (a?: string) => a!;',
      '@typescript-eslint/no-non-null-assertion',
    ],
    [
      'an interface',
      'export interface A { b: string }',
      '@typescript-eslint/consistent-type-definitions',
    ],
    [
      'a promise nobody waits for',
      'export function f(p: Promise<void>) { p; p.catch; void 0; f2(); }\nasync function f2() {}',
      '@typescript-eslint/no-floating-promises',
    ],
    [
      'a switch that forgets a case',
      "export function f(a: 'x' | 'y') { switch (a) { case 'x': return 1; } return 2; }",
      '@typescript-eslint/switch-exhaustiveness-check',
    ],
    ['an enum', 'export enum A { B }', 'no-restricted-syntax'],
    ['a loose comparison', 'export const f = (a: number) => a == 1;', 'eqeqeq'],
    ['a default export', 'export default 1;', 'slipway/no-default-export'],
    ['the wall clock', 'export const at = Date.now();', 'slipway/no-wall-clock'],
    ['an import outside the table', "export { join } from 'node:path';", 'slipway/layer-imports'],
    ['401 lines', 'export {};\n'.repeat(401), 'slipway/file-length'],
    [
      'an asynchronous transaction',
      'declare function transact(f: () => unknown): void; transact(async () => 1);',
      'slipway/transaction-sync',
    ],
  ])('refuses %s', async (_, text, rule) => {
    expect(await rulesFor(typed, model, text)).toContain(rule);
  });

  it('lets an entry file read the clock', async () => {
    const text = 'export const at = Date.now();';
    expect(await rulesFor(untyped, 'electron/browser/main.ts', text)).toEqual([]);
  });

  it('lets as const stand', async () => {
    expect(await rulesFor(typed, model, "export const a = ['x'] as const;")).toEqual([]);
  });

  it('refuses a colour of its own and a broken hook in a screen', async () => {
    const text = `
      import { useState } from 'react';
      export function Screen({ on }: { on: boolean }) {
        if (on) useState(1);
        return <p style={{ color: '#123456' }} />;
      }`;
    expect(await rulesFor(untyped, 'renderer/components/Kbd.tsx', text)).toEqual([
      'react-hooks/rules-of-hooks',
      'slipway/no-hex-outside-theme',
    ]);
  });

  it('lets the theme name colours', async () => {
    const text = "export const ink = '#123456';";
    expect(await rulesFor(untyped, 'renderer/app/theme/tokens.ts', text)).toEqual([]);
  });
});
