import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { readMigrations } from '#core/database/migrate.ts';
import { workspace } from '#core/database/schema/workspace.ts';
import { openStore } from '#core/database/store.ts';
import type { Store, StoreOptions } from '#core/database/store.ts';
import { resourceFolder } from '#core/resources.ts';
import { temporaryFolder, testNow } from './surroundings.ts';

export const workspaceId = '0190a0a0-0000-7000-8000-000000000001';

/** Options for a store over a folder of its own, with a clock that stands still and counted ids. */
export function storeOptions(overrides: Partial<StoreOptions> = {}): StoreOptions {
  let seed = 7;
  return {
    path: join(temporaryFolder(), 'Test.slipway'),
    mode: 'create',
    deviceId: '0190a0a0-0000-7000-8000-00000000000d',
    migrations: readMigrations(resourceFolder('migrations')),
    clock: () => testNow,
    randomBytes: (count) =>
      Uint8Array.from({ length: count }, () => (seed = (seed * 31 + 7) % 251)),
    newWorkspaceId: workspaceId,
    ...overrides,
  };
}

/** A new, empty workspace file, closed when the test is over. */
export function createTestStore(overrides: Partial<StoreOptions> = {}): Store {
  const store = openStore(storeOptions(overrides));
  onTestFinished(() => store.close());
  store.transact('workspace.create', null, (write) => {
    write.insert(workspace, {
      id: workspaceId,
      name: 'Test',
      zone: 'Europe/London',
      profile: 'standard',
    });
  });
  return store;
}
