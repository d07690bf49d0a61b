import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { objectionsInBoth } from '../support/axe.ts';
import { test } from '../support/host.ts';
import { openScreen, planWorkspace } from '../support/plan.ts';

test('a status page is read, turned to another week, and saved as one file', async ({
  page,
  host,
}) => {
  const { release } = await planWorkspace(host);
  const soon = new Date(Date.now() + 86_400_000).toISOString();
  await release('Payments <b>5.1</b>', soon);
  await openScreen(page, host, '/today');
  await page.getByRole('link', { name: 'Status page' }).click();
  await expect(page.getByRole('link', { name: 'Payments <b>5.1</b>' }).first()).toBeVisible();
  await expect(page.getByRole('list', { name: 'At risk' })).toContainText('gates before a start');
  expect(await objectionsInBoth(page)).toEqual([]);
  await page.getByRole('button', { name: 'Pass on' }).click();
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Save as HTML, to read and print' }).click(),
  ]);
  const file = readFileSync(await saved.path(), 'utf8');
  expect(file).toContain('Payments &lt;b&gt;5.1&lt;/b&gt;');
  await page.keyboard.press(']');
  await page.keyboard.press(']');
  await expect(page.getByText('Nothing ships in these days.')).toHaveCount(2);
});
