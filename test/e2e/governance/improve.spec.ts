import { expect } from '@playwright/test';
import { objectionsInBoth } from '../support/axe.ts';
import { test } from '../support/host.ts';
import { openScreen, planWorkspace } from '../support/plan.ts';

test('a pitfall leads to its release, and is turned off and on again', async ({ page, host }) => {
  const plan = await planWorkspace(host);
  const startAt = new Date(Date.now() + 3 * 86_400_000).toISOString();
  await plan.release('<b>Payments</b> שלום 4.2', startAt);
  await openScreen(page, host, '/improve');
  const rows = page.getByRole('list', { name: 'Rollback not rehearsed' });
  await expect(rows).toContainText('with no rollback plan');
  expect(await objectionsInBoth(page)).toEqual([]);

  const terms = page.getByRole('group', { name: 'Settings: Rollback not rehearsed' });
  await terms.getByRole('checkbox').press('Space');
  await expect(rows).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect(rows).toBeVisible();
  await terms.getByRole('textbox').fill('1');
  await page.keyboard.press('Enter');
  await expect(rows).toBeHidden();
  await page.getByRole('textbox', { name: 'Days before and after the start' }).fill('14');
  await page.keyboard.press('Enter');
  await rows.getByRole('link', { name: '<b>Payments</b>' }).click();
  await expect(page).toHaveURL(/\/rollback/);

  await openScreen(page, host, '/improve?show=exceptions');
  await expect(page.getByText('None was ever asked for.')).toBeVisible();
});
