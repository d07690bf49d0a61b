import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test as base } from '@playwright/test';

const script = join(import.meta.dirname, '../../../scripts/dev.ts');

/** `npm run dev`, without a workspace; gives what it prints to open. */
const test = base.extend<{ said: { page: string; gallery: string } }>({
  said: async ({}, use) => {
    const home = mkdtempSync(join(tmpdir(), 'slipway-dev-'));
    const env = { ...process.env, HOME: home, XDG_CONFIG_HOME: home };
    const dev = spawn(process.execPath, [script], { env, stdio: ['ignore', 'ignore', 'pipe'] });
    let gallery = '';
    let page = '';
    for await (const line of createInterface({ input: dev.stderr })) {
      gallery ||= /^Components and tokens: (\S+)$/.exec(line)?.[1] ?? '';
      page = /^Slipway: (\S+)$/.exec(line)?.[1] ?? '';
      if (page !== '') break;
    }
    await use({ page, gallery });
    dev.kill('SIGTERM');
    await once(dev, 'exit');
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  },
});

// Two servers that prepare the same packages at once take each other's from under their page.
test.describe.configure({ mode: 'serial' });

test('the page from its sources talks to a host from its sources', async ({ page, said }) => {
  await page.goto(said.page);
  await expect(page.getByRole('button', { name: 'Open the demo workspace' })).toBeVisible();
});

test('all tokens and components are seen together on one page', async ({ page, said }) => {
  await page.goto(said.gallery);
  await expect(page.getByRole('heading', { name: 'Tokens', level: 1 })).toBeVisible();
  const parts = page.getByRole('navigation').getByRole('link');
  await expect(parts).not.toHaveCount(0);
});
