import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import type { UserConfig } from 'vite';

const root = import.meta.dirname;

/** One bundle for each mode: what it is made from, under the names its files get in dist/<folder>. */
const bundles = {
  desktop: {
    folder: 'desktop',
    input: { main: 'electron/desktop/main.ts', core: 'electron/desktop/core-process.ts' },
  },
  preload: { folder: 'desktop', input: { preload: 'electron/desktop/preload.ts' } },
  browser: { folder: 'browser', input: { host: 'electron/browser/main.ts' } },
  cli: { folder: 'cli', input: { cli: 'electron/cli/main.ts' } },
};
export type NodeBundle = keyof typeof bundles;

/** Everything but these travels inside the bundles: a native addon, and Electron's own module. */
const external = ['electron', 'better-sqlite3'];

function isNodeBundle(mode: string): mode is NodeBundle {
  return Object.hasOwn(bundles, mode);
}

export default defineConfig(({ mode }): UserConfig => {
  if (!isNodeBundle(mode)) {
    throw new Error(`Expected --mode ${Object.keys(bundles).join(', ')}; found ${mode}.`);
  }
  const { folder, input } = bundles[mode];
  const isPreload = mode === 'preload';
  const extension = isPreload ? 'cjs' : 'js';
  return {
    root,
    publicDir: false,
    // Node's own conditions: a package must not hand out its browser half here.
    ssr: { target: 'node', noExternal: true, external },
    build: {
      ssr: true,
      target: 'node24',
      outDir: resolve(root, 'dist', folder),
      // The preload lies beside the main process's files.
      emptyOutDir: false,
      minify: false,
      rolldownOptions: {
        input,
        external,
        output: {
          // A sandboxed preload cannot be an ES module.
          format: isPreload ? 'cjs' : 'es',
          codeSplitting: !isPreload,
          entryFileNames: `[name].${extension}`,
          // Beside the entries, so that import.meta.dirname means the same in every chunk.
          chunkFileNames: `[name]-[hash].${extension}`,
        },
      },
    },
  };
});
