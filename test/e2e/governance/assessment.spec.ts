import { expect } from '@playwright/test';
import { objectionsInBoth } from '../support/axe.ts';
import { test } from '../support/host.ts';
import { openScreen, planWorkspace } from '../support/plan.ts';

test('questions are answered while their sum is shown, and changed in the settings', async ({
  page,
  host,
}) => {
  const plan = await planWorkspace(host);
  const id = await plan.release('Payments 4.2', '2026-12-01T22:00:00.000Z');
  await openScreen(page, host, `/releases/${id}/risks`);
  await page.getByRole('button', { name: 'Answer the questions…' }).click();
  const form = page.getByRole('dialog', { name: 'Assess the risk' });
  await expect(form.getByRole('status')).toContainText('Answer at least one question of each kind');
  await form
    .getByLabel('How much changes?')
    .selectOption({ label: '4 · A large change, or several services' });
  await form.getByLabel('Residual likelihood').selectOption({ index: 1 });
  await form.getByLabel('Residual impact').selectOption({ index: 2 });
  const impact = form.getByRole('group', { name: 'How bad would it be?' });
  await impact.getByRole('combobox').first().selectOption({ index: 3 });
  await expect(form.getByRole('status')).toContainText('= 4');
  expect(await objectionsInBoth(page)).toEqual([]);
  await form.getByRole('button', { name: 'Keep this assessment' }).click();
  await expect(
    page.getByText('likelihood 1 × impact 2, once everything planned is done'),
  ).toBeVisible();

  await openScreen(page, host, '/settings/risk');
  const first = page.getByLabel('Question 1').first();
  await first.fill('How much is touched?');
  await page.getByLabel('Weight').first().fill('3');
  await page.getByRole('button', { name: 'Publish…' }).click();
  expect(await objectionsInBoth(page)).toEqual([]);
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(page.getByText('Version 1 is asked from now on')).toBeVisible();

  // What was given keeps the words it was asked in; the next one is asked in the new ones.
  await openScreen(page, host, `/releases/${id}/risks`);
  await page.getByText('The answers (2)').click();
  await expect(page.getByRole('cell', { name: 'How much changes?' })).toBeVisible();
  await page.getByRole('button', { name: 'Assess again…' }).click();
  await expect(page.getByLabel('How much is touched?')).toBeVisible();
});

test('bands that were told are held against what happened', async ({ page, host }) => {
  await planWorkspace(host);
  await openScreen(page, host, '/releases/risks/calibration');
  await expect(page.getByText('No release has gone out yet.')).toBeVisible();
  expect(await objectionsInBoth(page)).toEqual([]);
});
