import { expect } from '@playwright/test';
import { z } from 'zod';
import { objectionsInBoth } from '../support/axe.ts';
import { test } from '../support/host.ts';
import { openScreen, planWorkspace } from '../support/plan.ts';

const found = z.array(z.object({ departures: z.array(z.object({ startAt: z.string() })) }));

test('a train is added, makes its releases, and one of them is shifted', async ({ page, host }) => {
  await planWorkspace(host);
  await openScreen(page, host, '/calendar/trains');
  await expect(page.getByText('A release train departs by a cadence')).toBeVisible();

  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog', { name: 'Add a release train' });
  await dialog.getByLabel('Name').fill('Fortnightly');
  await dialog.getByLabel('Zone').selectOption('Europe/London');
  await dialog.getByLabel('First departure', { exact: true }).fill('2031-05-21');
  await dialog.getByLabel('First departure, at').fill('21:00');
  await dialog.getByLabel('Scope freeze').fill('12');
  await expect(dialog.getByText('Scope freeze comes 12 working days')).toBeVisible();
  await dialog.getByLabel('Scope freeze').fill('8');
  await dialog.getByLabel('Deploys to').selectOption({ index: 1 });
  await dialog.getByLabel('Owner').selectOption({ index: 1 });
  await expect(dialog.getByText('Wed 21 May 2031 21:00')).toBeVisible();
  expect(await objectionsInBoth(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Add the train' }).click();

  const train = page.getByRole('region', { name: 'Fortnightly', exact: true });
  await train.getByRole('button', { name: 'Generate the next' }).click();
  await expect(train.getByRole('link', { name: 'Fortnightly 2031-05-21' })).toBeVisible();
  expect(await objectionsInBoth(page)).toEqual([]);

  await train.getByRole('button', { name: 'Actions for Fortnightly 2031-05-21' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Shift it…' }).click();
  const shift = page.getByRole('dialog', { name: 'Shift Fortnightly 2031-05-21' });
  await shift.getByLabel('New start', { exact: true }).fill('2031-05-22');
  await expect(shift.getByText('Tue 20 May 2031 → Wed 21 May 2031')).toBeVisible();
  await shift.getByRole('button', { name: 'Shift it' }).click();
  await expect(train.getByText('shifted from 2031-05-21')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(train.getByText('shifted from 2031-05-21')).toBeHidden();
  const [saved] = found.parse(await host.call('trains.list', {}));
  expect(saved?.departures[0]?.startAt).toBe('2031-05-21T20:00:00.000Z');
});
