import { readFile } from 'node:fs/promises';
import { expect, type Download, type Page } from '@playwright/test';
import { z } from 'zod';
import { startGithubServer, type GithubServer } from '../../support/servers/github.ts';
import { aRun } from '../../support/servers/runs.ts';
import { keys, mouse, type Hand } from '../support/hand.ts';
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

// The mouse takes its turn in the nightly run: all other tests through the screen work with it.
const hands = process.env['SLIPWAY_NIGHTLY'] === '1' ? [keys, mouse] : [keys];

for (const hand of hands) {
  test(`a release is planned, watched, decided and reported ${hand.name}`, async ({
    page,
    host,
    github,
  }) => {
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));

    await test.step('first run: a workspace of one’s own', async () => {
      await page.goto(host.url);
      await hand.press(page.getByRole('button', { name: 'Create a workspace' }));
      await hand.write(page.getByLabel('Name', { exact: true }), 'Payments');
      await expect(page.getByRole('textbox', { name: 'File' })).toHaveValue(/Payments\.slipway$/);
      await hand.choose(page.getByLabel('Time zone'), 'Berlin (Europe/Berlin)');
      await hand.write(page.getByLabel('Your name'), 'Mara Voss');
      await hand.press(page.getByRole('button', { name: 'Create the workspace' }));
      await expect(page.getByRole('heading', { name: 'Waiting for you' })).toBeVisible();
      await expect(page.getByTitle('Who is working here')).toContainText('Mara Voss');
    });

    await test.step('people, and who is acting', async () => {
      await goTo(page, 'Settings', hand);
      await hand.press(page.getByRole('link', { name: 'People' }));
      await hand.press(page.getByRole('button', { name: 'Add a person' }));
      const person = inspector(page, 'A new person');
      await hand.write(person.getByLabel('Name', { exact: true }), 'Dana Okafor');
      await hand.tick(person.getByLabel('Development lead'));
      await hand.press(person.getByRole('button', { name: 'Add', exact: true }));
      await expect(page.getByText('Dana Okafor added')).toBeVisible();
      await actAs(hand, page, 'Dana Okafor');
      await actAs(hand, page, 'Mara Voss');
    });

    await test.step('a service and an environment', async () => {
      await hand.press(page.getByRole('link', { name: 'Services' }));
      await hand.press(page.getByRole('button', { name: 'Add a service' }));
      const service = inspector(page, 'A new service');
      await hand.write(service.getByLabel('Name', { exact: true }), 'payments-api');
      await hand.choose(service.getByLabel('Criticality'), 'High');
      await hand.press(service.getByRole('button', { name: 'Add', exact: true }));
      await expect(page.getByText('payments-api added')).toBeVisible();

      const sections = page.getByRole('navigation', { name: 'Settings' });
      await hand.press(sections.getByRole('link', { name: 'Environments' }));
      await hand.press(page.getByRole('button', { name: 'Add an environment' }));
      const environment = inspector(page, 'A new environment');
      await hand.write(environment.getByLabel('Name', { exact: true }), 'Production EU');
      await hand.tick(environment.getByRole('radio', { name: /^Production/ }));
      await hand.write(environment.getByLabel('Region'), 'eu-central');
      await hand.press(environment.getByRole('button', { name: 'Add', exact: true }));
      await expect(page.getByText('Production EU added')).toBeVisible();
    });

    await test.step('a release from the template for minor ones', async () => {
      await goTo(page, 'Releases', hand);
      await hand.press(page.getByRole('link', { name: 'New release' }));
      const form = page.getByRole('form', { name: 'New release' });
      await hand.tick(form.getByRole('radio', { name: 'Minor release' }));
      await hand.write(form.getByLabel('Name', { exact: true }), release);
      const component = form.getByRole('group', { name: 'Component 1' });
      await hand.choose(component.getByLabel('Service'), 'payments-api');
      await hand.write(component.getByLabel('Version'), '4.2');
      await expect(component.getByRole('alert')).toBeVisible();
      await hand.write(component.getByLabel('Version'), '4.2.0');
      await expect(component.getByRole('alert')).toBeHidden();
      await hand.write(component.getByLabel('Commit'), commit);
      const deployment = form.getByRole('group', { name: 'Deployment 1' });
      await hand.choose(deployment.getByLabel('Environment'), 'Production EU');
      await expect(deployment.getByLabel('Region')).toHaveValue('eu-central');
      await hand.write(deployment.getByLabel('Start', { exact: true }), '2031-05-20');
      await hand.write(deployment.getByLabel('At', { exact: true }), '22:00');
      await expect(deployment.getByRole('status')).toContainText('20:00 UTC');
      await hand.press(form.getByRole('button', { name: 'Create release' }));
      await expect(page.getByRole('heading', { name: release, level: 1 })).toBeVisible();
    });

    await test.step('scope, a risk, an item of the checklist', async () => {
      await openPart(page, 'Scope', hand);
      await addScope(hand, page, 'PAY-914', 'Store card aliases for repeat payments');
      await openPart(page, 'Risks', hand);
      await hand.press(page.getByRole('button', { name: 'Add a risk' }));
      const risk = page.getByRole('form', { name: 'Add a risk' });
      await hand.write(risk.getByLabel('What could go wrong'), 'The alias store fills up');
      await hand.write(risk.getByLabel('What is done about it'), 'Watched, with an alarm at 70 %');
      await hand.press(risk.getByRole('button', { name: 'Add risk with score 9' }));
      await expect(inspector(page, 'The alias store fills up')).toBeVisible();
      await openPart(page, 'Checklist', hand);
      const item = page.getByRole('checkbox', { name: /^Cadence and scope are defined/ });
      await hand.tick(item);
      await expect(item).toBeChecked();
      const evidence = page.getByLabel(/^Evidence for: Cadence and scope/);
      await hand.write(evidence, 'PAY-900');
      await evidence.press('Enter');
      await page.reload();
      await expect(item).toBeChecked();
      await expect(evidence).toHaveValue('PAY-900');
    });

    await test.step('GitHub Actions: test, map, connect, sync', async () => {
      await goTo(page, 'Pipelines', hand);
      await hand.press(page.getByRole('button', { name: 'Connect a system' }));
      await hand.write(page.getByLabel('Address of the API'), github.baseUrl);
      await hand.write(page.getByLabel('Repository', { exact: true }), 'acme/shop');
      await hand.write(page.getByLabel(/^Token/), 'a wrong one');
      await hand.press(page.getByRole('button', { name: 'Test', exact: true }));
      await expect(page.getByText('The repository was not reached')).toBeVisible();
      await hand.write(page.getByLabel(/^Token/), token);
      await hand.press(page.getByRole('button', { name: 'Test', exact: true }));
      await expect(page.getByText('Reached acme/shop: 1 workflow')).toBeVisible();
      await hand.choose(page.getByLabel('Service of Build payments'), 'payments-api');
      await hand.press(page.getByRole('button', { name: 'Connect', exact: true }));
      await expect(page.getByRole('heading', { name: 'shop', level: 1 })).toBeVisible();
      await hand.press(page.getByRole('button', { name: 'Sync now' }));
      await expect(page.getByRole('grid').getByText('Build payments')).toBeVisible();
    });

    await test.step('the gate “Pipeline green” has passed by itself', async () => {
      await openRelease(hand, page);
      await openPart(page, 'Gates', hand);
      const gate = await openGate(page, 'Pipeline green', hand);
      await expect(gate).toContainText('Build payments');
      await expect(gateRow(page, 'Pipeline green')).toContainText('Passed');
    });

    await test.step('a decision from a meeting, recorded for another', async () => {
      await recordInMeeting(hand, page, 'Read by two of us.');
      const card = decision(page);
      await expect(card).toContainText('Recorded for Dana Okafor by Mara Voss');
      await expect(card).toContainText('in a meeting', { ignoreCase: true });
      await expect(gateRow(page, 'Peer review')).toContainText('Passed');
    });

    await test.step('the scope changes: the decision was given for earlier facts', async () => {
      await openPart(page, 'Scope', hand);
      await addScope(hand, page, 'PAY-920', 'Refunds in parts');
      await openPart(page, 'Gates', hand);
      await openGate(page, 'Peer review', hand);
      await expect(decision(page)).toContainText('given for an earlier scope');
      await expect(decision(page)).toContainText('Refunds in parts');
      await expect(gateRow(page, 'Peer review')).toContainText('Out of date');
    });

    await test.step('decided again on the facts as they are', async () => {
      await recordInMeeting(hand, page, 'Refunds are read as well.');
      await expect(gateRow(page, 'Peer review')).toContainText('Passed');
      await expect(page.getByText('Refunds are read as well.')).toBeVisible();
    });

    await test.step('the dossier is one file, with the head of the journal', async () => {
      const dossier = await saved(hand, page, 'Dossier');
      expect(dossier.name).toMatch(/\.html$/);
      const verified = await host.call('workspace.verify', {});
      const { head } = z.object({ ok: z.literal(true), head: z.string() }).parse(verified);
      expect(dossier.text).toContain(head);
      expect(dossier.text).toContain(release);
      expect(dossier.text).toContain('The alias store fills up');
      expect(dossier.text).not.toContain(token);
    });

    await test.step('the calendar, and its file for other calendars', async () => {
      await goTo(page, 'Calendar', hand);
      await expect(page.getByRole('heading', { name: 'Calendar', level: 1 })).toBeVisible();
      await page.goto(new URL('/#/calendar?month=2031-05', host.url).href);
      await expect(page.getByRole('main').getByText(release).first()).toBeVisible();
      await hand.press(page.getByRole('button', { name: 'Calendar file' }));
      const ics = await saved(hand, page, 'Export deployments', 'menuitem');
      expect(ics.name).toMatch(/\.ics$/);
      expect(ics.text).toContain('20310520T2');
      expect(ics.text).toContain(release);
    });

    expect(github.requests.length).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
  });
}

