import { describe, expect, it } from 'vitest';
import { importProblem } from '../../../lint/import-problem.ts';
import { layerImports } from '../../../lint/rules/layer-imports.ts';
import { ruleTester } from './rule-tester.ts';

const feature = 'electron/core/features/governance/gates/list.ts';

const allowed: [from: string, specifier: string][] = [
  ['shared/model/governance/gates.ts', 'zod'],
  ['shared/model/governance/gates.ts', '../planning/releases.ts'],
  ['shared/contract/planning/releases.ts', '#shared/model/governance/gates.ts'],
  ['shared/contract/planning/releases.ts', '../governance/gates.ts'],
  ['shared/rules/planning/calendar.ts', 'temporal-polyfill'],
  ['electron/core/router.ts', 'node:fs'],
  ['electron/core/app.ts', './features/governance/gates/index.ts'],
  ['electron/core/database/open.ts', 'better-sqlite3'],
  [feature, './index.ts'],
  [feature, '#core/database/journal.ts'],
  [feature, '#core/platform.ts'],
  [feature, '../../planning/releases/index.ts'],
  [feature, '../risks/index.ts'],
  [feature, '../../delivery/index.ts'],
  ['electron/core/features/delivery/index.ts', './pipelines/read-runs.ts'],
  ['electron/core/features/index.ts', './delivery/pipelines/handlers.ts'],
  ['electron/core/features/delivery/pipelines/sync.ts', '#core/sync/entry.ts'],
  ['electron/desktop/main.ts', 'electron'],
  ['electron/desktop/main.ts', '#core/app.ts'],
  ['electron/browser/server.ts', 'ws'],
  ['electron/cli/main.ts', '../browser/serve.ts'],
  ['renderer/main.tsx', '@mui/material/styles'],
  ['renderer/app/routes/routes.tsx', '../../features/planning/releases/ReleasesPage.tsx'],
  ['renderer/features/planning/releases/Page.tsx', '../../../components/Status.tsx'],
  ['renderer/features/planning/releases/Page.tsx', '../../governance/gates/index.ts'],
  ['renderer/main.tsx', '@fontsource-variable/inter/index.css?inline'],
  ['test/unit/x.test.ts', 'fast-check'],
];

const refused: [from: string, specifier: string, why: string][] = [
  ['shared/model/gates.ts', 'react', 'may not import the package react'],
  ['shared/model/gates.ts', 'never-heard-of-it', 'package never-heard-of-it'],
  ['shared/rules/planning/releases.ts', '../governance/gates.ts', 'areas import those before'],
  ['shared/model/gates.ts', '#shared/contract/index.ts', 'may not import shared/contract/index.ts'],
  ['shared/rules/planning/calendar.ts', 'zod', 'may not import the package zod'],
  ['shared/rules/planning/calendar.ts', 'node:crypto', 'runs without Node'],
  ['shared/rules/planning/calendar.ts', 'fs', 'runs without Node'],
  ['shared/rules/planning/a.ts', '#core/platform.ts', 'may not import electron/core/platform.ts'],
  ['electron/core/router.ts', 'electron', 'may not import the package electron'],
  ['electron/core/router.ts', 'react', 'may not import the package react'],
  ['electron/core/router.ts', '../browser/server.ts', 'may not import electron/browser/server.ts'],
  ['electron/core/database/open.ts', '../features/planning/releases/index.ts', 'may not import'],
  ['electron/core/sync/http/fetch.ts', '../../database/open.ts', 'may not import'],
  [feature, '../../planning/releases/create.ts', 'through its index.ts only'],
  [feature, '../../learning/lessons/index.ts', 'areas import those before'],
  [feature, '#core/sync/entry.ts', 'may not import electron/core/sync/entry.ts'],
  ['electron/desktop/window.ts', '#core/database/open.ts', 'may not import'],
  ['electron/desktop/preload.ts', 'node:fs', 'runs without Node'],
  ['electron/desktop/preload.ts', '#shared/contract/procedure.ts', 'use import type'],
  ['electron/desktop/main.ts', './preload.ts', 'may not import electron/desktop/preload.ts'],
  ['electron/browser/server.ts', 'electron', 'may not import the package electron'],
  ['renderer/main.tsx', '#core/app.ts', 'may not import electron/core/app.ts'],
  ['renderer/main.tsx', 'node:path', 'runs without Node'],
  ['renderer/main.tsx', 'electron', 'may not import the package electron'],
  [
    'renderer/features/planning/releases/Page.tsx',
    '../../governance/gates/GateRow.tsx',
    'through its index.ts only',
  ],
  ['renderer/components/Status.tsx', '../features/a/b/C.tsx', 'may not import renderer/features'],
  ['renderer/components/Status.tsx', '../api/client.ts', 'may not import renderer/api'],
  ['attic/old.ts', 'zod', 'is in no layer'],
];

describe('the table of layers', () => {
  it.each(allowed)('lets %s import %s', (from, specifier) => {
    expect(importProblem(from, specifier, false)).toBeNull();
  });

  it.each(refused)('refuses %s the import of %s', (from, specifier, why) => {
    expect(importProblem(from, specifier, false)).toContain(why);
  });

  it('gives the preload the types of the contract', () => {
    const problem = importProblem(
      'electron/desktop/preload.ts',
      '#shared/contract/procedure.ts',
      true,
    );
    expect(problem).toBeNull();
  });
});

const filename = 'electron/desktop/preload.ts';
const types = "from '#shared/contract/procedure.ts'";

ruleTester.run('layer-imports', layerImports, {
  valid: [
    { filename, code: `import type { Envelope } ${types}` },
    { filename, code: `export type { Envelope } ${types}` },
    { filename, code: "type E = import('#shared/contract/procedure.ts').Envelope" },
    { filename, code: "import { ipcRenderer } from 'electron'" },
    { filename, code: 'export const a = 1' },
  ],
  invalid: [
    `import { query } ${types}`,
    `export { query } ${types}`,
    `export * ${types}`,
    "await import('node:fs')",
    "require('node:fs')",
    "type S = import('node:fs').Stats",
  ].map((code) => ({ filename, code, errors: [{ messageId: 'refused' }] })),
});
