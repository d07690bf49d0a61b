import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { z } from 'zod';
import type { RunningHost } from '../../support/running-host.ts';
import { aRun } from '../../support/servers/runs.ts';
import { objections } from '../support/axe.ts';
import { keys, mouse, type Hand } from '../support/hand.ts';
import { test } from '../support/host.ts';
import { openScreen, planWorkspace, type Plan } from '../support/plan.ts';
import { openPart } from '../support/rail.ts';

const commit = '9f2c1ab0c4d5e6f708192a3b4c5d6e7f80910213';
// The mouse takes its turn in the nightly run: all other tests through the screen work with it.
const hands = process.env['SLIPWAY_NIGHTLY'] === '1' ? [keys, mouse] : [keys];

for (const hand of hands) {
  test(`a release lives from a copy to its end ${hand.name}`, async ({ page, host }) => {
    const plan = await planWorkspace(host);
    await host.call('people.save', { name: 'Priya Raman', roles: ['product-owner'] });
    const past = await plan.release('Payments 5.1', '2026-11-30T22:00:00.000Z', 'patch');
    await openScreen(page, host, `/releases/${past}/overview`);

    await pick(hand, page, 'Copy to a new release…');
    const copy = page.getByRole('dialog', { name: 'Copy to a new release' });
    await hand.write(copy.getByLabel('Name of the new release'), 'Payments 5.2');
    await hand.press(copy.getByRole('button', { name: 'Copy', exact: true }));
    await expect(page.getByRole('heading', { name: 'Payments 5.2', level: 1 })).toBeVisible();
    const id = z.string().parse(/releases\/([^/]+)/.exec(page.url())?.[1]);
    await host.call('releases.update', {
      id,
      components: [{ serviceId: plan.serviceId, version: '5.2.0', commit }],
    });
    await importGreenRun(host, plan);

    await pick(hand, page, 'Postpone…');
    const postpone = page.getByRole('dialog', { name: 'Postpone' });
    await hand.write(postpone.getByLabel('New start'), '2031-05-20');
    await hand.write(postpone.getByLabel('Why'), 'The freeze ends on Monday');
    await hand.press(postpone.getByRole('button', { name: 'Postpone' }));
    await expect(postpone).toBeHidden();

    await goOn(hand, page, 'Build');
    await settle(host, plan, id);
    await goOn(hand, page, 'Readiness');
    await goOn(hand, page, 'Deployment');
    await record(hand, page, 'Failed');
    await openPart(page, 'After release', hand);
    await hand.press(page.getByRole('button', { name: 'Record an incident' }));
    const incident = page.getByRole('dialog', { name: 'Record an incident' });
    await hand.write(incident.getByLabel('What went wrong'), 'Cards refused');
    expect(await objections(page)).toEqual([]);
    await hand.press(incident.getByRole('button', { name: 'Record it' }));
    await expect(page.getByText('1 open of 1')).toBeVisible();

    await pick(hand, page, 'Close…');
    const close = page.getByRole('dialog', { name: 'Close the release' });
    await expect(close).toContainText('“Cards refused” is not resolved');
    expect(await objections(page)).toEqual([]);
    await hand.press(close.getByRole('button', { name: 'Keep as it is' }));
    await resolve(host, id);
    await openPart(page, 'Overview', hand);
    await record(hand, page, 'Succeeded');
    await settle(host, plan, id);
    await goOn(hand, page, 'Post-release');
    await settle(host, plan, id);
    await pick(hand, page, 'Close…');
    await expect(close).toContainText('Nothing is missing');
    await hand.press(close.getByRole('button', { name: 'Close the release' }));
    await expect(page.getByText(/^Released/).first()).toBeVisible();

    const coming = page.waitForEvent('download');
    await hand.press(page.getByRole('button', { name: 'Dossier' }));
    const dossier = await readFile(await (await coming).path(), 'utf8');
    for (const told of ['The freeze ends on Monday', 'Cards refused', 'Released']) {
      expect(dossier).toContain(told);
    }
  });
}

