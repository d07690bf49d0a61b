import { expect } from '@playwright/test';
import { z } from 'zod';
import { objectionsInBoth } from '../support/axe.ts';
import { test } from '../support/host.ts';
import { openScreen, planWorkspace } from '../support/plan.ts';

const windows = z.array(z.object({ name: z.string(), when: z.string() }));
const started = z.object({ startAt: z.string() });

test('a freeze says what it hits while it is typed, and moves it out of its way', async ({
  page,
  host,
}) => {
  const { release } = await planWorkspace(host);
  const id = await release('Payments 5.1', '2031-05-20T21:00:00.000Z');
  const startOf = async () => started.parse(await host.call('releases.get', { id })).startAt;
  await openScreen(page, host, '/calendar/windows');
  await expect(page.getByText('Windows say when deployments may happen')).toBeVisible();

  await page.keyboard.press('n');
  const form = page.getByRole('form', { name: 'A new window' });
  const preview = page.getByRole('complementary', { name: 'Preview' });
  const name = 'Freeze <b>שלום</b> with a name as long as people write them when nobody stops them';
  await form.getByLabel('Name').fill(name);
  await form.getByLabel('Zone').selectOption('Europe/London');
  await form.getByLabel('Starts on').fill('2031-05-20');
  await form.getByLabel('Starts at').fill('17:00');
  await form.getByLabel('Ends on').fill('2031-05-20');
  await form.getByLabel('Ends at').fill('08:00');
  await expect(preview).toContainText('A window ends after it starts');
  await form.getByLabel('Ends on').fill('2031-05-22');
  await expect(preview.getByRole('region', { name: 'Planned deployments' })).toContainText(
    'Payments 5.1',
  );
  await form.getByLabel('Comes again').selectOption('week');
  const next = preview.getByRole('list', { name: 'Next occurrences' });
  await expect(next.getByRole('listitem')).toHaveCount(10);
  await expect(next).toContainText('Tue 20 May 2031 16:00 – Thu 22 May 2031 07:00 UTC');
  expect(await objectionsInBoth(page)).toEqual([]);
  await form.getByLabel('Name').press('Enter');

  const inspector = page.getByRole('complementary', { name });
  await inspector.getByRole('button', { name: /^Skip Tue 27 May/ }).click();
  await expect(inspector.getByText('skipped')).toBeVisible();
  expect(await objectionsInBoth(page)).toEqual([]);
  await inspector.getByRole('button', { name: 'Move 1 release…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('list', { name: 'Releases' })).toContainText('Payments 5.1');
  await dialog.getByRole('button', { name: 'Move 1 release' }).click();
  await expect.poll(startOf).toBe('2031-05-22T21:00:00.000Z');
  await expect(dialog).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect.poll(startOf).toBe('2031-05-20T21:00:00.000Z');
  const saved = windows.parse(await host.call('windows.list', {}));
  expect(saved).toMatchObject([{ name, when: 'every Tuesday 17:00 to Thursday 08:00 London' }]);

  await page.getByText('Holiday calendars').click();
  await page.getByRole('button', { name: 'Add a calendar' }).click();
  const days = page.getByRole('dialog', { name: 'Add a holiday calendar' });
  await days.getByLabel('Name').fill('Elsewhere');
  await days.getByLabel('Holidays').fill('2031-05-22 Ascension Day\n03/04/31 Some day');
  await expect(days.getByText('could be two days')).toBeVisible();
  await days.getByLabel('Holidays').fill('2031-05-22 Ascension Day');
  await days.getByRole('button', { name: 'Add the calendar' }).click();
  await expect(page.getByText('1 holiday, next Thu 22 May 2031: Ascension Day')).toBeVisible();
  expect(await objectionsInBoth(page)).toEqual([]);
});
