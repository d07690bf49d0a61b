import { expect } from '@playwright/test';
import { objections } from '../support/axe.ts';
import { keys as hand } from '../support/hand.ts';
import { test } from '../support/host.ts';
import { openScreen, planWorkspace } from '../support/plan.ts';

test('a template grows by keyboard, and a list is pasted beside it', async ({ page, host }) => {
  const plan = await planWorkspace(host);
  const fromReleaseId = await plan.release('Payments 5.1', '2026-11-30T22:00:00.000Z', 'patch');
  await host.call('templates.save', { fromReleaseId, name: 'Payments patch' });

  await openScreen(page, host, '/settings/templates');
  const row = page.getByRole('button', { name: 'Payments patch', exact: true });
  await expect(row).toBeVisible();
  expect(await objections(page)).toEqual([]);
  await hand.press(row);
  await hand.press(page.getByRole('button', { name: 'Add a gate' }));
  const gate = page.getByRole('complementary', { name: 'A new gate' });
  await hand.write(gate.getByLabel('Why it is there'), 'The board asks for it.');
  await hand.tick(gate.getByRole('checkbox', { name: 'Compliance' }));
  await hand.write(gate.getByLabel('Name'), 'Board');
  expect(await objections(page)).toEqual([]);
  await hand.press(page.getByRole('button', { name: 'Save as version 2' }));
  await expect(page.getByText('Version 2 saved')).toBeVisible();

  await openScreen(page, host, '/settings/people');
  await hand.press(page.getByRole('button', { name: 'Paste a list' }));
  await page.getByLabel('List').fill('Nia Park\tnia@harbour.example');
  const add = page.getByRole('button', { name: 'Add 1 person' });
  await expect(add).toBeEnabled();
  expect(await objections(page)).toEqual([]);
  await hand.press(add);
  await expect(page.getByText('1 person taken from the list')).toBeVisible();

  await openScreen(page, host, `/releases/${fromReleaseId}/rollback`);
  await hand.press(page.getByRole('button', { name: 'Record a rehearsal' }));
  await hand.press(page.getByRole('button', { name: 'Record it' }));
  await expect(page.getByText('passed', { exact: true })).toBeVisible();
  expect(await objections(page)).toEqual([]);
});
