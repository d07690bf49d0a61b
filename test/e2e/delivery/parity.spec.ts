import { expect } from '@playwright/test';
import { z } from 'zod';
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
  const plan = await planWorkspace(host);
  await plan.release('Payments 4.2', new Date(Date.now() + 86_400_000).toISOString());
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

  await host.call('environments.save', { name: 'staging-eu', kind: 'staging', afterId: null });
  await page.getByRole('button', { name: 'Keep as evidence…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Keep as evidence' });
  await dialog.getByRole('button', { name: 'Keep it' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Choose the environment');
  await dialog.getByLabel('The first file is of').selectOption({ label: 'staging-eu' });
  await dialog.getByLabel('The second file is of').selectOption({ label: 'prod-eu' });
  await dialog.getByRole('button', { name: 'Keep it' }).click();
  await expect(page.getByText(/^Settings in staging-eu and prod-eu on .* 3 open\.$/)).toBeVisible();
  const kept = page.getByRole('grid', { name: 'Settings of the comparison' });
  await kept.getByText('DB_PASSWORD').click();
  const inspector = page.getByRole('complementary', { name: 'DB_PASSWORD' });
  await inspector.getByRole('button', { name: 'Accept…' }).click();
  const accept = page.getByRole('dialog', { name: 'Accept DB_PASSWORD' });
  await accept.getByLabel('Reason').fill('Each environment has its own <i>password</i>');
  await accept.getByLabel('Owner').selectOption({ label: 'Dana Voss' });
  await accept.getByRole('button', { name: 'Accept', exact: true }).click();
  await expect(inspector).toContainText('Each environment has its own <i>password</i>');
  await expect(page.getByText(/1 accepted with a reason, 2 open\.$/)).toBeVisible();
  expect(await objectionsInBoth(page)).toEqual([]);
  await page.getByRole('button', { name: 'Use as evidence…' }).click();
  const proof = page.getByRole('dialog', { name: 'Use as evidence' });
  await proof.getByRole('button', { name: 'Note it at the item' }).click();
  await expect(proof.getByRole('alert')).toContainText('Choose the item it proves');
  await proof.getByLabel('Item of a checklist').selectOption({ index: 1 });
  await proof.getByRole('button', { name: 'Note it at the item' }).click();
  await expect(proof).toBeHidden();
  const items = z
    .array(z.object({ evidence: z.string(), state: z.string() }))
    .parse(await host.call('checklists.across', {}));
  expect(items.filter(({ evidence }) => /2 open\.$/.test(evidence))).toEqual([
    expect.objectContaining({ state: 'open' }),
  ]);
  await page.getByRole('button', { name: 'All comparisons' }).click();
  const list = page.getByRole('list', { name: 'Kept comparisons' });
  await expect(list.getByRole('listitem')).toContainText('2 open');
  expect(await objectionsInBoth(page)).toEqual([]);
});
