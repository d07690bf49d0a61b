import { existsSync } from 'node:fs';
import { join } from 'node:path';

export type DeviceFolders = {
  /** Settings and the encrypted file of tokens; the same folder for every host of this user. */
  config: string;
  /** Demo workspaces and backups. */
  documents: string;
};

export type FolderFacts = {
  os: NodeJS.Platform;
  /** The user's home folder, absolute. */
  home: string;
  env: Readonly<Record<string, string | undefined>>;
};

/** Where the operating system wants a program's settings and documents; nothing is created. */
export function deviceFolders({ os, home, env }: FolderFacts): DeviceFolders {
  return { config: join(configRoot(os, home, env), 'Slipway'), documents: documentsOf(home) };
}

function configRoot(os: NodeJS.Platform, home: string, env: FolderFacts['env']): string {
  if (os === 'win32') return env.APPDATA || join(home, 'AppData', 'Roaming');
  if (os === 'darwin') return join(home, 'Library', 'Application Support');
  // The XDG rules: a relative path is to be ignored.
  const xdg = env.XDG_CONFIG_HOME;
  return xdg?.startsWith('/') ? xdg : join(home, '.config');
}

/** A server account often has no Documents folder; the home folder is better than a new habit. */
function documentsOf(home: string): string {
  const documents = join(home, 'Documents');
  return existsSync(documents) ? join(documents, 'Slipway') : join(home, 'Slipway');
}
