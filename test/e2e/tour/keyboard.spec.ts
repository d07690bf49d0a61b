import { expect } from '@playwright/test';
import { tabTo } from '../support/hand.ts';
import { test } from '../support/host.ts';
import { openScreen, planWorkspace } from '../support/plan.ts';
import { inspector } from '../support/rail.ts';

test('lists move with j and k, and Escape gives the focus back', async ({ page, host }) => {
  const { release } = await planWorkspace(host);
  await release('Payments 5.1', '2031-05-20T21:00:00.000Z');
  const second = await release('Payments 5.2', '2031-06-20T21:00:00.000Z');
  await openScreen(page, host, '/releases');
  const list = page.getByRole('grid', { name: 'Releases' });
  await expect(list.getByText('Payments 5.2', { exact: true })).toBeVisible();

  await tabTo(list);
  const atCursor = async () => await list.getAttribute('aria-activedescendant');
  for (const key of ['j', 'j', 'k', 'j']) await page.keyboard.press(key);
  await expect.poll(atCursor).toMatch(/-1$/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/releases/${second}/overview`));

  const tabs = page.getByRole('navigation', { name: 'Parts of the release' });
  await tabTo(tabs.getByRole('link', { name: 'Gates' }));
  await page.keyboard.press('Enter');
  const gates = page.locator('[data-gate]');
  await expect(gates).toHaveCount(6);
  await tabTo(gates.first());
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect(gates.nth(2)).toBeFocused();
  await page.keyboard.press('Enter');
  const beside = inspector(page, (await gates.nth(2).innerText()).trim());
  await expect(beside).toBeVisible();
  await tabTo(beside.getByRole('button', { name: 'Close' }));
  await page.keyboard.press('Escape');
  await expect(beside).toBeHidden();
  await expect(gates.nth(2)).toBeFocused();
});
