import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { z } from 'zod';
import { objectionsInBoth, showScheme } from '../support/axe.ts';
import type { RunningHost } from '../../support/running-host.ts';
import { test } from '../support/host.ts';

/**
 * Every screen of the demo workspace, light and dark: nothing for axe to object to, and with
 * `SLIPWAY_GUIDE=1` the pictures of docs/guide are taken anew.
 */
test.use({ viewport: { width: 1440, height: 900 } });

const guide = join(import.meta.dirname, '../../../docs/guide');
const takesPictures = process.env['SLIPWAY_GUIDE'] === '1';

type Screen = {
  /** Of its pictures; none are taken without. */
  name: string;
  /** After `#` in the address. */
  address: string;
  /** Said on the screen once it shows what it is about. */
  shows: string;
};

test('every screen reads well in light and dark, and axe finds nothing', async ({ page, host }) => {
  test.setTimeout(600_000);
  const found: string[] = [];
  const picture = async ({ name, address, shows }: Screen) => {
    await page.goto(new URL(`/#${address}`, host.url).href);
    await expect(page.getByText(shows, { exact: true }).first()).toBeVisible();
    await settled(page);
    if (takesPictures && name !== '') await takePictures(page, name);
  };
  const look = async (screen: Screen) => {
    await picture(screen);
    const { address } = screen;
    found.push(...(await objectionsInBoth(page)).map((line) => `${address} | ${line}`));
  };

  await page.goto(host.url);
  await look({ name: 'welcome', address: '/welcome', shows: 'Start your own' });
  await page.getByRole('button', { name: 'Open the demo workspace' }).click();
  // A year of releases goes through all its gates; a busy machine takes its time over it.
  const made = page.getByText('Who is working here?', { exact: true }).first();
  await expect(made).toBeVisible({ timeout: 150_000 });
  await look({ name: '', address: '/who', shows: 'Who is working here?' });
  await actAsManager(host);
  for (const screen of await demoScreens(host)) await look(screen);
  // Each of these has a test of its own that lets axe look; here they are only pictured.
  if (takesPictures) for (const screen of await pictured(host)) await picture(screen);
  expect(found).toEqual([]);
});

async function takePictures(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await showScheme(page, colorScheme);
    await page.screenshot({ path: join(guide, `${name}-${colorScheme}.png`) });
  }
}

/** Nothing of the page is still being fetched or drawn in grey. */
async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: /loading/i })).toHaveCount(0);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

const people = z.object({
  people: z.array(z.object({ id: z.string(), roles: z.array(z.string()) })),
});
const releases = z.object({
  releases: z.array(z.object({ id: z.string(), name: z.string() })),
});
const gates = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    status: z.string(),
    decisions: z.array(z.object({ current: z.boolean(), differences: z.array(z.unknown()) })),
  }),
);
const connections = z.array(z.object({ id: z.string(), name: z.string() }));

async function actAsManager(host: RunningHost): Promise<void> {
  const everybody = people.parse(await host.call('people.list', {})).people;
  const manager = everybody.find(({ roles }) => roles.includes('release-manager'));
  if (manager === undefined) throw new Error('the demo workspace has no release manager');
  await host.call('workspace.actAs', { personId: manager.id });
}

