import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from '../chromium.ts';
import { root } from '../root.ts';

type Step = { command: string; args: string[] };

/**
 * Finds Chromium or installs it: from Debian's packages as the superuser there, with Playwright
 * anywhere else. Throws what to do by hand when it cannot be had: without it the tests through the
 * screen would prove nothing, so they are not skipped.
 */
export function ensureChromium(say: (line: string) => void): string {
  const present = findChromium();
  if (present !== null) return present;
  for (const step of installSteps()) {
    say(`Chromium is missing: ${step.command} ${step.args.join(' ')}`);
    const { status } = spawnSync(step.command, step.args, {
      cwd: root,
      stdio: ['ignore', process.stderr, process.stderr],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (status !== 0) break;
  }
  const installed = findChromium();
  if (installed !== null) return installed;
  throw new Error(
    'Expected Chromium for the tests through the screen and could not install it. ' +
      'Install it by hand ("apt-get install chromium fonts-liberation" or "npx playwright install chromium"), ' +
      'or name one in SLIPWAY_CHROMIUM.',
  );
}

function installSteps(): Step[] {
  const onDebian = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  if (!onDebian) return [{ command: 'npx', args: ['playwright', 'install', 'chromium'] }];
  const packages = ['chromium', 'fonts-liberation'];
  return [
    { command: 'apt-get', args: ['update'] },
    { command: 'apt-get', args: ['install', '-y', '--no-install-recommends', ...packages] },
  ];
}
