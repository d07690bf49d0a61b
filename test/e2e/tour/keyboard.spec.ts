import { expect, type Locator } from '@playwright/test';
import { z } from 'zod';
import { tabTo } from '../support/hand.ts';
import { inspector } from '../support/rail.ts';
import { startHost, type RunningHost } from '../../support/running-host.ts';
import { test as base } from '../support/host.ts';

/** From the list of releases to a recorded decision and back, with no mouse. */
base.use({ viewport: { width: 1440, height: 900 } });

const test = base.extend<{ host: RunningHost }>({
  host: async ({}, use) => {
    const host = await startHost('--demo');
    await use(host);
    await host.stop();
  },
});

test('a decision is recorded by keyboard alone', async ({ page, host }) => {
  const { personId, releaseId, releaseName, gateName } = await somethingToDecide(host);
  await host.call('workspace.actAs', { personId });
  await page.goto(host.url);
  const list = page.getByRole('grid', { name: 'Releases' });
  await expect(list.getByText(releaseName, { exact: true })).toBeVisible();

  await tabTo(list);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  const atCursor = async () => await list.getAttribute('aria-activedescendant');
  await expect.poll(atCursor).toMatch(/-0$/);
  const wanted = await rowOf(list, releaseName);
  for (let row = 0; row < wanted; row += 1) await page.keyboard.press('j');
  await expect.poll(atCursor).toMatch(new RegExp(`-${wanted}$`));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/releases/${releaseId}/overview`));
  await expect(page.getByRole('heading', { name: releaseName, level: 1 })).toBeVisible();

  const tab = page.getByRole('navigation', { name: 'Parts of the release' });
  await tabTo(tab.getByRole('link', { name: 'Gates' }));
  await page.keyboard.press('Enter');
  const gate = page.getByRole('button', { name: gateName, exact: true });
  await expect(gate).toBeVisible();
  await tabTo(page.locator('[data-gate]').first());
  // The list of gates moves with j and k, as every list does.
  const at = await page.locator('[data-gate]').allInnerTexts();
  for (let row = 0; row < at.indexOf(gateName); row += 1) await page.keyboard.press('j');
  await expect(gate).toBeFocused();
  await page.keyboard.press('Enter');
  const beside = inspector(page, gateName);
  await expect(beside).toBeVisible();

  await tabTo(beside.getByRole('button', { name: 'Record a decision…' }));
  await page.keyboard.press('Enter');
  const form = beside.getByRole('form', { name: `Record a decision for ${gateName}` });
  await tabTo(form.getByRole('radio', { name: 'Go', exact: true }));
  await page.keyboard.press('ArrowRight');
  await expect(form.getByRole('radio', { name: 'Conditional go' })).toBeChecked();
  await page.keyboard.press('ArrowLeft');
  await tabTo(form.getByLabel('Comment'));
  await page.keyboard.type('Decided without a mouse.');
  await tabTo(form.getByRole('button', { name: 'Record go' }));
  await page.keyboard.press('Enter');
  await expect(form).toBeHidden();
  await expect(beside.getByText('Decided without a mouse.')).toBeVisible();

  await tabTo(beside.getByRole('button', { name: 'Close' }));
  await page.keyboard.press('Escape');
  await expect(beside).toBeHidden();
  await expect(gate).toBeFocused();
});

async function rowOf(list: Locator, name: string): Promise<number> {
  const row = list.getByRole('row').filter({ has: list.page().getByText(name, { exact: true }) });
  return Number(await row.getAttribute('data-index'));
}

const releases = z.object({
  releases: z.array(z.object({ id: z.string(), name: z.string() })),
});
const requested = z.object({ requesterId: z.string() });
const gates = z.array(
  z.object({
    name: z.string(),
    check: z.string(),
    status: z.string(),
    request: z.object({ byId: z.string() }).nullable(),
    seats: z.array(z.object({ personIds: z.array(z.string()), decisionId: z.string().nullable() })),
  }),
);

/** A gate with one open seat, and somebody who may fill it. */
async function somethingToDecide(host: RunningHost) {
  const open = releases.parse(await host.call('releases.list', { which: 'open' })).releases;
  for (const { id, name } of open.toReversed()) {
    const { requesterId } = requested.parse(await host.call('releases.get', { id }));
    for (const gate of gates.parse(await host.call('gates.list', { releaseId: id }))) {
      const [seat, second] = gate.seats;
      const mayDecide = (personId: string) =>
        personId !== requesterId && personId !== gate.request?.byId;
      const personId = seat?.personIds.find(mayDecide);
      if (gate.check !== 'decision' || gate.status !== 'waiting' || second !== undefined) continue;
      if (personId === undefined || seat?.decisionId !== null) continue;
      return { personId, releaseId: id, releaseName: name, gateName: gate.name };
    }
  }
  throw new Error('no gate of the demo workspace waits for a decision');
}
