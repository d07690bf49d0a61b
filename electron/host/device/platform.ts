import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { passphraseSecrets } from '#core/secrets/passphrase.ts';
import type { Clock, Log, Platform, RandomBytes } from '#core/platform.ts';
import { browserPdf } from '../print/browser-pdf.ts';
import type { DeviceFolders, FolderFacts } from './folders.ts';
import { settingsFile } from './settings-file.ts';

export type DevicePlatformOptions = {
  host: Platform['host'];
  folders: DeviceFolders;
  /** What the browser that makes PDFs is found by, and git. */
  machine: FolderFacts & { superuser: boolean };
  clock: Clock;
  randomBytes: RandomBytes;
  newId: () => string;
  log: Log;
};

/** The platform of a plain Node process: browser host, command line, and the base of the desktop's. */
export function devicePlatform(options: DevicePlatformOptions): Platform {
  const { host, folders, machine, clock, randomBytes, newId, log } = options;
  return {
    host,
    secrets: passphraseSecrets({ path: join(folders.config, 'secrets.json'), randomBytes }),
    settings: settingsFile({ path: join(folders.config, 'settings.json'), newId, clock, log }),
    documentsFolder: folders.documents,
    pickFile: null,
    uploads: new Map(),
    printPdf: browserPdf(machine),
    machine: { os: machine.os, home: machine.home, env: machine.env },
    online: hasNetwork,
  };
}

/** An address beside those of the machine itself. */
function hasNetwork(): boolean {
  return Object.values(networkInterfaces()).some((addresses) =>
    addresses?.some(({ internal }) => !internal),
  );
}
