import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { z } from 'zod';
import { azureDevops } from '../../support/answers/azure-devops.ts';
import { anApplication, startArgoServer } from '../../support/servers/argo-cd.ts';
import { aBuild as anAzureBuild, startAzureServer } from '../../support/servers/azure-devops.ts';
import { anAzureDeployment } from '../../support/servers/azure-releases.ts';
import { aGitlabDeployment, aPipeline, startGitlabServer } from '../../support/servers/gitlab.ts';
import { actionsOf, aBuild, aJob, startJenkinsServer } from '../../support/servers/jenkins.ts';
import { aDeployed, startOctopusServer } from '../../support/servers/octopus.ts';
import type { RunningHost } from '../../support/running-host.ts';
import { objectionsInBoth, showScheme } from '../support/axe.ts';
import { test } from '../support/host.ts';
import { openScreen, planWorkspace } from '../support/plan.ts';

/**
 * From nothing to the path of one release over five systems: connect each, sync it, map what it names,
 * and see where each component came. With `SLIPWAY_GUIDE=1` the pictures of docs/guide are taken anew.
 */
test.use({ viewport: { width: 1440, height: 900 } });

const guide = join(import.meta.dirname, '../../../docs/guide');
const takesPictures = process.env['SLIPWAY_GUIDE'] === '1';

/** Of the components, in the words of every system that tells of them. */
const commits = {
  payments: 'c0ffee'.padEnd(40, '1'),
  checkout: 'decade'.padEnd(40, '2'),
  ledger: 'facade'.padEnd(40, '3'),
};
const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

type System = { provider: string; address: string; place: string; token: string; name: string };

test('the path of a release over five systems', async ({ page, host }) => {
  test.setTimeout(120_000);
  const token = 'mara:canary-token-7';
  const key = 'API-CANARY';
  const jenkins = await startJenkinsServer({
    clock: Date.now,
    token,
    items: [aJob('payments', [aBuild({ actions: actionsOf(commits.payments, 'main') })])],
  });
  const gitlab = await startGitlabServer({
    clock: Date.now,
    pipelines: [aPipeline({ sha: commits.checkout, updated_at: ago(200) })],
  });
  gitlab.deployments.push(
    aGitlabDeployment({
      ...{ sha: commits.checkout, updated_at: ago(180), deployable: null, status: 'success' },
      environment: { id: 9, name: 'Staging', external_url: 'https://shop.example.com' },
    }),
  );
  const azure = await startAzureServer({
    clock: Date.now,
    builds: [anAzureBuild({ sourceVersion: commits.ledger, queueTime: ago(240) })],
  });
  azure.deployments = [ledgerDeployed()];
  const octopus = await startOctopusServer({ clock: Date.now, token: key });
  octopus.deployed = [
    aDeployed(1, ago(120), { deployment: { EnvironmentId: 'Environments-1' } }),
    aDeployed(2, ago(30), { deployment: { EnvironmentId: 'Environments-2' } }),
  ];
  const argo = await startArgoServer({ clock: Date.now, token });
  argo.applications = [checkoutApplication()];
  const servers = [jenkins, gitlab, azure, octopus, argo];

  const releaseId = await plan(host);
  for (const system of [
    { provider: 'Jenkins', address: jenkins.baseUrl, place: 'payments', token, name: 'CI' },
    { provider: 'GitLab CI', address: gitlab.baseUrl, place: 'acme/shop', token: '', name: 'Web' },
    { provider: 'Azure DevOps', address: azure.baseUrl, place: 'shop', token: '', name: 'Ledger' },
    {
      provider: 'Octopus Deploy',
      address: octopus.baseUrl,
      place: '',
      token: key,
      name: 'Octopus',
    },
    { provider: 'Argo CD', address: argo.baseUrl, place: '', token, name: 'Argo' },
  ]) {
    await connect(page, host, system);
  }
  await mapServices(page, host, 'Web', { 'acme/shop': 'checkout-web' });
  await mapServices(page, host, 'Ledger', { shop: 'ledger' });
  await mapServices(page, host, 'Octopus', { Shop: 'payments-api' });
  await mapServices(page, host, 'Argo', { 'checkout-web': 'checkout-web' });
  for (const name of ['Web', 'Ledger', 'Octopus', 'Argo']) await mapEnvironments(page, host, name);

  await openScreen(page, host, `/releases/${releaseId}/pipelines`);
  const path = page.getByRole('table').filter({ hasText: 'Component' });
  const row = (service: string) => path.getByRole('row').filter({ hasText: service });
  await expect(row('payments-api')).toContainText('Built');
  await expect(row('payments-api')).toContainText('Octopus told it');
  await expect(row('checkout-web')).toContainText('Web told it');
  await expect(row('checkout-web')).toContainText('Argo told it');
  await expect(row('ledger')).toContainText('Ledger told it');
  await expect(row('ledger')).toContainText('Not known');
  expect(await objectionsInBoth(page)).toEqual([]);
  // Without the notices of what was saved.
  await page.reload();
  await expect(row('ledger')).toContainText('Ledger told it');
  await picture(page, 'release-path');

  await openScreen(page, host, '/environments');
  const matrix = page.getByRole('grid').first();
  await expect(matrix.getByText('2.4.0').first()).toBeVisible();
  await picture(page, 'environments-imported');
  for (const server of servers) {
    expect(server.problems).toEqual([]);
    await server.close();
  }
});

