import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { findColour } from '../../lint/colour.ts';
import { slipway } from '../../lint/plugin.ts';
import { program, styles } from './sources.ts';
import type { Source } from './sources.ts';

/** Whatever the lint configuration lets through elsewhere: these folders know no outside at all. */
const strict: Linter.Config = {
  files: ['**/*.ts'],
  languageOptions: { parser: tseslint.parser },
  plugins: { slipway },
  rules: {
    'slipway/no-wall-clock': 'error',
    'no-restricted-globals': ['error', 'crypto', 'fetch', 'setTimeout', 'setInterval', 'document'],
  },
};

function messagesOf({ path, text }: Source): string[] {
  const messages = new Linter().verify(text, strict, path);
  return messages.map(({ line, message }) => `${path}:${line} ${message}`);
}

describe('shared code', () => {
  it('knows no clock, no randomness, no network and no timer', () => {
    const shared = program.filter(({ path }) => path.startsWith('shared/'));
    expect(shared.length).toBeGreaterThan(0);
    expect(shared.flatMap(messagesOf)).toEqual([]);
  });

  it('would be caught with a clock in it', () => {
    const text = 'export const at = Date.now(); export const id = crypto.randomUUID();';
    expect(messagesOf({ path: 'shared/rules/sample.ts', text, lines: 1 })).toHaveLength(2);
  });
});

describe('style sheets', () => {
  it('take every colour from the theme', () => {
    const own = styles.filter(({ path }) => !path.startsWith('renderer/app/theme/'));
    const colours = own.flatMap(({ path, text }) => {
      const colour = findColour(text);
      return colour === null ? [] : [`${path}: ${colour}`];
    });
    expect(colours).toEqual([]);
  });
});

const sqlWrite =
  /\b(insert\s+(or\s+\w+\s+)?into|replace\s+into|update\s+\S+\s+set|delete\s+from)\b/i;
const drizzleWrite =
  /\.(insert\([^)]*\)\s*\.values|update\([^)]*\)\s*\.set|delete\([^)]*\)\s*\.where)\(/;

/** Files beside electron/core/database that write rows themselves, each with its reason. */
const writers: Record<string, string> = {
  'electron/core/imported/store-rows.ts':
    'imports runs and deployments by the hundred thousand, journaled as one entry a batch',
  'electron/core/features/delivery/pipelines/take-back.ts':
    'puts what an import changed back, which are not journaled one by one; its batches are',
  'electron/core/features/delivery/connections/marks.ts':
    'what servers said of their pages and how far each feed was read: local to this copy',
  'electron/core/features/delivery/connections/state.ts':
    'keeps how far a connection has come on this device, which is no change of the workspace',
  'electron/core/features/workspace/comments/seen.ts':
    'keeps what a person has read on this device, which is no change of the workspace',
  'electron/core/features/workspace/workspace/demo/found-workspace.ts':
    'gives the demo’s connections an age and a last error, as a sync would have left them',
  'electron/core/features/workspace/workspace/demo/import-runs.ts':
    'gives the demo’s runs ids that are the same for the same date',
  'electron/core/features/workspace/workspace/demo/stage.ts':
    'takes the mark of the making device off the finished demo, so that whoever opens it starts a chain',
};

describe('rows', () => {
  it('are written by electron/core/database alone', () => {
    const found = program
      .filter(({ path }) => !path.startsWith('electron/core/database/') && !(path in writers))
      .filter(({ text }) => sqlWrite.test(text) || drizzleWrite.test(text))
      .map(({ path }) => path);
    expect(found).toEqual([]);
  });

  it('are still written by every file on the list', () => {
    const idle = Object.keys(writers).filter((path) => {
      const text = program.find((source) => source.path === path)?.text ?? '';
      return !sqlWrite.test(text) && !drizzleWrite.test(text);
    });
    expect(idle).toEqual([]);
  });
});
