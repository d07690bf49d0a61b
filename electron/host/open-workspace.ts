import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Envelope } from '#shared/contract/procedure.ts';

export type WorkspaceWish = {
  /** As typed; relative to `cwd`. Null asks for none, or for a demo workspace at its usual place. */
  path: string | null;
  /** What to make when there is no file at `path`; a file that exists is opened as it is. */
  make: 'create' | 'demo' | null;
  cwd: string;
  /** Zone of a workspace made here. */
  zone: string;
  /** Reads a file that exists as it is, beside whoever has it open. */
  readOnly?: boolean;
};

/** Opens what the command line asked for; null when it asked for nothing. */
export async function openWorkspace(
  call: (name: string, input: unknown) => Promise<Envelope>,
  { path, make, cwd, zone, readOnly }: WorkspaceWish,
): Promise<Envelope | null> {
  if (path === null) return make === 'demo' ? call('workspace.openDemo', {}) : null;
  const file = resolve(cwd, path);
  if (make === null || existsSync(file)) {
    return call('workspace.open', readOnly === true ? { path: file, readOnly } : { path: file });
  }
  if (make === 'demo') return call('workspace.openDemo', { path: file });
  const name = basename(file).replace(/\.slipway$/, '');
  return call('workspace.create', { path: file, name, zone });
}