/** Through the form, and a first sync. */
async function connect(page: Page, host: RunningHost, system: System): Promise<void> {
  await openScreen(page, host, '/pipelines/new');
  await page.getByLabel('Provider').selectOption(system.provider);
  const field = (name: string) => page.locator(`input[name="${name}"]`);
  await field('baseUrl').fill(system.address);
  await field('repository').fill(system.place);
  await field('token').fill(system.token);
  await field('name').fill(system.name);
  await page.getByRole('button', { name: 'Test', exact: true }).click();
  await expect(page.getByText(/^Reached /)).toBeVisible();
  await picture(page, `connect-${system.provider.toLowerCase().split(' ')[0]}`, ['octopus']);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await page.getByRole('button', { name: 'Sync now' }).click();
  await expect(page.getByText(/\d new/).first()).toBeVisible();
}

async function openTab(page: Page, host: RunningHost, connection: string, tab: string) {
  await openScreen(page, host, '/pipelines');
  await page
    .getByRole('list', { name: 'Connections' })
    .getByText(connection, { exact: true })
    .first()
    .click();
  await page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
}

async function mapServices(
  page: Page,
  host: RunningHost,
  connection: string,
  services: Record<string, string>,
): Promise<void> {
  await openTab(page, host, connection, 'Services');
  for (const [name, label] of Object.entries(services)) {
    await page.getByLabel(`Service of ${name}`, { exact: true }).selectOption({ label });
  }
  await saveMapping(page);
}

async function saveMapping(page: Page): Promise<void> {
  const save = page.getByRole('button', { name: 'Save the mapping' });
  await save.click();
  // Nothing is left to save.
  await expect(save).toBeDisabled();
}

/** All of them are called as those of the workspace. */
async function mapEnvironments(page: Page, host: RunningHost, connection: string): Promise<void> {
  await openTab(page, host, connection, 'Environments');
  await page.getByRole('button', { name: /of the same name/ }).click();
  await saveMapping(page);
}

/** Of the names that are given, where pictures are taken. */
async function picture(page: Page, name: string, only: readonly string[] | null = null) {
  if (!takesPictures || (only !== null && !only.some((each) => name.endsWith(each)))) return;
  for (const colorScheme of ['light', 'dark'] as const) {
    await showScheme(page, colorScheme);
    await page.screenshot({ path: join(guide, `${name}-${colorScheme}.png`) });
  }
  await showScheme(page, 'light');
}

function ledgerDeployed() {
  const { release } = azureDevops.deployments;
  const artifacts = release.artifacts.map((artifact) => ({
    ...artifact,
    definitionReference: {
      ...artifact.definitionReference,
      sourceVersion: { id: commits.ledger, name: '' },
    },
  }));
  return anAzureDeployment({ lastModifiedOn: ago(20), release: { ...release, artifacts } });
}

function checkoutApplication() {
  const revision = commits.checkout;
  return anApplication('checkout-web', {
    spec: { destination: { name: 'Production', namespace: '' } },
    status: {
      sync: { status: 'Synced', revision },
      history: [{ id: 1, revision, deployStartedAt: ago(26), deployedAt: ago(25) }],
      summary: { images: ['registry.example.com/checkout-web:2026.11.0'] },
    },
  });
}

/** A release of three services, each at a commit, to production in an hour. */
async function plan(host: RunningHost): Promise<string> {
  const { serviceId: payments, maraId: ownerId } = await planWorkspace(host);
  const make = async (name: string, input: unknown) => made.parse(await host.call(name, input)).id;
  const checkout = await make('services.save', { name: 'checkout-web' });
  const ledger = await make('services.save', { name: 'ledger' });
  await make('environments.save', { name: 'Staging', kind: 'staging', region: '' });
  const environmentId = await make('environments.save', {
    ...{ name: 'Production', kind: 'production', region: '' },
  });
  return make('releases.create', {
    ...{ name: 'Shop 2.4', type: 'minor', ownerId },
    components: [
      { serviceId: payments, version: '2.4.0', commit: commits.payments },
      { serviceId: checkout, version: '2026.11.0', commit: commits.checkout },
      { serviceId: ledger, version: '1.9.0', commit: commits.ledger },
    ],
    deployments: [{ environmentId, startAt: ago(-60), zone: 'Europe/London', durationMinutes: 60 }],
  });
}

const made = z.object({ id: z.string() });
