import { expect } from '@playwright/test';
import { z } from 'zod';
import { objectionsInBoth } from '../support/axe.ts';
import { test } from '../support/host.ts';
import { openScreen, planWorkspace } from '../support/plan.ts';

const started = z.object({ startAt: z.string() });

test('a release is moved with what waits for it, and one undo takes all of it back', async ({
  page,
  host,
}) => {
  const { release } = await planWorkspace(host);
  const payments = await release('Payments 5.1', '2031-05-20T21:00:00.000Z');
  const checkout = await release('Checkout 8', '2031-05-22T21:00:00.000Z');
  const gateway = await release('Gateway 1.1', '2031-05-21T06:00:00.000Z');
  await host.call('dependencies.add', {
    ...{ releaseId: checkout, targetReleaseId: payments, lagDays: 1 },
  });
  await host.call('baselines.set', { releaseId: payments, note: 'Agreed <b>then</b>' });
  const startOf = async (id: string) =>
    started.parse(await host.call('releases.get', { id })).startAt;

  await openScreen(page, host, `/releases/${gateway}/overview`);
  await page.getByLabel('Part of').selectOption('Payments 5.1 (R-1)');
  await page.getByRole('link', { name: 'Open', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Decide' })).toBeVisible();
  const parts = page.getByRole('list', { name: 'Releases that are part of Payments 5.1' });
  await expect(parts).toContainText('Gateway 1.1');

  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('Find or do anything').fill('everything behind');
  await page.getByRole('option', { name: 'Move the release with everything' }).click();
  const dialog = page.getByRole('dialog', { name: 'Move with everything behind it' });
  await dialog.getByLabel('New start', { exact: true }).fill('2031-05-23');
  const moves = dialog.getByRole('list', { name: 'Releases that move' });
  await expect(moves.getByRole('listitem')).toHaveCount(3);
  await expect(moves).toContainText('It waits for Payments 5.1, which ends Fri 23 May 2031 23:00');
  expect(await objectionsInBoth(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Move 3 releases' }).click();
  await expect(dialog).toBeHidden();
  expect(await startOf(checkout)).toBe('2031-05-27T21:00:00.000Z');
  expect(await startOf(gateway)).toBe('2031-05-24T06:00:00.000Z');

  await openScreen(page, host, `/releases/${payments}/plan`);
  await expect(page.getByRole('row', { name: /^Start/ })).toContainText('3 days later');
  await openScreen(page, host, `/releases/${checkout}/plan`);
  await expect(page.getByRole('img', { name: /^Payments 5.1: ready/ })).toBeVisible();
  expect(await objectionsInBoth(page)).toEqual([]);
  await page.keyboard.press('Control+z');
  await expect.poll(() => startOf(checkout)).toBe('2031-05-22T21:00:00.000Z');
  expect(await startOf(payments)).toBe('2031-05-20T21:00:00.000Z');
  expect(await startOf(gateway)).toBe('2031-05-21T06:00:00.000Z');
});
