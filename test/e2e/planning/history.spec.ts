import { expect } from '@playwright/test';
import { z } from 'zod';
import type { RunningHost } from '../../support/running-host.ts';
import { objections, objectionsInBoth } from '../support/axe.ts';
import { keys } from '../support/hand.ts';
import { test } from '../support/host.ts';
import { openScreen, planWorkspace } from '../support/plan.ts';

const made = z.object({ id: z.string() });

/** A release with one scope item that Dana entered; Mara works on this device. */
async function planScope(host: RunningHost) {
  const plan = await planWorkspace(host);
  const releaseId = await plan.release('Payments 5.1', '2031-05-20T21:00:00.000Z');
  await host.call('workspace.actAs', { personId: plan.danaId });
  const given = { releaseId, title: 'Refunds', ticket: 'PAY-2' };
  const { id: itemId } = made.parse(await host.call('scope.add', given));
  await host.call('workspace.actAs', { personId: plan.maraId });
  return { ...plan, releaseId, itemId };
}

test('an undo in one window shows in the other, and both can do it again', async ({
  page,
  host,
  context,
}) => {
  const { releaseId } = await planScope(host);
  const other = await context.newPage();
  await openScreen(page, host, `/releases/${releaseId}/scope`);
  await openScreen(other, host, `/releases/${releaseId}/scope`);
  const here = page.getByLabel('Title of PAY-2');
  const there = other.getByLabel('Title of PAY-2');
  await here.fill('Refunds by card');
  await here.press('Enter');
  await expect(there).toHaveValue('Refunds by card');

  await other.locator('#main').focus();
  await other.keyboard.press('ControlOrMeta+z');
  const messages = other.getByRole('region', { name: 'Messages' });
  await expect(messages).toContainText('Undid: changed the title of PAY-2');
  await expect(here).toHaveValue('Refunds');
  await expect(there).toHaveValue('Refunds');
  expect(await objectionsInBoth(other)).toEqual([]);

  await page.locator('#main').focus();
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(there).toHaveValue('Refunds by card');
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: 'Find or do anything' }).fill('undo');
  await page.getByRole('option', { name: 'Undo: changed the title of PAY-2' }).click();
  await expect(there).toHaveValue('Refunds');
});

test('what somebody changed since is not undone, with both values and the ways out', async ({
  page,
  host,
}) => {
  const { releaseId, itemId, danaId, maraId } = await planScope(host);
  await host.call('rollback.save', { releaseId, steps: 'Route back' });
  await host.call('scope.update', { id: itemId, title: 'By Mara' });
  await host.call('workspace.actAs', { personId: danaId });
  await host.call('scope.update', { id: itemId, title: 'By Dana' });
  await host.call('workspace.actAs', { personId: maraId });
  await openScreen(page, host, `/releases/${releaseId}/rollback`);
  await page.locator('#main').focus();
  await page.keyboard.press('ControlOrMeta+z');
  const refusal = page.getByRole('alert');
  await expect(refusal).toContainText(
    'Dana Voss changed the title of PAY-2 since: it is now “By Dana”, and your change had left “By Mara”',
  );
  // It stays while somebody points at it, however long the look takes.
  await refusal.hover();
  expect(await objectionsInBoth(page)).toEqual([]);
  await refusal.getByRole('button', { name: /^Undo instead: changed the steps/ }).click();
  await expect(refusal).toBeHidden();
  await expect(page.getByRole('textbox', { name: 'Rollback steps, in order' })).toHaveValue('');
});

test('the history is narrowed, compared and restored from, by keyboard alone', async ({
  page,
  host,
}) => {
  const { releaseId, itemId, danaId } = await planScope(host);
  await host.call('scope.update', { id: itemId, title: 'Refunds by card' });
  await host.call('releases.update', { id: releaseId, notes: 'Takes two days' });
  await openScreen(page, host, `/releases/${releaseId}/history`);
  await expect(page.getByText('created the release')).toBeVisible();
  await keys.choose(page.getByLabel('Kind of thing'), 'Scope');
  await keys.choose(page.getByLabel('Field'), 'title');
  await expect(page.getByText('created the release')).toBeHidden();
  await expect(page.getByText('2 changes')).toBeVisible();
  expect(page.url()).toContain('kind=scope&field=title');
  expect(await objectionsInBoth(page)).toEqual([]);
  await page.reload();
  await expect(page.getByText('2 changes')).toBeVisible();

  await keys.press(page.getByRole('button', { name: /^Restore the title of .*: Refunds$/ }));
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('Restored the title');
  await expect(page.getByText('3 changes')).toBeVisible();
  await keys.choose(page.getByLabel('Person'), 'Dana Voss');
  await expect(page.getByText('1 change', { exact: true })).toBeVisible();
  expect(page.url()).toContain(danaId);
  await keys.press(page.getByRole('button', { name: 'Clear' }));

  await keys.press(page.getByRole('button', { name: 'Compare two moments' }));
  const table = page.getByRole('table');
  await expect(table.getByRole('row').filter({ hasText: 'PAY-2 Refunds' })).toContainText('added');
  await expect(table.getByRole('row').filter({ hasText: 'Notes' })).toContainText('Takes two days');
  expect(await objections(page)).toEqual([]);
  await page.goBack();
  await expect(page.getByText('created the release')).toBeVisible();
});
