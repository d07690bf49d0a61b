import { expect } from '@playwright/test';
import { objections } from '../support/axe.ts';
import { test } from '../support/host.ts';
import { openScreen, planWorkspace } from '../support/plan.ts';

test('a start that is taken is told, an exception asked for, and granted by somebody else', async ({
  page,
  host,
}) => {
  const { release, danaId } = await planWorkspace(host);
  const id = await release('Payments 5.1', '2031-05-20T21:00:00.000Z');
  await release('Payments 5.2', '2031-05-21T21:00:00.000Z');
  await openScreen(page, host, '/calendar?month=2031-05');
  await page.locator('[data-page="shown"] [data-date="2031-05-20"]').getByRole('link').focus();
  await page.keyboard.press('Alt+ArrowRight');
  const bar = page.getByRole('group', { name: 'Move Payments 5.1, prod-eu' });
  await expect(bar).toContainText('Needs an exception');
  await bar.getByRole('button', { name: 'Nearest free: Fri 23 May 2031 22:00 London' }).click();
  await expect(bar).toContainText('Nothing stands against this start.');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/moved to Wed 21 May 2031/)).toBeVisible();

  await openScreen(page, host, `/releases/${id}/overview`);
  const ask = page.getByRole('button', {
    name: 'Ask for an exception to Environment taken: Payments 5.2',
  });
  await ask.click();
  await page.getByLabel('Why the rule cannot be kept').fill('Both are one change for customers');
  await page.getByLabel('What may come of it').fill('One is rolled back with the other');
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  const list = page.getByRole('list', { name: 'Exceptions', exact: true });
  await expect(list).toContainText('Anybody but Mara Okafor');
  await expect(list.getByRole('button', { name: /^Decide/ })).toHaveCount(0);
  await host.call('workspace.actAs', { personId: danaId });
  await list.getByRole('button', { name: /^Decide/ }).click();
  await page.getByRole('button', { name: 'Grant the exception' }).click();
  await expect(list).toContainText('Granted');
  expect(await objections(page)).toEqual([]);
});
