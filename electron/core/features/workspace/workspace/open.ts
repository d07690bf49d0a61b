import { resolve } from 'node:path';
import type { Context } from '#core/context.ts';
import { codeOf, inWords } from '#core/database/failures.ts';
import { readMigrations, schemaVersion } from '#core/database/migrate.ts';
import { openStore } from '#core/database/store.ts';
import type { Store } from '#core/database/store.ts';
import { holderOf } from '#core/endpoint.ts';
import { resourceFolder } from '#core/resources.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { readWorkspace } from './read.ts';

const mostRecent = 12;

type Device = Pick<Context, 'platform' | 'clock' | 'randomBytes'>;

/** Opens a file whose workspace can be read. */
export function openFile(path: string, device: Device): Store {
  const store = openHeldOrNot(path, device);
  try {
    readWorkspace(store);
    return store;
  } catch (error) {
    // Nobody takes it over, and left open it would keep the file locked.
    store.close();
    throw inWords(error, store.path);
  }
}

/**
 * Opens a file to read it as it is: beside whoever has it open, without a lock and without bringing
 * an older file up to date, which a question asked by a pipeline must not do.
 */
export function openToRead(path: string, device: Device): Store {
  const options = storeOptions(resolve(path), device);
  const newest = options.migrations.at(-1)?.version ?? 0;
  const store = openStore({ ...options, mode: 'read' });
  try {
    const found = schemaVersion(store.raw);
    if (found < newest) {
      throw new Refusal(
        'precondition_failed',
        `${store.path} is of an older Slipway (its format is ${found}, this program reads ${newest}). Open it once in the application, which backs it up and brings it up to date.`,
      );
    }
    readWorkspace(store);
    return store;
  } catch (error) {
    store.close();
    throw inWords(error, store.path);
  }
}

/**
 * Opens a file for writing. On the command line a file that another Slipway holds is opened for
 * reading, so that queries still answer; a command then says who holds it.
 */
function openHeldOrNot(path: string, device: Device): Store {
  const options = storeOptions(resolve(path), device);
  try {
    return openStore({ ...options, mode: 'write' });
  } catch (error) {
    const held = error instanceof Refusal && error.code === 'unavailable';
    if (!held || device.platform.host !== 'cli') throw error;
    const store = openStore({ ...options, mode: 'read' });
    return { ...store, readOnly: error.message, transact: refuse(error) };
  }
}

function refuse(reason: Refusal): Store['transact'] {
  return () => {
    throw reason;
  };
}

export function storeOptions(path: string, { platform, clock, randomBytes }: Device) {
  return {
    path,
    deviceId: platform.settings.read().deviceId,
    migrations: readMigrations(resourceFolder('migrations')),
    clock,
    randomBytes,
    holderOf,
  };
}

/** Puts a file at the head of the recent list; a settings file that cannot be written is no reason to fail. */
export function remember({ platform, clock, log }: Context, path: string, name: string): void {
  const settings = platform.settings.read();
  const others = settings.recent.filter((entry) => entry.path !== path);
  const recent = [{ path, name, openedAt: clock() }, ...others].slice(0, mostRecent);
  try {
    platform.settings.write({ ...settings, recent });
  } catch (error) {
    log.info(`The list of recent files could not be written (${codeOf(error)})`);
  }
}
