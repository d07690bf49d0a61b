import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
];

/**
 * The Chromium that tests drive: the one SLIPWAY_CHROMIUM names, the system's, or the one
 * Playwright has downloaded. Null when there is none.
 */
export function findChromium(): string | null {
  const named = process.env['SLIPWAY_CHROMIUM'];
  const candidates = [...(named ? [named] : []), ...installed, chromium.executablePath()];
  return candidates.find((path) => existsSync(path)) ?? null;
}

/** Quiet, alone, without a sandbox (which refuses the superuser) and without traffic of its own. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
