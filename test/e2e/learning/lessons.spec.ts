import { expect } from '@playwright/test';
import { objectionsInBoth } from '../support/axe.ts';
import { test } from '../support/host.ts';
import { openScreen, planWorkspace } from '../support/plan.ts';

test('a lesson is learned, found by its words, and answered by the release it touches', async ({
  page,
  host,
}) => {
  const plan = await planWorkspace(host);
  const id = await plan.release('Payments 4.2', '2026-12-01T22:00:00.000Z');
  await openScreen(page, host, '/improve?show=lessons');
  await expect(page.getByText('A lesson is a mistake to avoid or a success')).toBeVisible();
  expect(await objectionsInBoth(page)).toEqual([]);

  await page.keyboard.press('n');
  const form = page.getByRole('complementary', { name: 'A new lesson' });
  await form
    .getByRole('textbox', { name: 'Lesson' })
    .fill('Check <b>the disc</b> before the import שלום');
  await form.getByLabel('Cause').fill('Nobody looked at it.');
  await form.getByRole('checkbox', { name: 'payments-api' }).check();
  await form.getByLabel('Tags').fill('disc space, import');
  expect(await objectionsInBoth(page)).toEqual([]);
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByText('Lesson added')).toBeVisible();
  await page.getByRole('button', { name: 'Add something to update' }).click();
  await page.getByLabel('What is to be changed').fill('Step 3: look at the disc');
  await page.getByLabel('Done by').fill('2026-01-05');
  await page.getByRole('button', { name: 'Add it' }).click();
  const table = page.getByRole('grid', { name: 'Lessons' });
  await expect(table).toContainText('1 open, 1 overdue');
  expect(await objectionsInBoth(page)).toEqual([]);

  await page.getByRole('searchbox', { name: 'Filter lessons' }).fill('looked');
  await expect(table.locator('mark')).toHaveText('looked');
  await page.getByRole('searchbox', { name: 'Filter lessons' }).fill('nothing of this');
  await page.getByRole('button', { name: 'Clear all filters' }).click();
  await expect(table).toContainText('Check <b>the disc</b>');

  await openScreen(page, host, `/releases/${id}/risks`);
  const lessons = page.getByRole('list', { name: 'Lessons' });
  await expect(lessons).toContainText('The release ships payments-api.');
  await lessons.getByRole('button', { name: /Check <b>the disc/ }).press('Enter');
  const inspector = page.getByRole('complementary', { name: /Check <b>the disc/ });
  await inspector.getByRole('button', { name: 'Record the answer' }).click();
  await expect(inspector).toContainText('A lesson that is heeded needs what was done about it');
  await inspector.getByRole('radio', { name: 'Ignored' }).check();
  await inspector.getByLabel('Why it is ignored').fill('The disc is new.');
  expect(await objectionsInBoth(page)).toEqual([]);
  await inspector.getByRole('button', { name: 'Record the answer' }).click();
  await expect(lessons).toContainText('Mara Okafor: The disc is new.');
  await expect(lessons).toContainText('Ignored');

  await inspector.getByRole('button', { name: 'Withdraw…' }).click();
  await page.getByLabel('Why does the answer no longer stand?').fill('It is not new.');
  await page.getByRole('button', { name: 'Withdraw the answer' }).click();
  await expect(lessons).toContainText('Not answered');
  await inspector.getByLabel('What was done about it').fill('A check is in the runbook.');
  await page.reload();
  await expect(inspector.getByLabel('What was done about it')).toHaveValue(/A check is in/);
  await inspector.getByRole('button', { name: 'Record the answer' }).click();
  await expect(lessons).toContainText('Heeded');
  await expect(inspector.getByRole('list', { name: 'Answers' }).getByRole('listitem')).toHaveCount(
    3,
  );
  expect(await objectionsInBoth(page)).toEqual([]);

  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('Find or do anything').fill('disc import');
  await page.getByRole('option', { name: /Check <b>the disc/ }).click();
  await expect(page).toHaveURL(/show=lessons&sel=/);
});
