import { expect } from '@playwright/test';
import { z } from 'zod';
import { objectionsInBoth } from '../support/axe.ts';
import { test } from '../support/host.ts';
import { openScreen, planWorkspace } from '../support/plan.ts';

const items = z.array(
  z.object({
    text: z.string(),
    state: z.string(),
    evidence: z.string(),
    dueOn: z.string().nullable(),
  }),
);

test('items of all releases are changed together, and a template of one’s own is published', async ({
  page,
  host,
}) => {
  const plan = await planWorkspace(host);
  const releaseId = await plan.release('Payments 4.2', '2031-05-12T09:00:00.000Z');
  const list = async () => items.parse(await host.call('checklists.list', { releaseId }));
  await openScreen(page, host, '/checklists?whose=all');
  const table = page.getByRole('grid', { name: 'Checklist items' });
  await table.getByRole('row').nth(1).click();
  await expect(page.getByRole('complementary')).toContainText('It moves with the release');
  expect(await objectionsInBoth(page)).toEqual([]);
  await page.keyboard.press('Escape');

  await page.getByRole('checkbox', { name: /all/i }).first().check();
  await page.getByRole('button', { name: 'Change owner, date or state' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Due/).fill('2031-05-02');
  await dialog.getByRole('button', { name: /^Change \d+ items$/ }).click();
  await expect(dialog).toBeHidden();
  expect((await list()).every(({ dueOn }) => dueOn === '2031-05-02')).toBe(true);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await list()).every(({ dueOn }) => dueOn === null)).toBe(true);

  // What asks for a note is done with it, in place.
  await openScreen(page, host, `/releases/${releaseId}/checklist`);
  await page.getByRole('checkbox', { name: /^Rollback and disaster/ }).click();
  const form = page.getByRole('form', { name: 'Mark done' });
  await form.getByLabel('What shows it?').fill('Restored in 12 minutes <b>שלום</b>');
  await page.keyboard.press('Control+Enter');
  await expect
    .poll(async () => (await list()).filter(({ state }) => state === 'done'))
    .toMatchObject([{ evidence: 'Restored in 12 minutes <b>שלום</b>' }]);

  await openScreen(page, host, '/checklists/templates');
  await page.getByRole('button', { name: /^Copy the template/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Copy', exact: true }).click();
  await page.getByLabel('Text of item 1', { exact: true }).fill('The scope is agreed by two');
  await page.getByRole('button', { name: 'Terms of item 1', exact: true }).click();
  await page.getByLabel(/^Due, days before/).fill('x');
  await page.getByRole('button', { name: 'Publish version 2' }).click();
  await expect(page.getByRole('alert').first()).toContainText('expects whole days');
  await page.getByLabel(/^Due, days before/).fill('9');
  await page.getByRole('button', { name: 'Publish version 2' }).click();
  await page.getByRole('button', { name: 'Versions' }).click();
  await page.getByRole('button', { name: 'What changed in version 2' }).click();
  await expect(page.getByRole('list', { name: 'Changed by version 2' })).toContainText(
    '9 days before the start',
  );
  expect(await objectionsInBoth(page)).toEqual([]);
});
