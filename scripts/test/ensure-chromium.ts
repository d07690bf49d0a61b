import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from '../chromium.ts';
import { root } from '../root.ts';

/** The machine as far as installing a browser goes. */
export type Machine = {
  find: () => string | null;
  /** Debian, and allowed to install packages. */
  hasApt: boolean;
  /** Runs a command to its end and answers whether it went well. */
  run: (command: string, args: readonly string[]) => boolean;
};

const thisMachine: Machine = {
  find: findChromium,
  hasApt: existsSync('/etc/debian_version') && process.getuid?.() === 0,
  run: (command, args) => {
    console.log(`Chromium is missing: ${command} ${args.join(' ')}`);
    const { status } = spawnSync(command, args, {
      cwd: root,
      stdio: ['ignore', process.stderr, process.stderr],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    return status === 0;
  },
};

/**
 * Finds Chromium or installs it: from Debian's packages as the superuser there, with Playwright
 * anywhere else. Throws what to do by hand when it cannot be had: without it the tests through the
 * screen would prove nothing, so they are not skipped.
 */
export function ensureChromium({ find, hasApt, run }: Machine = thisMachine): string {
  const present = find();
  if (present !== null) return present;
  if (hasApt) {
    const packages = ['chromium', 'fonts-liberation'];
    if (run('apt-get', ['update'])) {
      run('apt-get', ['install', '-y', '--no-install-recommends', ...packages]);
    }
  } else {
    run('npx', ['playwright', 'install', 'chromium']);
  }
  const installed = find();
  if (installed !== null) return installed;
  throw new Error(
    'Expected Chromium for the tests through the screen and could not install it. ' +
      'Install it by hand ("apt-get install chromium fonts-liberation" or "npx playwright install chromium"), ' +
      'or name one in SLIPWAY_CHROMIUM.',
  );
}