/** All there are, on the release and the gate that show most. */
async function demoScreens(host: RunningHost): Promise<Screen[]> {
  const { release, gate } = await mostTelling(host);
  const [connection] = connections.parse(await host.call('connections.list', {}));
  if (connection === undefined) throw new Error('the demo workspace has no connection');
  const at = `/releases/${release.id}`;
  return [
    { name: '', address: '/welcome', shows: 'Recent on this device' },
    { name: 'today', address: '/today', shows: 'Waiting for you' },
    { name: 'wall', address: '/wall', shows: 'Just changed' },
    { name: 'releases', address: '/releases', shows: release.name },
    { name: 'new-release', address: '/releases/new', shows: 'What it brings' },
    { name: 'release-overview', address: `${at}/overview`, shows: release.name },
    { name: 'release-gates', address: `${at}/gates?sel=${gate.id}`, shows: 'Where it stands' },
    { name: '', address: `${at}/scope`, shows: release.name },
    { name: 'release-plan', address: `${at}/plan`, shows: 'Dependencies' },
    { name: '', address: `${at}/risks`, shows: release.name },
    { name: '', address: `${at}/rollback`, shows: release.name },
    { name: '', address: `${at}/checklist`, shows: release.name },
    { name: '', address: `${at}/pipelines`, shows: release.name },
    { name: '', address: `${at}/after`, shows: 'Incidents' },
    { name: '', address: `${at}/history`, shows: release.name },
    { name: 'calendar', address: '/calendar', shows: 'Calendar file' },
    { name: 'calendar-timeline', address: '/calendar/timeline', shows: 'payments-api' },
    { name: 'calendar-windows', address: '/calendar/windows', shows: 'Christmas freeze' },
    { name: 'calendar-capacity', address: '/calendar/capacity', shows: 'QA lead' },
    { name: 'pipelines', address: '/pipelines', shows: connection.name },
    { name: '', address: '/pipelines/new', shows: 'Connect a system' },
    { name: '', address: `/pipelines/${connection.id}`, shows: 'Sync now' },
    { name: '', address: '/settings/workspace', shows: 'Settings' },
    { name: '', address: '/settings/people', shows: 'Settings' },
    { name: 'settings-services', address: '/settings/services', shows: 'payments-api' },
    { name: 'settings-templates', address: '/settings/templates', shows: 'Settings' },
    { name: '', address: '/settings/environments', shows: 'Settings' },
    { name: '', address: '/settings/device', shows: 'Settings' },
  ];
}

async function pictured(host: RunningHost): Promise<Screen[]> {
  const { release } = await mostTelling(host);
  return [
    { name: 'release-risks', address: `/releases/${release.id}/risks`, shows: 'Inherent' },
    {
      name: 'release-lessons',
      address: `/releases/${release.id}/risks?sel=lessons`,
      shows: 'Heeded',
    },
    { name: 'risk-register', address: '/releases/risks', shows: 'Movement' },
    { name: 'settings-risk', address: '/settings/risk', shows: 'Likelihood' },
    { name: 'settings-policy', address: '/settings/policy', shows: 'Standard' },
    { name: 'settings-controls', address: '/settings/controls', shows: 'PCI-DSS-6.5.1' },
    { name: 'approvals', address: '/approvals?show=unanswered', shows: 'Not answered' },
    { name: 'cab', address: '/cab', shows: 'Weekly CAB' },
    { name: 'cab-packs', address: '/cab/packs', shows: 'Weekly CAB, for those who travel' },
    { name: 'checklists', address: '/checklists?whose=all', shows: 'Everybody’s' },
    { name: 'improve', address: '/improve', shows: 'Gates that never refuse' },
    {
      name: 'lessons',
      address: '/improve?show=lessons',
      shows: 'Turn a new path on merchant by merchant',
    },
    { name: 'environments', address: '/environments', shows: 'Never in staging' },
    { name: 'status', address: '/status', shows: 'At risk' },
  ];
}

/** A decision given for earlier facts tells most about Slipway: the gate with most to show of it. */
async function mostTelling(host: RunningHost) {
  const open = releases.parse(await host.call('releases.list', { which: 'open' })).releases;
  const found = [];
  for (const release of open) {
    for (const gate of gates.parse(await host.call('gates.list', { releaseId: release.id }))) {
      const differences = gate.decisions.flatMap((decision) => decision.differences).length;
      if (gate.status === 'out-of-date') found.push({ release, gate, differences });
    }
  }
  const [first] = found.toSorted((a, b) => b.differences - a.differences);
  if (first === undefined) throw new Error('no gate of the demo workspace is out of date');
  return first;
}
