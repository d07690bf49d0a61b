import { expect } from '@playwright/test';
import { z } from 'zod';
import { objectionsInBoth } from '../support/axe.ts';
import { test } from '../support/host.ts';
import { openScreen, planWorkspace } from '../support/plan.ts';

const plan = z.object({
  tasks: z.array(
    z.object({ title: z.string(), beginsOn: z.string(), doneOn: z.string().nullable() }),
  ),
});

test('a plan is made, read as bars and worked on by keyboard alone', async ({ page, host }) => {
  const { release } = await planWorkspace(host);
  const id = await release('Payments 5.1', '2031-05-20T21:00:00.000Z');
  const saved = async () => plan.parse(await host.call('tasks.list', { releaseId: id })).tasks;
  await openScreen(page, host, `/releases/${id}/plan`);

  const form = page.getByRole('form', { name: 'Add to the plan' });
  await form.getByLabel('From').fill('2031-05-14');
  await form.getByLabel('Title').focus();
  await page.keyboard.type('Migrate data');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Migrate data', exact: true })).toBeVisible();
  const long = 'A title as long as people write them when nobody stops them <b>שלום</b> and longer';
  await page.keyboard.type(long);
  await page.keyboard.press('Enter');
  const second = page.getByRole('button', { name: long, exact: true });
  await expect(second).toBeVisible();

  await second.focus();
  await page.keyboard.press('Enter');
  const inspector = page.getByRole('complementary', { name: long });
  await inspector.getByLabel('Add a predecessor').selectOption('Migrate data');
  await expect(inspector).toContainText('waits for Migrate data, which ends Wed 14 May 2031');
  expect(await objectionsInBoth(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(inspector).toBeHidden();
  await expect(second).toBeFocused();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(second).toBeFocused();
  await expect
    .poll(async () => (await saved()).map(({ title }) => title))
    .toEqual([long, 'Migrate data']);
  await page.keyboard.press('b');
  const bars = page.getByRole('list', { name: 'Tasks as bars' });
  await bars.getByRole('button').first().focus();
  await page.keyboard.press('j');
  await expect(
    bars.getByRole('button', { name: /^Migrate data, nobody, Wed 14 May/ }),
  ).toBeFocused();
  await page.keyboard.press('d');
  await expect.poll(async () => (await saved())[1]?.doneOn).not.toBeNull();
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await saved())[1]?.doneOn).toBeNull();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary', { name: 'Migrate data' })).toBeVisible();
  expect(await objectionsInBoth(page)).toEqual([]);
});