/** Opens the menu of what can happen to the release, and picks one. */
async function pick(hand: Hand, page: Page, item: string): Promise<void> {
  await hand.press(page.getByRole('button', { name: 'Go on', exact: true }));
  const wanted = page.getByRole('menuitem', { name: item });
  if (hand.name === mouse.name) return wanted.click();
  await expect(wanted).toBeVisible();
  for (let press = 0; press < 8; press += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
}

async function goOn(hand: Hand, page: Page, phase: string): Promise<void> {
  await pick(hand, page, `On to ${phase}…`);
  await hand.press(page.getByRole('button', { name: `Go on to ${phase}` }));
  await expect(page.getByRole('dialog')).toBeHidden();
}

/** The deployment took the last hour. */
async function record(hand: Hand, page: Page, result: string): Promise<void> {
  await hand.press(
    page.getByRole('button', { name: /^(Record|Correct) the deployment to prod-eu$/ }),
  );
  const dialog = page.getByRole('dialog', { name: 'Deployment to prod-eu' });
  const began = dialog.getByLabel('Began', { exact: true });
  await hand.write(began, '2026-11-20');
  await hand.write(dialog.getByLabel('Ended optional', { exact: true }), '2026-11-20');
  await hand.write(dialog.getByLabel('Began, at'), '22:00');
  await hand.write(dialog.getByLabel('Ended, at'), '22:40');
  await hand.choose(dialog.getByLabel('How it went'), result);
  await hand.press(dialog.getByRole('button', { name: 'Record it' }));
  await expect(dialog).toBeHidden();
}

async function importGreenRun(host: RunningHost, { serviceId }: Plan): Promise<void> {
  const workflow = '.github/workflows/build.yml';
  const saved = await host.call('connections.save', {
    ...{ name: 'CI', baseUrl: 'http://127.0.0.1:9', repository: 'acme/shop' },
    workflows: [{ workflow, serviceId, required: true }],
  });
  const { id: connectionId } = z.object({ id: z.string() }).parse(saved);
  const path = join(host.folder, 'runs.json');
  await writeFile(
    path,
    JSON.stringify({ workflow_runs: [aRun({ head_sha: commit, path: workflow })] }),
  );
  await host.call('pipelines.importFile', { connectionId, file: { path } });
}

const gates = z.array(
  z.object({
    id: z.string(),
    check: z.string(),
    keptAt: z.string().nullable(),
    status: z.string(),
    seats: z.array(z.object({ key: z.string(), personIds: z.array(z.string()) })),
  }),
);
const items = z.array(z.object({ id: z.string(), state: z.string() }));

/** What the people of the release do elsewhere: the rollback plan, the checklist and the decisions. */
async function settle(host: RunningHost, { maraId }: Plan, releaseId: string): Promise<void> {
  await host.call('rollback.save', { releaseId, steps: 'Switch back', rehearsedOn: '2026-11-20' });
  for (const { id, state } of items.parse(await host.call('checklists.list', { releaseId }))) {
    if (state === 'open')
      await host.call('checklists.setItem', { id, state: 'done', evidence: 'seen' });
  }
  for (const gate of gates.parse(await host.call('gates.list', { releaseId }))) {
    if (gate.check !== 'decision' || gate.keptAt !== null || gate.status === 'passed') continue;
    for (const { key, personIds } of gate.seats) {
      const decidedById = personIds.find((person) => person !== maraId);
      const decided = { gateId: gate.id, placeKey: key, outcome: 'go', channel: 'meeting' };
      if (decidedById !== undefined) {
        await host.call('approvals.decide', { ...decided, decidedById });
      }
    }
  }
}

async function resolve(host: RunningHost, releaseId: string): Promise<void> {
  const incident = z.looseObject({ id: z.string(), rev: z.number(), detectedAt: z.string() });
  const [open] = z.array(incident).parse(await host.call('incidents.list', { releaseId }));
  await host.call('incidents.record', { ...open, resolvedAt: open?.detectedAt });
}
