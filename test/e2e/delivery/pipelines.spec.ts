import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aDeployment, aStatus } from '../../support/servers/deployments.ts';
import { stalled } from '../../support/servers/faults.ts';
import { startGithubServer } from '../../support/servers/github.ts';
import { aRun, someRuns } from '../../support/servers/runs.ts';
import { expect } from '@playwright/test';
import { objections } from '../support/axe.ts';
import { test } from '../support/host.ts';
import { openScreen, planWorkspace } from '../support/plan.ts';

const token = 'canary-token-7';

test('a repository is connected, mapped and synced; a second sync changes nothing', async ({
  page,
  host,
}) => {
  const github = await startGithubServer({ runs: someRuns(250), token });
  await planWorkspace(host);
  await openScreen(page, host, '/pipelines');
  expect(await objections(page)).toEqual([]);
  await page.getByRole('button', { name: 'Connect a system' }).click();
  await page.getByLabel('Address of the API').fill(github.baseUrl);
  await page.getByLabel('Repository').fill('acme/shop');
  await page.getByLabel(/^Token/).fill(token);
  await page.getByRole('button', { name: 'Test', exact: true }).click();
  await expect(page.getByText(/^Reached acme\/shop/)).toBeVisible();
  await page.getByRole('combobox', { name: /^Service of/ }).selectOption('payments-api');
  expect(await objections(page)).toEqual([]);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();

  await page.getByRole('button', { name: 'Sync now' }).click();
  await expect(page.getByText('250 new')).toBeVisible();
  const runs = page.getByRole('grid', { name: 'Pipeline runs' });
  await expect(runs).toHaveAttribute('aria-rowcount', '251');
  expect(await objections(page)).toEqual([]);
  await page.getByRole('button', { name: 'Sync now' }).click();
  await expect(page.getByText('0 new')).toBeVisible();
  await expect(page.getByText('0 updated')).toBeVisible();

  // By keyboard into a run and out again.
  await runs.focus();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary')).toContainText('At the provider');
  expect(await objections(page)).toEqual([]);
  const link = page.getByRole('link', { name: 'Open at the provider' });
  await expect(link).toHaveAttribute('rel', 'noreferrer');
  expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain(token);
  expect(github.problems).toEqual([]);
  await github.close();
});

test('a sync that hangs is cancelled, and says that what was saved stays', async ({
  page,
  host,
}) => {
  const github = await startGithubServer({ runs: someRuns(3) });
  await planWorkspace(host);
  const saved = { name: 'shop', baseUrl: github.baseUrl, repository: 'acme/shop' };
  await host.call('connections.save', saved);
  github.fail(stalled);
  await openScreen(page, host, '/pipelines');
  await page.getByRole('button', { name: 'shop', exact: true }).click();
  await page.getByRole('button', { name: 'Sync now' }).click();
  const main = page.getByRole('main');
  await main.getByRole('button', { name: 'Cancel: Sync shop' }).click();
  await expect(main.getByText(/what was (already )?saved stays/i)).toBeVisible();
  await github.close();
});

test('an exported file is imported through the browser, and hostile text stays text', async ({
  page,
  host,
}) => {
  await planWorkspace(host);
  const saved = { name: 'shop', baseUrl: 'http://127.0.0.1:9', repository: 'acme/shop' };
  await host.call('connections.save', saved);
  const hostile = aRun({
    name: '<img src=x onerror="document.title=1">',
    html_url: 'javascript:alert(1)',
  });
  const file = join(host.folder, 'runs.json');
  writeFileSync(file, JSON.stringify({ workflow_runs: [hostile, { id: 'broken' }] }));
  await openScreen(page, host, '/pipelines');
  await page.getByRole('button', { name: 'shop', exact: true }).click();
  await page.getByLabel('Exported runs').setInputFiles(file);
  await expect(page.getByText('File imported')).toBeVisible();
  await expect(page.getByText('1 new')).toBeVisible();
  await page.getByText(/^What was left out, and why/).click();
  expect(await objections(page)).toEqual([]);

  const runs = page.getByRole('grid', { name: 'Pipeline runs' });
  await expect(runs.getByText('<img src=x')).toBeVisible();
  await expect(runs.getByRole('link')).toHaveCount(0);
  await expect(page).toHaveTitle('Slipway');
});

test('deployments are synced, shown, and mapped to environments', async ({ page, host }) => {
  const github = await startGithubServer();
  const deployment = aDeployment({ environment: 'demo/größe', ref: 'feature/ü' });
  github.deployments.push(deployment);
  github.statuses.set(deployment.id, [aStatus(deployment, 'success', { environment: '' })]);
  await planWorkspace(host);
  const place = { baseUrl: github.baseUrl, repository: 'acme/shop' };
  await host.call('connections.save', { name: 'shop', ...place });
  await openScreen(page, host, '/pipelines');
  await page.getByRole('button', { name: 'Sync shop' }).click();
  await page.getByRole('tab', { name: 'Deployments' }).click();
  const table = page.getByRole('grid', { name: 'Deployments' });
  await expect(table.getByText('demo/größe')).toBeVisible();
  expect(await objections(page)).toEqual([]);
  await page.getByRole('button', { name: 'shop', exact: true }).click();
  await page.getByRole('tab', { name: /^Environments/ }).click();
  const environment = page.getByRole('combobox', { name: 'Environment of demo/größe' });
  await environment.selectOption({ index: 1 });
  expect(await objections(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save the mapping' }).click();
  await expect(page.getByText('Environments saved')).toBeVisible();
  await github.close();
});
