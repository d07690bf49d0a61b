import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { objections } from '../support/axe.ts';
import { test } from '../support/host.ts';
import { openScreen, planWorkspace } from '../support/plan.ts';

test('bars are walked by keyboard, told of in a card, and saved as a picture', async ({
  page,
  host,
}) => {
  const { release } = await planWorkspace(host);
  const first = await release('Payments <i>5.1</i>', '2031-05-20T21:00:00.000Z', 'major');
  await release('Payments 5.2', '2031-06-10T21:00:00.000Z');
  await openScreen(page, host, '/calendar/timeline?at=2031-05-20');

  const one = page.getByRole('link', { name: /^Payments <i>5\.1<\/i>, major/ });
  const other = page.getByRole('link', { name: /^Payments 5\.2, / });
  await one.focus();
  await expect(page.getByRole('tooltip')).toContainText('R-1');
  await expect(page.getByRole('tooltip')).toContainText('UTC');
  expect(await objections(page)).toEqual([]);
  await page.keyboard.press('ArrowRight');
  await expect(other).toBeFocused();
  await page.keyboard.press('-');
  await expect(page).toHaveURL(/zoom=quarter/);

  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'As SVG' }).click();
  const svg = await readFile(await (await coming).path(), 'utf8');
  expect(svg).toContain('Payments 5.2');
  expect(svg).not.toContain('<i>');
  const second = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'As PNG' }).click();
  const png = await readFile(await (await second).path());
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  const third = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'As PDF on A3' }).click();
  const pdf = await readFile(await (await third).path());
  expect(pdf.subarray(0, 4).toString()).toBe('%PDF');

  await one.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/releases/${first}/overview`));
});
