import { expect, type Locator, type Page } from '@playwright/test';
import { objections } from '../support/axe.ts';
import { test } from '../support/host.ts';
import { openScreen, planWorkspace } from '../support/plan.ts';

/** Goes on by Tab until something has the focus, as somebody without a mouse does; gives the steps. */
async function tabTo(page: Page, target: Locator): Promise<number> {
  for (let steps = 0; steps < 25; steps += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return steps;
    await page.keyboard.press('Tab');
  }
  throw new Error('25 steps did not lead there');
}

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
  await page.keyboard.type('The load test is missing');
  await page.keyboard.press('Control+Enter');
  await expect(votes.getByText('No-go', { exact: true })).toBeVisible();

  // Once it is recorded its field is gone, and the keys are those of the meeting again.
  await expect(reason).toHaveCount(0);
  await page.keyboard.press('n');
  await expect(room.getByRole('heading', { name: 'Checkout 8' })).toBeVisible();
  await page.keyboard.press('e');
  const closing = page.getByRole('dialog', { name: 'Close CAB of today' });
  await expect(closing).toBeVisible();
  await tabTo(page, closing.getByRole('button', { name: 'Close the meeting' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Held', { exact: true })).toBeVisible();
});

test('two people decide in an emergency by keyboard, and its review is on the checklist', async ({
  page,
  host,
}) => {
  const { release } = await planWorkspace(host);
  const person = (name: string, ...roles: string[]) => host.call('people.save', { name, roles });
  await person('Ana Duarte', 'operations');
  await person('Jon Bell', 'product-owner', 'security-lead');
  const soon = new Date(Date.now() + 3_600_000).toISOString();
  const id = await release('Payments 4.1.1', soon, 'emergency');
  await openScreen(page, host, `/releases/${id}/gates`);
  await expect(page.getByRole('button', { name: 'Go on' })).toBeVisible();

  await page.keyboard.press('Shift+E');
  const form = page.getByRole('dialog', { name: 'Emergency CAB on Payments 4.1.1' });
  const cause = form.getByRole('textbox', { name: 'What cannot wait' });
  await expect(cause).toBeFocused();
  await expect(form.getByRole('combobox', { name: 'First person' })).toContainText('Ana Duarte');
  expect(await objections(page)).toEqual([]);
  await page.keyboard.type('Cards are refused since 09:00');
  const second = form.getByRole('combobox', { name: 'Decides as well' });
  const toSecond = await tabTo(page, second);
  await page.keyboard.press('ArrowDown');
  await expect(second).toHaveValue('no-go');
  await page.keyboard.press('ArrowUp');
  await expect(second).toHaveValue('go');
  const record = form.getByRole('button', { name: 'Record the emergency CAB' });
  const toRecord = await tabTo(page, record);
  await page.keyboard.press('Enter');
  // Beside the reason that is typed, so few keys that it is done in well under a minute.
  expect(toSecond + toRecord).toBeLessThanOrEqual(8);
  await expect(form).toHaveCount(0);
  await expect(page.getByText(/The emergency CAB is recorded; its review is due/)).toBeVisible();

  await openScreen(page, host, `/releases/${id}/checklist`);
  await expect(
    page.getByText('Post-implementation review of the emergency change is held').first(),
  ).toBeVisible();
  expect(await objections(page)).toEqual([]);
});
