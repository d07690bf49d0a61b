import { expect } from '@playwright/test';
import { objections } from '../support/axe.ts';
import { test } from '../support/host.ts';
import { openScreen, planWorkspace } from '../support/plan.ts';

test('the releases are found by any word, and each says what is in its way', async ({
  page,
  host,
}) => {
  const { release } = await planWorkspace(host);
  await release('Payments 5.1', '2031-05-20T21:00:00.000Z', 'major');
  await release('إصدار المدفوعات', '2031-05-21T21:00:00.000Z', 'patch');
  const long = 'A release whose name is eighty characters long so that nothing else has room left';
  await release(long, '2031-05-22T21:00:00.000Z');
  await openScreen(page, host, '/releases');
  const grid = page.getByRole('grid', { name: 'Releases' });
  await expect(grid.getByRole('row')).toHaveCount(4);
  const first = grid.getByRole('row').filter({ hasText: 'Payments 5.1' });
  await expect(first).toContainText('0/11');
  await expect(first).toContainText('payments-api has no commit');
  await expect(first).toContainText('Tue 20 May 2031 22:00');
  expect(await objections(page)).toEqual([]);

  await page.getByLabel('Filter releases').fill('okafor patch');
  await expect(grid.getByRole('row')).toHaveCount(2);
  await page.getByLabel('Filter releases').fill('nothing like it');
  await expect(page.getByText('No release fits “nothing like it”.')).toBeVisible();
  await page.getByLabel('Filter releases').fill('');
  await page.getByText('Past', { exact: true }).click();
  await expect(page.getByText('No release has been closed yet.')).toBeVisible();
});

test('the risk of a release explains itself', async ({ page, host }) => {
  const { release } = await planWorkspace(host);
  const id = await release('Payments 5.1', '2031-05-20T21:00:00.000Z');
  await host.call('risks.add', {
    releaseId: id,
    title: 'Queues fill up',
    likelihood: 3,
    impact: 4,
  });
  await openScreen(page, host, `/releases/${id}/overview`);
  await page.getByRole('button', { name: 'why? (Risk of Payments 5.1)' }).click();
  const why = page.getByRole('dialog', { name: 'Risk of Payments 5.1' });
  await expect(why).toContainText('likelihood 3 × impact 4 = 12, high from 10');
  await expect(why).toContainText('no rollback plan yet');
});

test('the plan of a release is edited where it stands, and nothing typed is lost', async ({
  page,
  host,
}) => {
  const { release } = await planWorkspace(host);
  const id = await release('Payments 5.1', '2031-05-20T21:00:00.000Z');
  await openScreen(page, host, `/releases/${id}/overview`);
  await page.getByLabel('Change number').fill('CHG0012345');
  await page.getByLabel('Change number').press('Enter');
  await expect(page.getByTitle('Change number')).toHaveText('CHG0012345');

  await page.getByRole('button', { name: 'Edit the planned deployments' }).click();
  const form = page.getByRole('form', { name: 'Edit the deployments' });
  await expect(form.getByLabel('At', { exact: true })).toHaveValue('22:00');
  await form.getByLabel('At', { exact: true }).fill('23:00');
  await page.reload();
  await page.getByRole('button', { name: 'Edit the planned deployments' }).click();
  await expect(form.getByLabel('At', { exact: true })).toHaveValue('23:00');
  await form.getByRole('button', { name: 'Save deployments' }).click();
  await expect(form).toBeHidden();
  await expect(page.locator('main header')).toContainText('23:00');
});
