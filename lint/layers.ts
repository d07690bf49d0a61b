import { coreLibraries, lintLibraries, pureLibraries, rendererLibraries } from './libraries.ts';

/** One row of the table "who may import what". Paths are from the repository's root. */
export type Layer = {
  /** The folder or file this row is about. The longest path that fits a file is its layer. */
  path: string;
  /** Folders, files, and `folder/*` for the files directly in a folder; besides its own. */
  files: readonly string[];
  /** Packages by name; `any` for code that never ships. */
  packages: readonly string[] | 'any';
  node: boolean;
  /** It wires together what lies in its folder, also where a longer row has carved a part out. */
  reachesIn?: boolean;
  /** Files it may name in `import type` only. */
  types?: readonly string[];
};

const inCore = { packages: coreLibraries, node: true };
const inRenderer = { packages: rendererLibraries, node: false };

/** What the hosts see of the core: its front door, and the rooms that belong to no workspace. */
const coreForHosts = [
  'electron/core/app.ts',
  'electron/core/platform.ts',
  'electron/core/endpoint.ts',
  'electron/core/secrets/',
  'electron/core/settings/',
];

/** What a host is made of; what all of them share lives in electron/host. */
const underHosts = ['shared/', 'electron/host/', ...coreForHosts];

/** What a feature of the core stands on; other features are judged by area and index. */
const underFeatures = ['shared/', 'electron/core/*', 'electron/core/database/'];

/** What a screen is made of. */
const underScreens = [
  'shared/',
  'renderer/api/',
  'renderer/app/theme/',
  'renderer/components/',
  'renderer/state/',
];

/** Code that never ships may look at everything; the other rows keep it out of the program. */
const everything = { files: [''], packages: 'any', node: true } as const;

export const layers: readonly Layer[] = [
  { path: 'shared/model/', files: [], packages: ['zod'], node: false },
  { path: 'shared/contract/', files: ['shared/model/'], packages: ['zod'], node: false },
  { path: 'shared/rules/', files: ['shared/model/'], packages: pureLibraries, node: false },

  { path: 'electron/core/', files: ['shared/'], reachesIn: true, ...inCore },
  { path: 'electron/core/database/', files: ['shared/', 'electron/core/platform.ts'], ...inCore },
  { path: 'electron/core/sync/', files: ['shared/', 'electron/core/platform.ts'], ...inCore },
  { path: 'electron/core/reports/', files: ['shared/', 'electron/core/platform.ts'], ...inCore },
  { path: 'electron/core/features/', files: underFeatures, reachesIn: true, ...inCore },
  {
    path: 'electron/core/imported/',
    files: [...underFeatures, 'electron/core/sync/'],
    ...inCore,
  },
  {
    path: 'electron/core/features/delivery/',
    files: [...underFeatures, 'electron/core/sync/', 'electron/core/imported/'],
    ...inCore,
  },
  {
    path: 'electron/core/features/governance/packs/',
    files: [...underFeatures, 'electron/core/reports/'],
    ...inCore,
  },
  {
    path: 'electron/core/features/reports/',
    files: [...underFeatures, 'electron/core/reports/'],
    ...inCore,
  },

  {
    path: 'electron/host/',
    files: ['shared/', ...coreForHosts],
    packages: ['ws', 'zod'],
    node: true,
  },
  {
    path: 'electron/desktop/',
    files: underHosts,
    packages: ['electron', 'zod'],
    node: true,
  },
  {
    path: 'electron/desktop/preload.ts',
    files: [],
    packages: ['electron'],
    node: false,
    types: ['shared/', 'electron/desktop/'],
  },
  {
    path: 'electron/browser/',
    files: underHosts,
    packages: ['ws', 'zod'],
    node: true,
  },
  {
    path: 'electron/cli/',
    files: ['electron/browser/', ...underHosts],
    packages: ['zod'],
    node: true,
  },

  { path: 'renderer/', files: ['shared/'], reachesIn: true, ...inRenderer },
  { path: 'renderer/api/', files: ['shared/', 'renderer/state/'], ...inRenderer },
  { path: 'renderer/state/', files: ['shared/'], ...inRenderer },
  {
    path: 'renderer/components/',
    files: ['shared/', 'renderer/app/theme/', 'renderer/state/'],
    ...inRenderer,
  },
  { path: 'renderer/features/', files: underScreens, ...inRenderer },

  { path: 'test/', ...everything },
  { path: 'scripts/', ...everything },
  { path: 'lint/', files: [], packages: lintLibraries, node: true },
];

/** The row a file falls under; undefined for configuration files in the root. */
export function layerOf(file: string): Layer | undefined {
  return layers
    .filter((layer) => file.startsWith(layer.path))
    .toSorted((a, b) => b.path.length - a.path.length)[0];
}
