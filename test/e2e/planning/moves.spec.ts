import { expect } from '@playwright/test';
import { objections } from '../support/axe.ts';
import { test } from '../support/host.ts';
import { openScreen, planWorkspace } from '../support/plan.ts';

test('a deployment moves by keyboard and by drag, is seen before, and comes back with undo', async ({
  page,
  host,
}) => {
  const { release } = await planWorkspace(host);
  await release('Payments 5.1', '2031-05-20T21:00:00.000Z');
  await openScreen(page, host, '/calendar?month=2031-05');
  const on = (date: string) =>
    page.locator(`[data-page="shown"] [data-date="${date}"]`).getByRole('link');
  await on('2031-05-20').focus();
  await page.keyboard.press('Alt+ArrowRight');
  const bar = page.getByRole('group', { name: 'Move Payments 5.1, prod-eu' });
  await page.keyboard.press('ArrowDown');
  await expect(bar).toContainText('Tue 20 May 2031 22:00 London → Wed 28 May 2031 22:00 London');
  await expect(on('2031-05-28')).toBeVisible();
  expect(await objections(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/moved to Wed 28 May 2031 22:00 London/)).toBeVisible();
  await expect(on('2031-05-28')).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(on('2031-05-20')).toBeVisible();

  await on('2031-05-20').dragTo(
    page.locator('[data-page="shown"] [data-date="2031-05-22"]').first(),
  );
  await expect(on('2031-05-22')).toContainText('22:00');
});

test('marked releases are changed together, after a look at each', async ({ page, host }) => {
  const { release } = await planWorkspace(host);
  await release('Payments 5.1', '2031-05-20T21:00:00.000Z');
  await release('Payments 5.2', '2031-06-20T21:00:00.000Z');
  await openScreen(page, host, '/releases?which=open&group=month');
  const grid = page.getByRole('treegrid', { name: 'Releases' });
  await expect(grid.getByRole('row', { name: 'May 2031', expanded: true })).toBeVisible();
  expect(await objections(page)).toEqual([]);
  await grid.focus();
  await page.keyboard.press('Control+a');
  await page.getByRole('button', { name: 'Change…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Owner').selectOption('Dana Voss');
  await expect(dialog.getByText('2 releases would change.')).toBeVisible();
  expect(await objections(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Change 2 releases' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Undid: changed 2 releases at once')).toBeVisible();
});
