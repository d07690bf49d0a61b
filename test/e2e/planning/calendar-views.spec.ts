import { expect } from '@playwright/test';
import { objections } from '../support/axe.ts';
import { test } from '../support/host.ts';
import { openScreen, planWorkspace } from '../support/plan.ts';

test('the calendar turns to week, agenda, quarter and year by keys, is narrowed, and keeps it', async ({
  page,
  host,
}) => {
  const { release } = await planWorkspace(host);
  await release('Payments 5.1', '2031-05-20T21:00:00.000Z', 'major');
  const id = await release('Payments 5.2', '2031-05-21T21:00:00.000Z', 'patch');
  await openScreen(page, host, '/calendar?month=2031-05');
  const first = page.getByRole('link', { name: /Payments 5\.1/ });
  const second = page.getByRole('link', { name: /Payments 5\.2/ });
  await expect(second.first()).toBeVisible();

  await page.keyboard.press('2');
  await expect(page.getByRole('heading', { name: 'Mon 28 Apr – Sun 4 May 2031' })).toBeVisible();
  await page.goto(new URL('/#/calendar?view=week&on=2031-05-20', host.url).href);
  await first.focus();
  await page.keyboard.press('ArrowRight');
  await expect(second).toBeFocused();
  expect(await objections(page)).toEqual([]);
  await page.keyboard.press('3');
  await expect(page.getByRole('heading', { name: /Tuesday, 20 May 2031/ })).toBeVisible();
  await expect(first).toContainText('22:00 – 23:00');
  expect(await objections(page)).toEqual([]);
  await page.keyboard.press('4');
  await expect(page.getByRole('region', { name: 'June 2031' })).toBeVisible();
  await expect(first).toBeVisible();

  await page.getByRole('button', { name: 'Filter' }).click();
  await page.getByRole('checkbox', { name: 'Patch' }).check();
  await page.keyboard.press('Escape');
  await expect(first).toHaveCount(0);
  await expect(page.getByRole('group', { name: 'Filters in force' })).toContainText('Type: Patch');
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('menuitem', { name: 'Save as a view…' }).click();
  await page.getByLabel('Name').fill('Patches');
  await page.getByRole('button', { name: 'Save the view' }).click();
  await expect(page.getByRole('button', { name: 'Patches' })).toBeVisible();

  await page.keyboard.press('5');
  const day = page.getByRole('link', { name: 'Wednesday, 21 May, 1 deployment' });
  await expect(day).toBeVisible();
  await expect(page.getByRole('link', { name: 'Tuesday, 20 May, no deployments' })).toBeVisible();
  expect(await objections(page)).toEqual([]);
  await day.click();
  await second.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/releases/${id}/overview`));
});
