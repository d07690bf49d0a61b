import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { objections } from '../support/axe.ts';
import { test } from '../support/host.ts';
import { openScreen, planWorkspace } from '../support/plan.ts';

test('a month shows every deployment at its time in the workspace’s zone', async ({
  page,
  host,
}) => {
  const { release } = await planWorkspace(host);
  // 23:30 in London on the 20th is the next day in the browser’s own zone.
  await release('Payments 5.1', '2031-05-20T22:30:00.000Z', 'major');
  await openScreen(page, host, '/calendar?month=2031-05');

  const day = page.locator('[data-page="shown"] [data-date="2031-05-20"]');
  await expect(day.getByRole('link')).toContainText('23:30');
  await expect(day.getByRole('link')).toContainText('Payments 5.1');
  await expect(day.getByRole('link')).toContainText('waiting, 0 of 11 · major · prod-eu');
  const list = page.getByRole('region', { name: 'In May 2031' });
  await expect(list.getByRole('listitem')).toContainText('Tue 20 May 2031');
  await expect(list.getByRole('listitem')).toContainText('waiting, 0 of 11');
  await expect(list.getByRole('listitem')).toContainText(
    'Pipeline green: payments-api has no commit',
  );
  expect(await objections(page)).toEqual([]);
});

test('a full day says how many more there are and shows them', async ({ page, host }) => {
  const { release } = await planWorkspace(host);
  for (const number of [1, 2, 3, 4, 5]) {
    await release(`Payments 5.${number}`, `2031-05-20T0${number}:00:00.000Z`);
  }
  await openScreen(page, host, '/calendar?month=2031-05');
  const more = page
    .locator('[data-page="shown"] [data-date="2031-05-20"]')
    .getByText(/^\+\d more$/);
  await more.click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('link')).toHaveCount(5);
  await dialog.getByRole('link', { name: 'Payments 5.5' }).click();
  await expect(page.getByRole('heading', { name: 'Payments 5.5', level: 1 })).toBeVisible();
});

test('months change and releases open by keyboard', async ({ page, host }) => {
  const { release } = await planWorkspace(host);
  const id = await release('Payments 5.1', '2031-06-03T21:00:00.000Z');
  await openScreen(page, host, '/calendar?month=2031-05');
  await expect(page.getByRole('heading', { name: 'May 2031', exact: true })).toBeVisible();
  await page.keyboard.press('n');
  await expect(page.getByRole('heading', { name: 'June 2031', exact: true })).toBeVisible();
  await page.locator('[data-page="shown"] [data-date="2031-06-03"]').getByRole('link').focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/releases/${id}/overview`));
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'June 2031', exact: true })).toBeVisible();
});

test('the calendar is saved as a file for other calendars', async ({ page, host }) => {
  const { release } = await planWorkspace(host);
  await release('Payments 5.1', '2031-05-20T21:00:00.000Z');
  await openScreen(page, host, '/calendar?month=2031-05');
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Calendar file' }).click();
  await page.getByRole('menuitem', { name: 'Export deployments', exact: true }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(/\.ics$/);
  const text = await readFile(await download.path(), 'utf8');
  expect(text).toContain('BEGIN:VCALENDAR');
  expect(text).toContain('20310520T220000');
});
