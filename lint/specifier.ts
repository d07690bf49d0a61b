import { isBuiltin } from 'node:module';
import { posix } from 'node:path';

/** What an import names: a file of this repository, a module of Node, or a package. */
export type ImportTarget =
  | { kind: 'file'; path: string }
  | { kind: 'node'; name: string }
  | { kind: 'package'; name: string };

/** The `imports` of package.json: how one top-level folder names a file of another. */
const folderAliases = { '#shared/': 'shared/', '#core/': 'electron/core/' };

/**
 * Says what an import specifier names without looking at the disk. `fromFile` and file targets are
 * paths from the repository's root with forward slashes; a query such as `?url` is left out.
 */
export function importTarget(fromFile: string, specifier: string): ImportTarget {
  const bare = specifier.replace(/\?.*$/, '');
  if (bare.startsWith('.')) {
    return { kind: 'file', path: posix.join(posix.dirname(fromFile), bare) };
  }
  for (const [alias, folder] of Object.entries(folderAliases)) {
    if (bare.startsWith(alias)) return { kind: 'file', path: folder + bare.slice(alias.length) };
  }
  if (isBuiltin(bare)) return { kind: 'node', name: bare };
  return { kind: 'package', name: packageName(bare) };
}

/** `@mui/material/styles` is the package `@mui/material`; `ws/lib/x.js` is `ws`. */
function packageName(specifier: string): string {
  const parts = specifier.split('/');
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}
