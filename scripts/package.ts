import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build as buildPackage } from 'electron-builder';
import { build } from './build.ts';
import { root } from './root.ts';

export type PackageOptions = {
  /** Only the unpacked folder, without installers. */
  dir?: boolean;
  /** An Electron distribution on this machine, instead of the one that would be fetched. */
  electronDist?: string;
  /** Where the result goes; `release/` when left out. */
  output?: string;
};

/**
 * Packages dist/ for this operating system as electron-builder.yml says, and answers the paths of
 * what was made. Rejects when the configuration is not valid or Electron cannot be fetched.
 */
export async function packageApp(options: PackageOptions = {}): Promise<string[]> {
  const { dir = false, electronDist, output } = options;
  return buildPackage({
    projectDir: root,
    dir,
    publish: 'never',
    config: {
      extends: join(root, 'electron-builder.yml'),
      ...(electronDist === undefined ? {} : { electronDist }),
      ...(output === undefined ? {} : { directories: { output } }),
    },
  });
}

export async function main(args: string[]): Promise<void> {
  try {
    const { values } = parseArgs({
      args,
      options: { dir: { type: 'boolean' }, 'electron-dist': { type: 'string' } },
    });
    await build();
    const made = await packageApp({ dir: values.dir, electronDist: values['electron-dist'] });
    for (const path of made) console.log(path);
  } catch (error) {
    console.error(inWords(error));
    process.exitCode = 1;
  }
}

/** Without a network it ends at the runtime, and the system's own words do not say what to do. */
function inWords(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (!/ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN/.test(message)) return message;
  return `Packaging needs the Electron runtime, which could not be fetched (${message}). Run it where the network is, or give one that is here with --electron-dist FOLDER.`;
}

if (import.meta.main) await main(process.argv.slice(2));
