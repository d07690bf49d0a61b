import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { test } from '../support/host.ts';
import { openScreen, planWorkspace } from '../support/plan.ts';

function notesOf(page: Page) {
  return page.getByRole('textbox', { name: /^What readers of this plan should know/ });
}

test('two windows see each other’s changes, and the later of two is told', async ({
  page: first,
  context,
  host,
}) => {
  const plan = await planWorkspace(host);
  const id = await plan.release('Payments 4.2', '2026-12-01T22:00:00.000Z');
  const second = await context.newPage();
  for (const page of [first, second]) {
    await openScreen(page, host, `/releases/${id}/overview`);
    await expect(notesOf(page)).toBeVisible();
  }

  await notesOf(first).fill('Ask the bank first');
  await notesOf(first).blur();
  await expect(notesOf(second)).toHaveValue('Ask the bank first');

  // Mara begins to write; Dana is done sooner.
  await notesOf(first).fill('The bank agreed');
  await host.call('workspace.actAs', { personId: plan.danaId });
  await notesOf(second).fill('The bank wants a test first');
  await notesOf(second).blur();
  await expect(second.getByText('Saved').first()).toBeVisible();
  await host.call('workspace.actAs', { personId: plan.maraId });
  await expect(notesOf(first)).toHaveValue('The bank agreed');
  await notesOf(first).blur();
  const told = first.getByRole('alert').filter({ hasText: 'changed this while you typed' });
  await expect(told).toContainText(
    'Dana Voss changed this while you typed. It is now The bank wants a test first; you typed The bank agreed.',
  );
  await expect(notesOf(second)).toHaveValue('The bank wants a test first');

  await told.getByRole('button', { name: 'Save mine' }).click();
  await expect(notesOf(second)).toHaveValue('The bank agreed');
  // What was written over stands in the history, with who wrote it.
  await openScreen(first, host, `/releases/${id}/history`);
  await expect(first.getByText('The bank wants a test first').first()).toBeVisible();
});
