import { expect } from '@playwright/test';
import { objections } from '../support/axe.ts';
import { test } from '../support/host.ts';
import { openScreen, planWorkspace } from '../support/plan.ts';

test('a meeting is held by keyboard, the room follows, and a no-go waits for its reason', async ({
  page,
  context,
  host,
}) => {
  const { release, maraId, danaId } = await planWorkspace(host);
  const day = 86_400_000;
  const soon = new Date(Date.now() + 2 * day).toISOString();
  await release('Payments 5.1', soon);
  await release('Checkout 8', new Date(Date.now() + 3 * day).toISOString());
  await host.call('cab.create', {
    title: 'CAB of today',
    startsAt: new Date(Date.now() + day).toISOString(),
    zone: 'Europe/London',
    attendeeIds: [maraId, danaId],
  });
  await openScreen(page, host, '/cab');
  await page.getByRole('button', { name: 'CAB of today' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Payments 5.1', exact: true })).toBeVisible();

  await page.keyboard.press('s');
  await expect(page.getByRole('timer', { name: 'Time of the meeting' })).toBeVisible();
  expect(await objections(page)).toEqual([]);
  const [room] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('o')]);
  const votes = room.getByRole('region', { name: 'Votes' });
  await expect(votes.getByText('No vote yet').first()).toBeVisible();
  expect(await objections(room)).toEqual([]);

  await page.bringToFront();
  await page.keyboard.press('g');
  await page.keyboard.press('x');
  const reason = page.getByRole('textbox', { name: 'Reason' });
  await expect(reason).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert')).toContainText('Say why it is a no-go');
  await expect(votes.getByText('Go', { exact: true })).toBeVisible();
  await reason.fill('The load test is missing');
  await page.keyboard.press('Control+Enter');
  await expect(votes.getByText('No-go', { exact: true })).toBeVisible();

  await page.getByRole('heading', { name: 'Payments 5.1', exact: true }).click();
  await page.keyboard.press('n');
  await expect(room.getByRole('heading', { name: 'Checkout 8' })).toBeVisible();
  await page.keyboard.press('e');
  await page.getByRole('button', { name: 'Close the meeting' }).click();
  await expect(page.getByText('Held', { exact: true })).toBeVisible();
});
