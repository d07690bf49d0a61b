import { readFile } from 'node:fs/promises';
import { expect, type Download, type Page } from '@playwright/test';
import { z } from 'zod';
import { startGithubServer, type GithubServer } from '../../support/servers/github.ts';
import { aRun } from '../../support/servers/runs.ts';
import { goTo, inspector, openGate, openPart } from '../support/rail.ts';
import { test as base } from '../support/host.ts';

/** The main job from an empty machine to the dossier, through the real page, host and file. */
base.use({ acceptDownloads: true, viewport: { width: 1440, height: 900 } });

const token = 'github_pat_of_the_tour';
const commit = '9f2c1ab0c4d5e6f708192a3b4c5d6e7f80910213';
const release = 'Payments 4.2';

const test = base.extend<{ github: GithubServer }>({
  github: async ({}, use) => {
    const runs = [aRun({ head_sha: commit, name: 'Build payments' })];
    const github = await startGithubServer({ token, runs, clock: Date.now });
    await use(github);
    await github.close();
  },
});

test('a release is planned, watched, decided and reported', async ({ page, host, github }) => {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));

  await test.step('first run: a workspace of one’s own', async () => {
    await page.goto(host.url);
    await page.getByRole('button', { name: 'Create a workspace' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Payments');
    await expect(page.getByRole('textbox', { name: 'File' })).toHaveValue(/Payments\.slipway$/);
    await page.getByLabel('Time zone').selectOption('Europe/Berlin');
    await page.getByLabel('Your name').fill('Mara Voss');
    await page.getByRole('button', { name: 'Create the workspace' }).click();
    await expect(page.getByRole('heading', { name: 'Releases', level: 1 })).toBeVisible();
    await expect(page.getByTitle('Who is working here')).toContainText('Mara Voss');
  });

  await test.step('people, and who is acting', async () => {
    await goTo(page, 'Settings');
    await page.getByRole('link', { name: 'People' }).click();
    await page.getByRole('button', { name: 'Add a person' }).click();
    const person = inspector(page, 'A new person');
    await person.getByLabel('Name', { exact: true }).fill('Dana Okafor');
    await person.getByLabel('Development lead').check();
    await person.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(page.getByText('Dana Okafor added')).toBeVisible();
    await actAs(page, 'Dana Okafor');
    await actAs(page, 'Mara Voss');
  });

  await test.step('a service and an environment', async () => {
    await page.getByRole('link', { name: 'Services' }).click();
    await page.getByRole('button', { name: 'Add a service' }).click();
    const service = inspector(page, 'A new service');
    await service.getByLabel('Name', { exact: true }).fill('payments-api');
    await service.getByLabel('Criticality').selectOption('High');
    await service.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(page.getByText('payments-api added')).toBeVisible();

    await page.getByRole('link', { name: 'Environments' }).click();
    await page.getByRole('button', { name: 'Add an environment' }).click();
    const environment = inspector(page, 'A new environment');
    await environment.getByLabel('Name', { exact: true }).fill('Production EU');
    await environment.getByRole('radio', { name: /^Production/ }).check();
    await environment.getByLabel('Region').fill('eu-central');
    await environment.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(page.getByText('Production EU added')).toBeVisible();
  });

  await test.step('a release from the template for minor ones', async () => {
    await goTo(page, 'Releases');
    await page.getByRole('link', { name: 'New release' }).click();
    const form = page.getByRole('form', { name: 'New release' });
    await form.getByRole('radio', { name: 'Minor release' }).check();
    await form.getByLabel('Name', { exact: true }).fill(release);
    const component = form.getByRole('group', { name: 'Component 1' });
    await component.getByLabel('Service').selectOption('payments-api');
    await component.getByLabel('Version').fill('4.2');
    await expect(component.getByRole('alert')).toBeVisible();
    await component.getByLabel('Version').fill('4.2.0');
    await expect(component.getByRole('alert')).toBeHidden();
    await component.getByLabel('Commit').fill(commit);
    const deployment = form.getByRole('group', { name: 'Deployment 1' });
    await deployment.getByLabel('Environment').selectOption('Production EU');
    await expect(deployment.getByLabel('Region')).toHaveValue('eu-central');
    await deployment.getByLabel('Start', { exact: true }).fill('2031-05-20');
    await deployment.getByLabel('At', { exact: true }).fill('22:00');
    await expect(deployment.getByRole('status')).toContainText('20:00 UTC');
    await form.getByRole('button', { name: 'Create release' }).click();
    await expect(page.getByRole('heading', { name: release, level: 1 })).toBeVisible();
  });

  await test.step('scope, a risk, an item of the checklist', async () => {
    await openPart(page, 'Scope');
    await addScope(page, 'PAY-914', 'Store card aliases for repeat payments');
    await openPart(page, 'Risks');
    await page.getByRole('button', { name: 'Add a risk' }).click();
    const risk = page.getByRole('form', { name: 'Add a risk' });
    await risk.getByLabel('What could go wrong').fill('The alias store fills up');
    await risk.getByLabel('What is done about it').fill('Watched, with an alarm at 70 %');
    await risk.getByRole('button', { name: 'Add risk with score 9' }).click();
    await expect(inspector(page, 'The alias store fills up')).toBeVisible();
    await openPart(page, 'Checklist');
    const item = page.getByRole('checkbox', { name: /^Cadence and scope are defined/ });
    // The tick shows once it is kept, so that `check` would find it unchanged.
    await item.click();
    await expect(item).toBeChecked();
    const evidence = page.getByLabel(/^Evidence for: Cadence and scope/);
    await evidence.fill('PAY-900');
    await evidence.press('Enter');
    await page.reload();
    await expect(item).toBeChecked();
    await expect(evidence).toHaveValue('PAY-900');
  });

  await test.step('GitHub Actions: test, map, connect, sync', async () => {
    await goTo(page, 'Pipelines');
    await page.getByRole('button', { name: 'Connect a pipeline' }).click();
    await page.getByLabel('Address of the API').fill(github.baseUrl);
    await page.getByLabel('Repository', { exact: true }).fill('acme/shop');
    await page.getByLabel(/^Token/).fill('a wrong one');
    await page.getByRole('button', { name: 'Test', exact: true }).click();
    await expect(page.getByText('The repository was not reached')).toBeVisible();
    await page.getByLabel(/^Token/).fill(token);
    await page.getByRole('button', { name: 'Test', exact: true }).click();
    await expect(page.getByText('Reached acme/shop: 1 workflow')).toBeVisible();
    await page.getByLabel('Service of Build payments').selectOption('payments-api');
    await page.getByRole('button', { name: 'Connect', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'shop', level: 1 })).toBeVisible();
    await page.getByRole('button', { name: 'Sync now' }).click();
    await expect(page.getByRole('grid').getByText('Build payments')).toBeVisible();
  });

  await test.step('the gate “Pipeline green” has passed by itself', async () => {
    await openRelease(page);
    await openPart(page, 'Gates');
    const gate = await openGate(page, 'Pipeline green');
    await expect(gate).toContainText('Build payments');
    await expect(gateRow(page, 'Pipeline green')).toContainText('Passed');
  });

  await test.step('a decision from a meeting, recorded for another', async () => {
    await recordInMeeting(page, 'Read by two of us.');
    const card = decision(page);
    await expect(card).toContainText('Recorded for Dana Okafor by Mara Voss');
    await expect(card).toContainText('in a meeting', { ignoreCase: true });
    await expect(gateRow(page, 'Peer review')).toContainText('Passed');
  });

  await test.step('the scope changes: the decision was given for earlier facts', async () => {
    await openPart(page, 'Scope');
    await addScope(page, 'PAY-920', 'Refunds in parts');
    await openPart(page, 'Gates');
    await openGate(page, 'Peer review');
    await expect(decision(page)).toContainText('for earlier facts');
    await expect(decision(page)).toContainText('Refunds in parts');
    await expect(gateRow(page, 'Peer review')).toContainText('Out of date');
  });

  await test.step('decided again on the facts as they are', async () => {
    await recordInMeeting(page, 'Refunds are read as well.');
    await expect(gateRow(page, 'Peer review')).toContainText('Passed');
    await expect(page.getByText('Refunds are read as well.')).toBeVisible();
  });

  await test.step('the dossier is one file, with the head of the journal', async () => {
    const dossier = await saved(page, 'Dossier');
    expect(dossier.name).toMatch(/\.html$/);
    const verified = await host.call('workspace.verify', {});
    const { head } = z.object({ ok: z.literal(true), head: z.string() }).parse(verified);
    expect(dossier.text).toContain(head);
    expect(dossier.text).toContain(release);
    expect(dossier.text).toContain('The alias store fills up');
    expect(dossier.text).not.toContain(token);
  });

  await test.step('the calendar, and its file for other calendars', async () => {
    await goTo(page, 'Calendar');
    await expect(page.getByRole('heading', { name: 'Calendar', level: 1 })).toBeVisible();
    await page.goto(new URL('/#/calendar?month=2031-05', host.url).href);
    await expect(page.getByRole('main').getByText(release).first()).toBeVisible();
    const ics = await saved(page, 'Export ICS');
    expect(ics.name).toMatch(/\.ics$/);
    expect(ics.text).toContain('20310520T2');
    expect(ics.text).toContain(release);
  });

  expect(github.requests.length).toBeGreaterThan(0);
  expect(complaints).toEqual([]);
});

