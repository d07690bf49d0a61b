import { expect } from '@playwright/test';
import { aBuild, aJob, aMultibranch, startJenkinsServer } from '../../support/servers/jenkins.ts';
import { objections } from '../support/axe.ts';
import { test } from '../support/host.ts';
import { openScreen, planWorkspace } from '../support/plan.ts';

const secret = 'canary-token-7';

test('a multibranch project of Jenkins is connected by its address and synced', async ({
  page,
  host,
}) => {
  const jenkins = await startJenkinsServer({
    token: `mara:${secret}`,
    items: [
      aMultibranch('shop'),
      aJob('shop/main', [aBuild({ number: 1 }), aBuild({ number: 2, result: 'FAILURE' })]),
      aJob('shop/feature%2Fgröße', [aBuild({ number: 7, building: true, result: null })]),
    ],
  });
  jenkins.stageViews = { 'shop/feature%2Fgröße/7': 'PAUSED_PENDING_INPUT' };
  await planWorkspace(host);
  await openScreen(page, host, '/pipelines/new');
  await page.getByLabel('Provider').selectOption('Jenkins');
  await page.getByLabel('Address of the controller').fill(jenkins.baseUrl);
  await page.getByLabel('Job', { exact: true }).fill(`${jenkins.baseUrl}/job/shop/`);
  await page.getByLabel(/^User and API token/).fill(`mara:${secret}`);
  await page.getByRole('button', { name: 'Test', exact: true }).click();
  await expect(page.getByText('Reached shop: 2 workflows')).toBeVisible();
  await page.getByRole('combobox', { name: 'Service of shop » main' }).selectOption('payments-api');
  expect(await objections(page)).toEqual([]);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();

  await page.getByRole('button', { name: 'Sync now' }).click();
  await expect(page.getByText('3 new')).toBeVisible();
  const runs = page.getByRole('grid', { name: 'Pipeline runs' });
  await expect(runs.getByText('shop » feature/größe').first()).toBeVisible();
  await expect(runs).toHaveAttribute('aria-rowcount', '4');
  expect(await objections(page)).toEqual([]);
  expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain(secret);
  expect(jenkins.problems).toEqual([]);
  await jenkins.close();
});
