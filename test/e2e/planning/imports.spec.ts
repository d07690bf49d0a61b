import { expect } from '@playwright/test';
import { objections } from '../support/axe.ts';
import { test } from '../support/host.ts';
import { openScreen, planWorkspace } from '../support/plan.ts';

const sheet = `Release;Type;Date;Time
<b>Payments 6.0</b>;major;03/04/31;21:00
Ledger 1;minor;05/06/31;20:00
Nothing;sideways;07/08/31;20:00`;

test('a sheet is read, asked about, imported and taken back', async ({ page, host }) => {
  await planWorkspace(host);
  await openScreen(page, host, '/releases');
  await page.getByRole('link', { name: 'Import a spreadsheet…' }).click();
  await page.getByLabel('Sheet', { exact: true }).setInputFiles({
    name: 'plan.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(sheet),
  });
  const table = page.getByRole('grid', { name: 'Rows of the sheet' });
  await expect(table.getByText('can be read in two ways').first()).toBeVisible();
  await page.getByLabel('The day stands first').first().check();
  await expect(table.getByText('Thu 3 Apr 2031 21:00')).toBeVisible();
  await expect(table.getByText('<b>Payments 6.0</b>')).toBeVisible();
  expect(await objections(page)).toEqual([]);

  await page.getByRole('button', { name: 'Import 2 releases' }).click();
  const dialog = page.getByRole('dialog', { name: 'One row is left out' });
  await expect(dialog).toContainText('“sideways” is no type');
  await dialog.getByRole('button', { name: 'Import 2 releases' }).click();
  await expect(page).toHaveURL(/#\/releases/);
  const releases = page.getByRole('grid', { name: 'Releases' });
  await expect(releases.getByText('Ledger 1', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(releases.getByText('Ledger 1', { exact: true })).toBeHidden();
});
