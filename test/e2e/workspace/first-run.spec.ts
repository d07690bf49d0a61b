import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { objections } from '../support/axe.ts';
import { startHost } from '../../support/running-host.ts';
import { test } from '../support/host.ts';
import { openScreen, planWorkspace } from '../support/plan.ts';

test('a workspace is created by keyboard alone, and its maker works in it', async ({
  page,
  host,
}) => {
  await page.goto(host.url);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('one file you own');
  expect(await objections(page)).toEqual([]);

  const press = (name: string) => page.getByRole('button', { name, exact: true }).press('Enter');
  await press('Create a workspace');
  await expect(page.getByRole('heading', { name: 'Create a workspace' })).toBeFocused();
  // Past the way back, which stands before the heading.
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Name', { exact: true })).toBeFocused();
  await page.keyboard.type('מערכת תשלומים');
  await press('Create the workspace');
  // The first field that is wrong takes the focus.
  await expect(page.getByLabel('Your name')).toBeFocused();
  await page.keyboard.type('Mara Okafor');
  expect(await objections(page)).toEqual([]);
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { name: 'Waiting for you' })).toBeVisible();
  await expect(page.getByTitle('Who is working here')).toContainText('Mara Okafor');
  await expect(page.getByRole('button', { name: 'Workspace מערכת תשלומים' })).toBeVisible();
  expect(await objections(page)).toEqual([]);
});

test('what was typed is there again after a reload, and so is the session', async ({
  page,
  host,
}) => {
  await page.goto(host.url);
  await page.getByRole('button', { name: 'Create a workspace' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Payments');
  await page.reload();
  await page.getByRole('button', { name: 'Create a workspace' }).click();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Payments');
  await expect(page.getByLabel('File', { exact: true })).toHaveValue(/Payments\.slipway$/);
});

test('a file that is no workspace is refused in words, and another one can be chosen', async ({
  page,
  host,
}) => {
  const folder = join(host.folder, 'plans');
  await planWorkspace(host);
  await host.call('workspace.backup', { path: join(host.folder, 'copy.slipway') });
  await host.call('workspace.close', {});
  writeFileSync(join(host.folder, 'notes.slipway'), 'not a workspace');
  await page.goto(host.url);
  await page.getByRole('button', { name: 'Open a file' }).click();
  const address = page.getByLabel('Folder', { exact: true });
  await address.fill(folder);
  await address.press('Enter');
  await expect(page.getByText(/does not exist/)).toBeVisible();
  await address.fill(host.folder);
  await address.press('Enter');
  await page.getByRole('button', { name: 'notes.slipway' }).click();
  await expect(page.getByText('The workspace could not be opened')).toBeVisible();
  expect(await objections(page)).toEqual([]);
  await page.getByRole('button', { name: 'copy.slipway' }).click();
  // A copy is the same workspace, so who works in it was chosen already.
  await expect(page.getByRole('heading', { name: 'Waiting for you' })).toBeVisible();
});

test('an address without a key says how to get one', async ({ page, host }) => {
  await page.goto(new URL('/', host.url).href);
  await expect(page.getByRole('heading', { name: /lacks the key/ })).toBeVisible();
  await expect(page.getByText('npm start')).toBeVisible();
  expect(await objections(page)).toEqual([]);
});

test('a lost host is told quietly, and a new launch with the way to it', async ({ page, host }) => {
  await planWorkspace(host);
  await openScreen(page, host, '/settings/people');
  await expect(page.getByRole('grid', { name: 'People' })).toBeVisible();
  await host.stop();
  await expect(page.getByText(/connection to Slipway is lost/)).toBeVisible();
  await expect(page.getByRole('grid', { name: 'People' })).toBeVisible();
  expect(await objections(page)).toEqual([]);

  const next = await startHost('--port', new URL(host.url).port);
  await expect(page.getByRole('heading', { name: 'Slipway was started again' })).toBeVisible();
  // Its address in the same tab changes the fragment only; the page has to notice.
  await page.goto(next.url);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('one file you own');
  await next.stop();
});
