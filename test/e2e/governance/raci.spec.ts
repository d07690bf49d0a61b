import { expect } from '@playwright/test';
import { objectionsInBoth } from '../support/axe.ts';
import { test } from '../support/host.ts';
import { openScreen, planWorkspace } from '../support/plan.ts';

test('letters are given by keyboard, what is wrong is said, and a deputy mends it', async ({
  page,
  host,
}) => {
  await planWorkspace(host);
  await openScreen(page, host, '/settings/responsibilities');
  const grid = page.getByRole('table', { name: 'Who answers for which gate' });
  const wrong = page.getByRole('list', { name: 'What is wrong with the responsibilities' });
  await expect(wrong).toContainText('Pipeline green: Nobody is accountable');
  await grid.getByRole('button', { name: /^Pipeline green, Release manager/ }).focus();
  await page.keyboard.press('a');
  await expect(wrong).not.toContainText('Pipeline green: Nobody is accountable');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('a');
  await expect(wrong).toContainText('2 roles are accountable');
  expect(await objectionsInBoth(page)).toEqual([]);
  await page.keyboard.press('Delete');
  await expect(wrong).not.toContainText('2 roles are accountable');
  await page.getByRole('button', { name: 'Name a deputy' }).click();
  await page.getByLabel('For whom').selectOption({ label: 'Release manager' });
  await page.getByLabel('Who stands in').selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('list', { name: 'Deputies' })).toContainText('for Release manager');
});

test('a release has its own letters, and a finding leads to its gate', async ({ page, host }) => {
  const plan = await planWorkspace(host);
  const id = await plan.release('Payments 4.2', '2026-12-01T22:00:00.000Z');
  await openScreen(page, host, `/releases/${id}/gates`);
  await page.getByRole('button', { name: 'Show the matrix' }).click();
  const wrong = page.getByRole('list', { name: 'What is wrong with the responsibilities' });
  await wrong.getByRole('button', { name: 'Pipeline green: Nobody is accountable' }).click();
  const grid = page.getByRole('table', { name: 'Who answers for which gate' });
  await expect(grid.getByRole('button', { name: /^Pipeline green, / }).first()).toBeFocused();
  await page.keyboard.press('a');
  await expect(wrong).not.toContainText('Pipeline green: Nobody is accountable');
  expect(await objectionsInBoth(page)).toEqual([]);
  // The last letter of a gate is not taken by emptying its cell.
  await page.keyboard.press('Delete');
  await expect(page.getByText('This would leave nobody at “Pipeline green”.')).toBeVisible();
  await grid.getByRole('button', { name: 'As all releases for Pipeline green' }).click();
  await expect(wrong).toContainText('Pipeline green: Nobody is accountable');
});
