import { expect, type Page } from '@playwright/test';
import { z } from 'zod';
import { objectionsInBoth } from '../support/axe.ts';
import { test } from '../support/host.ts';
import { openScreen, planWorkspace } from '../support/plan.ts';
import type { RunningHost } from '../../support/running-host.ts';

const scope = z.array(
  z.object({ id: z.string(), title: z.string(), ticket: z.string(), status: z.string() }),
);

async function titlesOf(host: RunningHost, releaseId: string): Promise<string[]> {
  const items = scope.parse(await host.call('scope.list', { releaseId }));
  return items.map(({ title }) => title);
}

/** The titles as they stand on the screen, from top to bottom. */
function titles(page: Page): Promise<string[]> {
  const cells = page.getByRole('list', { name: 'Scope items' }).getByLabel(/^Title of/);
  return cells.evaluateAll((all) =>
    all.map((each) => (each instanceof HTMLInputElement ? each.value : '')),
  );
}

async function choose(page: Page, name: string, action: string): Promise<void> {
  await page.getByRole('button', { name: `Actions for ${name}` }).click();
  await page.getByRole('menuitem', { name: action }).click();
}

test('a list is pasted, put in order, and parts of it dropped and moved', async ({
  page,
  host,
}) => {
  const { release } = await planWorkspace(host);
  const id = await release('Payments 5.1', '2031-05-20T21:00:00.000Z');
  const next = await release('Payments 5.2', '2031-07-20T21:00:00.000Z');
  await openScreen(page, host, `/releases/${id}/scope`);

  await page.getByRole('button', { name: 'Paste a list' }).click();
  const panel = page.getByRole('form', { name: 'Paste a list' });
  const long = 'A title that is as long as people write them when nobody stops them, and longer';
  await panel
    .getByLabel('List')
    .fill(
      [
        'Type\tKey\tSummary\tPriority\tAssignee',
        `Story\tPAY-1\t${long}\tHigh\tDana Voss`,
        'Bug\tPAY-2\t=1+1 <b>שלום</b>\tLow\tNobody Here',
        'Bug\tPAY-3\t\tLow\t',
        'Task\tPAY-4\tCount once\tMedium\t',
      ].join('\n'),
    );
  await expect(panel).toContainText('4 lines read, 1 cannot be taken');
  await expect(panel).toContainText('“Nobody Here” is no person of this workspace');
  expect(await titlesOf(host, id)).toEqual([]);
  expect(await objectionsInBoth(page)).toEqual([]);
  await panel.getByRole('button', { name: 'Add 3 items' }).click();
  await expect(panel).toBeHidden();
  const third = page.getByLabel('Title of PAY-4');
  await expect(third).toHaveValue('Count once');
  await expect(page.getByLabel('Owner of PAY-1')).toHaveValue(/.+/);

  const idea = page.getByLabel('Idea date of PAY-1');
  await idea.click();
  await expect(idea).toBeFocused();
  await idea.fill('2024-03-05');
  await idea.press('Enter');
  await expect(idea).toHaveAttribute('data-shown', '5 Mar 2024');

  await third.click();
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(page.getByText('PAY-4 is now 1 of 3')).toBeAttached();
  await expect(third).toBeFocused();
  await expect.poll(() => titlesOf(host, id)).toEqual(['Count once', long, '=1+1 <b>שלום</b>']);
  // Alt with an arrow would open a choice of the browser's own.
  await page.getByLabel('Priority of PAY-4').focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(() => titles(page)).toEqual([long, 'Count once', '=1+1 <b>שלום</b>']);

  await choose(page, 'PAY-2', 'Drop with a reason…');
  await page.getByLabel('Why is PAY-2 dropped?').fill('Not before spring');
  await page.getByRole('button', { name: 'Drop from the scope' }).click();
  const dropped = page.getByRole('list', { name: 'Dropped items' });
  await expect(dropped).toContainText('Not before spring');

  await choose(page, 'PAY-4', 'Move to another release…');
  await page.getByLabel('To the release').selectOption({ label: 'Payments 5.2 (R-2)' });
  await page.getByRole('button', { name: 'Move to this release' }).click();
  await expect.poll(() => titlesOf(host, next)).toEqual(['Count once']);
  await expect.poll(() => titles(page)).toEqual([long]);
  expect(await objectionsInBoth(page)).toEqual([]);
});

test('a row is dragged to another place', async ({ page, host }) => {
  const { release } = await planWorkspace(host);
  const id = await release('Payments 5.1', '2031-05-20T21:00:00.000Z');
  const items = ['A', 'B', 'C'].map((title) => ({ title, ticket: `PAY-${title}` }));
  await host.call('scope.paste', { releaseId: id, items });
  await openScreen(page, host, `/releases/${id}/scope`);
  await expect.poll(() => titles(page)).toEqual(['A', 'B', 'C']);
  const rows = page.getByRole('list', { name: 'Scope items' }).getByRole('listitem');
  const handle = rows.first().getByTitle(/^Drag to another place/);
  const last = await rows.last().boundingBox();
  await handle.dragTo(rows.last(), { targetPosition: { x: 200, y: (last?.height ?? 30) - 4 } });
  await expect.poll(() => titles(page)).toEqual(['B', 'C', 'A']);
  await expect.poll(() => titlesOf(host, id)).toEqual(['B', 'C', 'A']);
});

test('a long scope draws the rows in sight, and keeps the one that is worked on', async ({
  page,
  host,
}) => {
  const { release } = await planWorkspace(host);
  const id = await release('Payments 5.1', '2031-05-20T21:00:00.000Z');
  const items = Array.from({ length: 500 }, (_, index) => ({
    title: `Item ${index + 1}`,
    ticket: `PAY-${index + 1}`,
  }));
  await host.call('scope.paste', { releaseId: id, items });
  await openScreen(page, host, `/releases/${id}/scope`);
  const rows = page.getByRole('list', { name: 'Scope items' }).getByRole('listitem');
  await expect(page.getByLabel('Title of PAY-1', { exact: true })).toBeVisible();
  expect(await rows.count()).toBeLessThan(80);

  const first = page.getByLabel('Title of PAY-1', { exact: true });
  await first.fill('Typed and not left yet');
  await page.mouse.move(640, 600);
  await page.mouse.wheel(0, 100_000);
  await expect(page.getByLabel('Title of PAY-500', { exact: true })).toBeVisible();
  await expect(first).toHaveValue('Typed and not left yet');
  await first.press('ArrowDown');
  await expect(page.getByLabel('Title of PAY-2', { exact: true })).toBeFocused();
  await expect.poll(async () => (await titlesOf(host, id))[0]).toBe('Typed and not left yet');

  await page.getByLabel('Title of PAY-2', { exact: true }).press('Alt+ArrowUp');
  await expect(page.getByText('PAY-2 is now 1 of 500')).toBeAttached();
  await expect.poll(async () => (await titlesOf(host, id))[0]).toBe('Item 2');
});
