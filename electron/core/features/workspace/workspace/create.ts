import { mkdirSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Context } from '#core/context.ts';
import { inWords } from '#core/database/failures.ts';
import { createIds } from '#core/database/ids.ts';
import { role, workspace } from '#core/database/schema/workspace.ts';
import { openStore } from '#core/database/store.ts';
import type { Store } from '#core/database/store.ts';
import { builtInRoles } from '#shared/model/workspace/people.ts';
import type { Profile } from '#shared/model/workspace/workspace.ts';
import { storeOptions } from './open.ts';

export type NewWorkspace = { path: string; name: string; zone: string; profile: Profile };

/** Makes a workspace file with the roles everybody starts with. A file that fails half-way is removed again. */
export function createFile(
  input: NewWorkspace,
  device: Pick<Context, 'platform' | 'clock' | 'randomBytes'>,
): Store {
  const path = withEnding(resolve(input.path));
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch (error) {
    throw inWords(error, path);
  }
  const newWorkspaceId = createIds(device.clock, device.randomBytes)();
  const store = openStore({ ...storeOptions(path, device), mode: 'create', newWorkspaceId });
  try {
    store.transact('workspace.create', null, (write) => {
      const { name, zone, profile } = input;
      write.insert(workspace, { id: newWorkspaceId, name, zone, profile });
      for (const { key, name: roleName } of builtInRoles) {
        write.insert(role, { key, name: roleName, builtIn: true });
      }
    });
    return store;
  } catch (error) {
    store.close();
    rmSync(path, { force: true });
    throw error;
  }
}

function withEnding(path: string): string {
  return path.endsWith('.slipway') ? path : `${path}.slipway`;
}
