import { expect } from '@playwright/test';
import { objectionsInBoth } from '../support/axe.ts';
import { test } from '../support/host.ts';
import { openScreen, planWorkspace } from '../support/plan.ts';

test('a policy is mended at the line that is wrong, tried, and published', async ({
  page,
  host,
}) => {
  const { release } = await planWorkspace(host);
  await release('Payments 5.1', '2031-05-20T21:00:00.000Z');
  await openScreen(page, host, '/settings/policy');
  await page.getByRole('button', { name: 'Start from the policy Startup' }).click();
  const text = page.getByRole('textbox', { name: 'Text of the policy' });
  const right = await text.inputValue();
  await text.fill(right.replace('band == "critical"', 'bnad == "critical"'));
  await expect(page.getByRole('button', { name: /^Line \d+, column \d+/ })).toContainText(
    'names “bnad”, which no condition knows',
  );
  await expect(page.getByRole('button', { name: 'Publish…' })).toBeDisabled();
  await text.fill(right);
  const row = page.getByRole('button', { name: /^Payments 5.1/ });
  await expect(row).toContainText('6 gates');
  await row.click();
  await expect(page.getByRole('table')).toContainText('risk high: no rollback plan yet');
  expect(await objectionsInBoth(page)).toEqual([]);
  await page.getByRole('button', { name: 'Publish…' }).click();
  await page.getByRole('button', { name: 'Publish and change 1 release' }).click();
  await expect(page.getByRole('list', { name: 'Your policies' })).toContainText(
    'version 2 In force',
  );
});
