import { expect } from '@playwright/test';
import { z } from 'zod';
import { objectionsInBoth } from '../support/axe.ts';
import { test } from '../support/host.ts';
import { openScreen, planWorkspace } from '../support/plan.ts';

const list = z.object({
  bookings: z.array(
    z.object({ purpose: z.string(), startAt: z.string(), clashes: z.array(z.unknown()) }),
  ),
});
const span = { from: '2031-05-12T00:00:00.000Z', to: '2031-05-26T00:00:00.000Z' };

test('an environment is booked by drawing and by keyboard, and a double booking is said', async ({
  page,
  host,
}) => {
  await planWorkspace(host);
  const saved = async () => list.parse(await host.call('bookings.list', span)).bookings;
  await openScreen(page, host, '/calendar/bookings?from=2031-05-12&weeks=2');
  const rows = page.getByRole('figure', { name: 'Environments over the weeks' });
  const track = rows.getByRole('group').first().locator('> div');
  const box = await track.boundingBox();
  if (box === null) throw new Error('The first row has no track');
  const at = (day: number) => box.x + (box.width * day) / 14;
  await page.mouse.move(at(1), box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(at(2), box.y + box.height / 2, { steps: 4 });
  await page.mouse.up();
  const dialog = page.getByRole('dialog', { name: 'Book an environment' });
  await expect(dialog.getByText('Nothing else uses it then')).toBeVisible();
  await page.keyboard.type('Load test <b>שלום</b>');
  await page.keyboard.press('Enter');
  const inspector = page.getByRole('complementary', { name: /^Load test/ });
  await expect(inspector).toBeVisible();
  expect(await saved()).toMatchObject([{ startAt: expect.stringContaining('2031-05-1') }]);
  await page.keyboard.press('Escape');

  await page.locator('body').press('n');
  await dialog.getByLabel('From', { exact: true }).fill('2031-05-13');
  await dialog.getByLabel('Until', { exact: true }).fill('2031-05-13');
  await expect(dialog.getByRole('status')).toContainText('both need it Tue 13 May 2031');
  await dialog.getByLabel('Purpose').fill('Rehearsal');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary', { name: 'Rehearsal' })).toContainText(
    'Double-booked',
  );
  await expect
    .poll(async () => (await saved()).map(({ clashes }) => clashes.length))
    .toEqual([1, 1]);
  expect(await objectionsInBoth(page)).toEqual([]);
  await page.getByRole('button', { name: 'Change the times…' }).click();
  const times = page.getByRole('dialog', { name: 'Change the booking' });
  await times.getByLabel('Until', { exact: true }).fill('2031-05-14');
  await times.getByRole('button', { name: 'Change it' }).click();
  await expect(times).toBeHidden();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await saved()).length).toBe(1);

  await page.getByRole('link', { name: 'Capacity' }).click();
  await page
    .getByRole('button', { name: /^Release manager, week of/ })
    .first()
    .click();
  await expect(page.getByRole('complementary', { name: 'Release manager' })).toContainText(
    '5 working days',
  );
  expect(await objectionsInBoth(page)).toEqual([]);
});
