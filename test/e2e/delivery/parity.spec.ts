import { expect } from '@playwright/test';
import { objectionsInBoth } from '../support/axe.ts';
import { test } from '../support/host.ts';
import { openScreen, planWorkspace } from '../support/plan.ts';

const file = (name: string, text: string) => ({
  ...{ name, mimeType: 'text/plain', buffer: Buffer.from(text) },
});

test('settings of two environments are compared by key, and no value is on the screen', async ({
  page,
  host,
}) => {
  await planWorkspace(host);
  await openScreen(page, host, '/environments');
  await page.getByRole('link', { name: 'Parity' }).click();
  const first = page.getByLabel('First file').locator('input');
  const second = page.getByLabel('Second file').locator('input');
  await first.setInputFiles(
    file('staging.env', 'LOG_LEVEL=canary-a\nDB_PASSWORD=canary-b\nREGION=eu\nREGION=eu\nhm'),
  );
  await second.setInputFiles(file('production.yaml', 'LOG_LEVEL: "canary'));
  await expect(page.getByRole('alert')).toContainText('no YAML and no JSON from line 1');
  await second.setInputFiles(
    file('production.yaml', 'LOG_LEVEL: canary-c\nDB_PASSWORD: canary-d\nREGION: eu\n<b>: 1\n'),
  );
  const table = page.getByRole('grid', { name: 'Settings compared' });
  await expect(page.getByText('2 different, 1 only in the second; 1 the same.')).toBeVisible();
  await expect(table.getByRole('row').filter({ hasText: 'DB_PASSWORD' })).toContainText('secret');
  await expect(table.getByText('<b>', { exact: true })).toBeVisible();
  await expect(table.getByText('REGION')).toBeHidden();
  await expect(page.getByText('REGION stands in line 3 and again in line 4')).toBeVisible();
  await page.getByRole('radio', { name: 'All' }).check({ force: true });
  await expect(table.getByText('REGION')).toBeVisible();
  expect(await page.content()).not.toContain('canary');
  expect(await objectionsInBoth(page)).toEqual([]);
});
