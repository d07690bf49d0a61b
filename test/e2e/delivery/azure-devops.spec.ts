import { expect } from '@playwright/test';
import { aBuild, startAzureServer } from '../../support/servers/azure-devops.ts';
import { objections } from '../support/axe.ts';
import { test } from '../support/host.ts';
import { openScreen, planWorkspace } from '../support/plan.ts';

const secret = 'canary-token-7';
const waiting = { status: 'inProgress', result: undefined, finishTime: undefined };

test('a project of Azure DevOps is connected by its address and synced', async ({ page, host }) => {
  const azure = await startAzureServer({
    token: secret,
    builds: [
      aBuild({ id: 1 }),
      aBuild({ id: 2, result: 'partiallySucceeded' }),
      aBuild({ id: 3, ...waiting, sourceBranch: 'refs/heads/feature/größe' }),
    ],
  });
  azure.timelines.set(3, [{ type: 'Checkpoint.Approval', state: 'inProgress' }]);
  await planWorkspace(host);
  await openScreen(page, host, '/pipelines/new');
  await page.getByLabel('Provider').selectOption('Azure DevOps');
  const address = page.getByLabel('Address of the organisation');
  await address.fill(`${azure.baseUrl}/Shop/_build?definitionId=7`);
  await address.press('Tab');
  await expect(address).toHaveValue(azure.baseUrl);
  await expect(page.getByLabel('Project', { exact: true })).toHaveValue('Shop');
  await page.getByLabel(/^Token/).fill(secret);
  await page.getByRole('button', { name: 'Test', exact: true }).click();
  await expect(page.getByText('Reached Shop: 1 workflow')).toBeVisible();
  await page.getByRole('combobox', { name: 'Service of shop' }).selectOption('payments-api');
  expect(await objections(page)).toEqual([]);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();

  await page.getByRole('button', { name: 'Sync now' }).click();
  await expect(page.getByText('3 new')).toBeVisible();
  const runs = page.getByRole('grid', { name: 'Pipeline runs' });
  await expect(runs.getByText('feature/größe').first()).toBeVisible();
  await expect(runs.getByText(/approval/i).first()).toBeVisible();
  expect(await objections(page)).toEqual([]);
  expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain(secret);
  expect(azure.problems).toEqual([]);
  await azure.close();
});
