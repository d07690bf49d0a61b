import { expect } from '@playwright/test';
import { objections } from '../support/axe.ts';
import { test } from '../support/host.ts';
import { openScreen, planWorkspace } from '../support/plan.ts';

const sections = ['workspace', 'people', 'services', 'environments', 'device'] as const;

test('every part of the settings is free of what axe objects to, with a form open beside', async ({
  page,
  host,
}) => {
  await planWorkspace(host);
  for (const section of sections) {
    await openScreen(page, host, `/settings/${section}`);
    await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
    const add = page.getByRole('button', { name: /^Add an? (person|service|environment)/ });
    if (['people', 'services', 'environments'].includes(section)) {
      await add.click();
      await expect(page.getByRole('complementary')).toBeVisible();
    }
    expect(await objections(page)).toEqual([]);
  }
});

test('a change in one window shows in another one by itself', async ({ page, context, host }) => {
  await planWorkspace(host);
  const other = await context.newPage();
  await openScreen(page, host, '/settings/environments');
  await openScreen(other, host, '/settings/environments');
  await expect(other.getByRole('button', { name: 'prod-eu', exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Add an environment' }).click();
  await page.getByLabel('Name', { exact: true }).fill('שלב ביניים');
  await page.getByLabel('Name', { exact: true }).press('Enter');
  await expect(other.getByRole('button', { name: 'שלב ביניים', exact: true })).toBeVisible();
});

test('environments are put in order by keyboard', async ({ page, host }) => {
  await planWorkspace(host);
  await host.call('environments.save', { name: 'staging-eu', kind: 'staging' });
  await openScreen(page, host, '/settings/environments');
  await page.getByRole('button', { name: 'staging-eu', exact: true }).focus();
  await page.keyboard.press('Alt+ArrowUp');
  const rows = page.getByRole('list', { name: 'Environments' }).getByRole('listitem');
  await expect(rows.first()).toContainText('staging-eu');
});

test('nothing is cut off at twice the size', async ({ page, host }) => {
  await planWorkspace(host);
  const long = 'Maximiliane Theodora Freifrau von Hohenstein-Waldenburg zu Bartenfels-Oberlingen';
  await host.call('people.save', { name: long });
  // 1280 × 800 at 200 %.
  await page.setViewportSize({ width: 640, height: 400 });
  for (const address of ['/settings/people', '/settings/workspace', '/pipelines/new']) {
    await openScreen(page, host, address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  }
});
