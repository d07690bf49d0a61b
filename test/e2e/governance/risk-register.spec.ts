import { expect } from '@playwright/test';
import { objectionsInBoth } from '../support/axe.ts';
import { test } from '../support/host.ts';
import { openScreen, planWorkspace } from '../support/plan.ts';

test('the register is narrowed by a cell of the matrix with the keyboard, and a risk opens at its release', async ({
  page,
  host,
}) => {
  const plan = await planWorkspace(host);
  const releaseId = await plan.release('Payments 4.2', '2031-05-12T09:00:00.000Z');
  const add = (title: string, more: object) =>
    host.call('risks.add', { releaseId, title, likelihood: 5, impact: 1, ...more });
  await add('Late <b>copy</b>', { dueOn: '2020-01-01', category: 'Data' });
  await add('Slow queue', { impact: 2, residualLikelihood: 1, residualImpact: 1 });
  await openScreen(page, host, '/releases/risks');
  const table = page.getByRole('grid', { name: 'Risks', exact: true });
  await expect(table).toContainText('overdue');
  expect(await objectionsInBoth(page)).toEqual([]);

  const matrix = page.getByRole('grid', { name: /by likelihood and impact/ });
  await matrix
    .getByRole('button', { name: /impact 1 · negligible/ })
    .first()
    .focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(table).not.toContainText('Late <b>copy</b>');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(table).not.toContainText('Slow queue');
  await table.getByRole('row').nth(1).dblclick();
  await expect(page.getByRole('complementary')).toContainText('Mitigation overdue since');
  await page.getByLabel('Residual likelihood').selectOption('2');
  await expect(page.getByRole('complementary')).toContainText('left 2 × 1 = 2 of 5');
  await expect(page.getByRole('button', { name: /^Needs attention/ })).toBeVisible();

  await openScreen(page, host, '/releases/risks/calibration');
  await expect(page.getByText('No release has gone out yet.')).toBeVisible();
  expect(await objectionsInBoth(page)).toEqual([]);
});
