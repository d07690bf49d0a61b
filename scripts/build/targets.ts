import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build as viteBuild } from 'vite';
import type { NodeBundle } from '../../vite.node.config.ts';
import { root } from '../root.ts';

/** One part of dist/: what it is made from and how. Paths are from the repository's root. */
export type Target = {
  name: 'renderer' | 'resources' | NodeBundle;
  /** Without all of these there is nothing to build yet. */
  entries: string[];
  /** Files and folders whose change makes the target stale. */
  sources: string[];
  /** Files that must be there for the target to count as built. */
  outputs: string[];
  make: () => Promise<void>;
};

const settings = ['package.json', 'package-lock.json', 'scripts/build', 'vite.node.config.ts'];

const resourceFolders = ['migrations', 'templates', 'sample', 'pack'].map(
  (name) => `resources/${name}`,
);

export const targets: readonly Target[] = [
  {
    name: 'renderer',
    entries: ['renderer/index.html', 'renderer/main.tsx'],
    sources: ['renderer', 'shared', 'vite.renderer.config.ts', ...settings],
    outputs: ['dist/renderer/index.html'],
    make: makeRenderer,
  },
  nodeTarget('desktop', {
    entries: ['electron/desktop/main.ts', 'electron/desktop/core-process.ts'],
    outputs: ['dist/desktop/main.js', 'dist/desktop/core.js'],
  }),
  nodeTarget('preload', {
    entries: ['electron/desktop/preload.ts'],
    outputs: ['dist/desktop/preload.cjs'],
  }),
  nodeTarget('browser', {
    entries: ['electron/browser/main.ts'],
    outputs: ['dist/browser/host.js'],
  }),
  nodeTarget('cli', { entries: ['electron/cli/main.ts'], outputs: ['dist/cli/cli.js'] }),
  {
    name: 'resources',
    entries: ['resources'],
    sources: [...resourceFolders, 'scripts/build'],
    outputs: ['dist/resources'],
    make: copyResources,
  },
];

function nodeTarget(name: NodeBundle, files: Pick<Target, 'entries' | 'outputs'>): Target {
  return {
    name,
    ...files,
    sources: ['electron', 'shared', ...settings],
    make: () => makeNodeBundle(name),
  };
}

async function makeRenderer(): Promise<void> {
  // Vite takes the mode of React from here, and a test or a shell may have set another one.
  process.env['NODE_ENV'] = 'production';
  await viteBuild({ configFile: join(root, 'vite.renderer.config.ts'), logLevel: 'warn' });
}

async function makeNodeBundle(mode: NodeBundle): Promise<void> {
  // Chunks carry a hash in their name, so those of the build before would stay for ever.
  if (mode !== 'preload') rmSync(join(root, 'dist', mode), { recursive: true, force: true });
  await viteBuild({ configFile: join(root, 'vite.node.config.ts'), mode, logLevel: 'warn' });
}

async function copyResources(): Promise<void> {
  rmSync(join(root, 'dist/resources'), { recursive: true, force: true });
  for (const folder of resourceFolders.filter((path) => existsSync(join(root, path)))) {
    cpSync(join(root, folder), join(root, 'dist', folder), { recursive: true });
  }
}
