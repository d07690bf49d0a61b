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
