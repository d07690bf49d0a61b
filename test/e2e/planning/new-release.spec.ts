import { expect } from '@playwright/test';
import { objections } from '../support/axe.ts';
import { test } from '../support/host.ts';
import { openScreen, planWorkspace } from '../support/plan.ts';

test('what is typed into a new release outlives a reload and a wrong turn', async ({
  page,
  host,
}) => {
  await planWorkspace(host);
  await openScreen(page, host, '/releases/new');
  const form = page.getByRole('form', { name: 'New release' });
  await form.getByRole('radio', { name: /^Hotfix/ }).check();
  await form.getByLabel('Name', { exact: true }).fill('Payments 5.1.1');
  await form.getByLabel('Version').fill('5.1.1');
  await page.reload();
  await expect(form.getByLabel('Name', { exact: true })).toHaveValue('Payments 5.1.1');
  await openScreen(page, host, '/releases');
  await expect(page.getByRole('heading', { name: 'Releases', level: 1 })).toBeVisible();
  await openScreen(page, host, '/releases/new');
  await expect(form.getByLabel('Version')).toHaveValue('5.1.1');
  await expect(form.getByRole('radio', { name: /^Hotfix/ })).toBeChecked();

  await page.getByRole('button', { name: 'Start over' }).click();
  await expect(form.getByLabel('Name', { exact: true })).toHaveValue('');
});

test('a version is held against its scheme and a start against the clock as they are typed', async ({
  page,
  host,
}) => {
  await planWorkspace(host);
  await openScreen(page, host, '/releases/new');
  const component = page.getByRole('group', { name: 'Component 1' });
  await component.getByLabel('Service').selectOption('payments-api');
  await component.getByLabel('Version').fill('v5.1');
  await expect(component).toContainText('is not a semantic version');
  await component.getByLabel('Version').fill('5.1.0');
  await expect(component).not.toContainText('is not a semantic version');

  const deployment = page.getByRole('group', { name: 'Deployment 1' });
  await deployment.getByLabel('Environment').selectOption('prod-eu');
  await expect(deployment.getByLabel('Region')).toHaveValue('eu-west-1');
  await deployment.getByLabel('Start').fill('2031-03-30');
  await deployment.getByLabel('At', { exact: true }).fill('01:30');
  await expect(deployment.getByRole('status')).toContainText('01:30 does not exist in London');
  await deployment.getByLabel('At', { exact: true }).fill('22:00');
  await expect(deployment.getByRole('status')).toContainText('Sun 30 Mar 2031 21:00 UTC');
});

test('a form that cannot be sent says why beside each field', async ({ page, host }) => {
  await planWorkspace(host);
  await openScreen(page, host, '/releases/new');
  const component = page.getByRole('group', { name: 'Component 1' });
  await component.getByLabel('Version').fill('5.1.0');
  await component.getByLabel('Commit').fill('not a commit');
  await page.getByRole('button', { name: 'Create release' }).click();
  await expect(page.getByText('Type a name, such as Payments 4.2.')).toBeVisible();
  await expect(component).toContainText('Choose the service.');
  await expect(page.getByLabel('Name', { exact: true })).toBeFocused();
  expect(await objections(page)).toEqual([]);

  await page.getByLabel('Name', { exact: true }).fill('Payments 5.1');
  await component.getByLabel('Service').selectOption('payments-api');
  await page.getByRole('button', { name: 'Create release' }).click();
  await expect(component).toContainText('is not a commit id');
  await component.getByLabel('Commit').fill('');
  await page.getByRole('button', { name: 'Create release' }).click();
  await expect(page.getByRole('heading', { name: 'Payments 5.1', level: 1 })).toBeVisible();
});

test('an empty workspace says what a release needs first', async ({ page, host }) => {
  await host.call('workspace.create', {
    path: `${host.folder}/Empty.slipway`,
    name: 'Empty',
    zone: 'Europe/London',
  });
  const person = await host.call('people.save', { name: 'Mara Okafor' });
  const personId = typeof person === 'object' && person !== null && 'id' in person ? person.id : '';
  await host.call('workspace.actAs', { personId });
  await openScreen(page, host, '/releases');
  await expect(page.getByRole('link', { name: /^Add services/ })).toBeVisible();
  await expect(page.getByText('1 person', { exact: true })).toBeVisible();
  expect(await objections(page)).toEqual([]);
  await page.getByRole('link', { name: /^Add environments/ }).click();
  await expect(page).toHaveURL(/settings\/environments/);
});
