import { resolve } from 'node:path';
import type { WorkspaceWish } from '../host/open-workspace.ts';

/**
 * The workspace a command line asks for: `--workspace FILE`, or a plain `*.slipway` as file
 * managers give it, with `--create` or `--demo`. Electron and Chromium add arguments of their own,
 * which are passed over.
 */
export function workspaceArgument(
  argv: readonly string[],
  cwd: string,
): Pick<WorkspaceWish, 'path' | 'make'> {
  const after = argv[argv.indexOf('--workspace') + 1];
  const named = argv.includes('--workspace') ? after : undefined;
  const joined = argv.find((word) => word.startsWith('--workspace='))?.slice('--workspace='.length);
  const plain = argv.find((word) => word.endsWith('.slipway') && !word.startsWith('-'));
  const path = named ?? joined ?? plain;
  const make = argv.includes('--create') ? 'create' : argv.includes('--demo') ? 'demo' : null;
  return { path: path ? resolve(cwd, path) : null, make };
}
