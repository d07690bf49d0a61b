import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { test } from '../support/host.ts';
import { openScreen, planWorkspace } from '../support/plan.ts';

async function middleOf(target: Locator): Promise<{ x: number; y: number }> {
  const box = await target.boundingBox();
  if (box === null) throw new Error('What is dragged is not in sight.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Takes hold of a point and carries it somewhere, without letting go. */
async function carry(page: Page, from: { x: number; y: number }, to: { x: number; y: number }) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
}

test('what stands against a day shows beside the pointer, in the month and on the timeline', async ({
  page,
  host,
}) => {
  const { release } = await planWorkspace(host);
  await release('Payments 5.1', '2031-05-20T21:00:00.000Z');
  await host.call('windows.create', {
    ...{ kind: 'hard-freeze', name: 'Quarter end', zone: 'Europe/London' },
    ...{ startWall: '2031-05-22T00:00', endWall: '2031-05-24T00:00' },
  });
  await openScreen(page, host, '/calendar?month=2031-05');
  const flag = page.getByRole('status').filter({ hasText: 'Payments 5.1, prod-eu' });
  const day = (date: string) => page.locator(`[data-date="${date}"]`).first();
  const entry = day('2031-05-20').getByRole('link');
  await carry(page, await middleOf(entry), await middleOf(day('2031-05-22')));
  await expect(flag).toContainText('Thu 22 May 2031 22:00 London');
  await expect(flag).toContainText('Blocked');
  await expect(flag).toContainText('Quarter end');
  const free = await middleOf(day('2031-05-14'));
  await page.mouse.move(free.x, free.y, { steps: 4 });
  await expect(flag).toContainText('Nothing stands against this start.');
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(flag).toHaveCount(0);
  await expect(day('2031-05-20').getByRole('link')).toBeVisible();

  // By the quarter of an hour, where a day is near.
  await openScreen(page, host, '/calendar/timeline?rows=environment&zoom=day&at=2031-05-20');
  const bar = page.getByRole('link', { name: /^Payments 5\.1, / });
  const start = await middleOf(bar);
  await carry(page, start, { x: start.x + 40, y: start.y });
  await expect(flag).toContainText('Wed 21 May 2031 00:00 London');
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(flag).toHaveCount(0);
  await carry(page, start, { x: start.x - 40, y: start.y });
  await expect(flag).toContainText('Tue 20 May 2031 20:00 London');
  await page.mouse.up();
  await expect(page.getByText(/moved to Tue 20 May 2031 20:00 London/)).toBeVisible();
  await expect(page).toHaveURL(/timeline/);
  await page.keyboard.press('Control+z');
  await expect(page.getByText(/^Undid/)).toBeVisible();

  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('menuitem', { name: 'Save as a view…' }).click();
  await page.getByLabel('Name').fill('Hours of <b>production</b>');
  await page.getByRole('button', { name: 'Save the view' }).click();
  await expect(page).toHaveURL(/saved=/);
  await page.getByRole('radio', { name: 'Services' }).click();
  await page.getByRole('button', { name: /^Hours of <b>production<\/b>.*changed$/ }).click();
  await page.getByRole('menuitem', { name: /^Hours of/ }).click();
  await expect(page.getByRole('radio', { name: 'Environments' })).toBeChecked();
  await expect(page.getByRole('radio', { name: 'Day', exact: true })).toBeChecked();
});
