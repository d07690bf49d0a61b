import { readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Handlers } from '#core/context.ts';
import { codeOf } from '#core/database/failures.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { version } from '../../../version.ts';

export const device: Handlers<
  'device.info' | 'device.browse' | 'device.pickFile' | 'device.unlockSecrets'
> = {
  'device.info': (_input, { platform }) => ({
    version,
    host: platform.host,
    fileDialog: platform.pickFile !== null,
    secrets: { protection: platform.secrets.protection(), locked: platform.secrets.locked() },
    documentsFolder: platform.documentsFolder,
  }),

  'device.browse': ({ folder, extension }, { platform }) => {
    const path = resolve(folder ?? platform.documentsFolder);
    const parent = dirname(path);
    return {
      folder: path,
      parent: parent === path ? null : parent,
      entries: list(path, extension),
    };
  },

  'device.pickFile': async (input, { platform }) => {
    if (platform.pickFile === null) {
      throw new Refusal(
        'unavailable',
        'This host has no file dialog. Choose the file in the list of the application, or give its path.',
      );
    }
    return { path: await platform.pickFile(input) };
  },

  'device.unlockSecrets': async ({ passphrase }, { platform }) => {
    await platform.secrets.unlock(passphrase);
    return { protection: platform.secrets.protection() };
  },
};

type Entry = { name: string; path: string; kind: 'folder' | 'workspace' | 'file' };

function list(folder: string, extension: string | undefined): Entry[] {
  try {
    return readdirSync(folder)
      .filter((name) => !name.startsWith('.'))
      .map((name) => describe(folder, name, extension))
      .filter((entry) => entry !== null)
      .sort((a, b) => Number(b.kind === 'folder') - Number(a.kind === 'folder') || compare(a, b));
  } catch (error) {
    const why = codeOf(error) === 'ENOENT' ? 'does not exist' : 'cannot be read';
    throw new Refusal('not_found', `The folder ${folder} ${why}. Choose another one.`);
  }
}

function describe(folder: string, name: string, extension: string | undefined): Entry | null {
  const path = join(folder, name);
  // A link to nowhere is left out rather than failing the list.
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return null;
  if (stats.isDirectory()) return { name, path, kind: 'folder' };
  if (name.endsWith('.slipway')) return { name, path, kind: 'workspace' };
  const wanted = extension !== undefined && name.toLowerCase().endsWith(extension.toLowerCase());
  return wanted ? { name, path, kind: 'file' } : null;
}

function compare(a: Entry, b: Entry): number {
  return a.name.localeCompare(b.name, 'en');
}
