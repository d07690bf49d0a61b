import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { objectionsInBoth } from '../support/axe.ts';
import { test } from '../support/host.ts';
import { openScreen, planWorkspace } from '../support/plan.ts';
import { gitProgram, startRepository } from '../../support/git.ts';

test.skip(gitProgram === null, 'There is no git on this machine');

test('what lies between two tags becomes scope, changes and notes, and one undo takes it back', async ({
  page,
  host,
}) => {
  const { release } = await planWorkspace(host);
  const id = await release('Payments 5.1', '2031-05-20T21:00:00.000Z');
  const repository = startRepository(host.folder);
  repository.commit('chore: begin');
  repository.tag('v5.0.0');
  repository.commit('feat: PAY-1 open the till');
  const wrong = repository.commit('feat: <b>bold</b> promises');
  repository.revert(wrong);
  repository.commit('docs: how to read');
  repository.tag('v5.1.0');
  repository.commit('fix: too late for it');
  await openScreen(page, host, `/releases/${id}/scope`);

  await page.getByRole('button', { name: 'From Git…' }).click();
  const panel = page.getByRole('form', { name: 'Add from Git' });
  const path = panel.getByLabel('Repository');
  await path.fill('/nowhere/at/all');
  await path.press('Enter');
  await expect(panel.getByText('There is no folder /nowhere/at/all.')).toBeVisible();
  await path.fill(repository.path);
  await path.press('Enter');
  await expect(panel.getByLabel('From', { exact: true })).toHaveValue('v5.1.0');
  await panel.getByLabel('From', { exact: true }).fill('v5.0.9');
  await panel.getByLabel('From', { exact: true }).press('Enter');
  await expect(panel.getByText('There is “v5.0.0”')).toBeVisible();
  await panel.getByLabel('From', { exact: true }).fill('v5.0.0');
  await panel.getByLabel('From', { exact: true }).press('Tab');
  await panel.getByLabel('To', { exact: true }).fill('v5.1.0');
  await panel.getByLabel('To', { exact: true }).press('Enter');

  const rows = panel.getByRole('list', { name: 'What lies between' });
  await expect(panel).toContainText(
    '4 commits from v5.0.0 to v5.1.0: 4 rows, 2 of them add nothing.',
  );
  await expect(rows.getByRole('listitem').nth(1)).toContainText('<b>bold</b> promises');
  await expect(rows.getByRole('listitem').nth(1)).toContainText('Reverted by');
  await expect(rows.getByLabel('Add PAY-1')).toBeChecked();
  await rows.getByRole('listitem').nth(3).getByRole('checkbox').check();
  expect(await objectionsInBoth(page)).toEqual([]);

  await panel.getByText('Release notes', { exact: true }).click();
  const notes = panel.getByLabel('Draft of the release notes');
  await expect(notes).toContainText('## Features\n\n- Open the till (PAY-1,');
  await expect(notes).not.toContainText('bold');
  expect(await objectionsInBoth(page)).toEqual([]);
  const saving = page.waitForEvent('download');
  await panel.getByRole('button', { name: 'Save as a file' }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe('Payments 5.1 release notes.md');
  expect(readFileSync(await saved.path(), 'utf8')).toBe(await notes.textContent());

  await panel.getByRole('button', { name: 'Add 2 items' }).click();
  await expect(panel).toBeHidden();
  await expect(page.getByLabel('Title of PAY-1')).toHaveValue('Open the till');
  const changes = page.getByRole('list', { name: 'Changes of the release' });
  await expect(changes.getByRole('listitem')).toHaveCount(2);
  await expect(changes).toContainText('first commit Mon 2 Nov');
  expect(await objectionsInBoth(page)).toEqual([]);

  // The device remembers where the repository lies, and what was taken is not added again.
  await page.getByRole('button', { name: 'From Git…' }).click();
  await expect(path).toHaveValue(repository.path);
  await expect(panel.getByLabel('From', { exact: true })).toHaveValue('v5.1.0');
  await panel.getByLabel('From', { exact: true }).fill('v5.0.0');
  await panel.getByLabel('From', { exact: true }).press('Enter');
  await expect(panel).toContainText('PAY-1 is in the scope already, with this change.');
  await panel.getByRole('button', { name: 'Cancel' }).click();

  await page.keyboard.press('Control+z');
  await expect(changes).toBeHidden();
  await expect(page.getByLabel('Title of PAY-1')).toBeHidden();
});
