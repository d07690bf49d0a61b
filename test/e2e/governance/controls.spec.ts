import { expect } from '@playwright/test';
import { objectionsInBoth } from '../support/axe.ts';
import { test } from '../support/host.ts';
import { openScreen, planWorkspace } from '../support/plan.ts';

test('controls are entered, proven at a release, and exported for an auditor', async ({
  page,
  host,
}) => {
  const plan = await planWorkspace(host);
  const id = await plan.release('Payments 4.2', '2026-12-01T22:00:00.000Z');
  await openScreen(page, host, '/settings/controls');
  await page.getByRole('button', { name: 'Take common ones' }).click();
  await page.getByRole('checkbox', { name: /^SOC2-CC8.1/ }).check();
  await page.getByRole('button', { name: 'Enter them' }).click();
  const table = page.getByRole('grid', { name: 'Controls' });
  await expect(table.getByText('SOC2-CC8.1')).toBeVisible();

  await page.keyboard.press('n');
  await page.getByLabel('Key').fill('GDPR-5.1e');
  await page.getByLabel('Name').fill('Data is kept no longer than needed');
  await page.getByLabel('Applies where').fill('dataMigation');
  await expect(page.getByText('Names “dataMigation”, which no condition knows')).toBeVisible();
  await page.getByLabel('Applies where').fill('!dataMigration');
  await expect(page.getByText('Takes in 1 of 1 open release.')).toBeVisible();
  expect(await objectionsInBoth(page)).toEqual([]);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByText('GDPR-5.1e entered')).toBeVisible();

  await openScreen(page, host, `/releases/${id}/gates`);
  const controls = page.getByRole('list', { name: 'Controls' });
  await expect(controls).toContainText('Add evidence that names GDPR-5.1e.');
  await controls.getByRole('button', { name: 'Add evidence… for GDPR-5.1e' }).click();
  await page.getByLabel('In words').fill('The old tables go after 30 days, ticket 812.');
  await page.getByRole('button', { name: 'Add the evidence' }).click();
  await expect(controls).not.toContainText('Add evidence that names GDPR-5.1e.');
  expect(await objectionsInBoth(page)).toEqual([]);

  await openScreen(page, host, '/settings/controls');
  await page.getByRole('button', { name: 'Export for an auditor' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'No release went out' })).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the file' }).click();
  expect((await download).suggestedFilename()).toMatch(/controls .* to .*\.html$/);
});