async function actAs(page: Page, name: string): Promise<void> {
  const person = page.getByTitle('Who is working here');
  await person.click();
  await page.getByRole('dialog').getByRole('button', { name }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(person).toContainText(name);
}

async function addScope(page: Page, ticket: string, title: string): Promise<void> {
  const form = page.getByRole('form', { name: 'Add to the scope' });
  await form.getByLabel('Ticket').fill(ticket);
  await form.getByLabel('Title').fill(title);
  await form.getByRole('button', { name: 'Add' }).click();
  await expect(page.getByLabel(`Title of ${ticket}`)).toHaveValue(title);
  await expect(form.getByLabel('Title')).toHaveValue('');
}

async function openRelease(page: Page): Promise<void> {
  await goTo(page, 'Releases');
  await page.getByRole('row').filter({ hasText: release }).click();
  await expect(page.getByRole('heading', { name: release, level: 1 })).toBeVisible();
}

function gateRow(page: Page, name: string) {
  const button = page.getByRole('button', { name, exact: true });
  return page.getByRole('listitem').filter({ has: button });
}

/** The newest decision of the open gate. */
function decision(page: Page) {
  return inspector(page, 'Peer review').getByRole('article').first();
}

async function recordInMeeting(page: Page, comment: string): Promise<void> {
  const gate = await openGate(page, 'Peer review');
  await gate.getByRole('button', { name: 'Record a decision…' }).click();
  await gate.getByLabel('Whose decision').selectOption({ label: 'Dana Okafor, Development lead' });
  await gate.getByLabel('How it came in').selectOption('In a meeting');
  await gate.getByLabel('Comment').fill(comment);
  await gate.getByRole('button', { name: 'Record go' }).click();
  await expect(gate.getByRole('form')).toBeHidden();
}

/** Presses a button that saves a file, and reads it. */
async function saved(page: Page, button: string): Promise<{ name: string; text: string }> {
  const coming: Promise<Download> = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const download = await coming;
  return {
    name: download.suggestedFilename(),
    text: await readFile(await download.path(), 'utf8'),
  };
}
