import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder of files the program ships: `dist/resources` beside the bundles, `resources` at the
 * root when it runs from its sources. Found by walking up from this file.
 */
export function resourceFolder(name: 'migrations' | 'templates' | 'sample' | 'pack'): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const candidate = join(folder, 'resources', name);
    if (existsSync(candidate)) return candidate;
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`resources/${name} is missing; build or install again`);
    folder = parent;
  }
}