async function actAs(hand: Hand, page: Page, name: string): Promise<void> {
  const person = page.getByTitle('Who is working here');
  await hand.press(person);
  await hand.press(page.getByRole('dialog').getByRole('button', { name }));
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(person).toContainText(name);
}

async function addScope(hand: Hand, page: Page, ticket: string, title: string): Promise<void> {
  const form = page.getByRole('form', { name: 'Add to the scope' });
  await hand.write(form.getByLabel('Ticket'), ticket);
  await hand.write(form.getByLabel('Title'), title);
  await hand.press(form.getByRole('button', { name: 'Add' }));
  await expect(page.getByLabel(`Title of ${ticket}`)).toHaveValue(title);
  await expect(form.getByLabel('Title')).toHaveValue('');
}

async function openRelease(hand: Hand, page: Page): Promise<void> {
  await goTo(page, 'Releases', hand);
  await hand.openRow(page.getByRole('grid', { name: 'Releases' }), release);
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

async function recordInMeeting(hand: Hand, page: Page, comment: string): Promise<void> {
  const gate = await openGate(page, 'Peer review', hand);
  await hand.press(gate.getByRole('button', { name: 'Record a decision…' }));
  await hand.choose(gate.getByLabel('Whose decision'), 'Dana Okafor, Development lead');
  await hand.choose(gate.getByLabel('How it came in'), 'In a meeting');
  await hand.write(gate.getByLabel('Comment'), comment);
  await hand.press(gate.getByRole('button', { name: 'Record go' }));
  await expect(gate.getByRole('form')).toBeHidden();
}

/** Presses a button that saves a file, and reads it. */
async function saved(
  hand: Hand,
  page: Page,
  button: string,
  role: 'button' | 'menuitem' = 'button',
): Promise<{ name: string; text: string }> {
  const coming: Promise<Download> = page.waitForEvent('download');
  await hand.press(page.getByRole(role, { name: button, exact: role === 'menuitem' }));
  const download = await coming;
  return {
    name: download.suggestedFilename(),
    text: await readFile(await download.path(), 'utf8'),
  };
}
