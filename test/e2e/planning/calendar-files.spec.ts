import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { objections } from '../support/axe.ts';
import { test } from '../support/host.ts';
import { openScreen, planWorkspace } from '../support/plan.ts';

const events = [
  ...['BEGIN:VEVENT', 'UID:freeze@corp', 'SUMMARY:<b>Quarter-end</b> freeze'],
  ...['DTSTART;TZID=Our office:20310520T170000', 'DURATION:PT3H', 'RRULE:FREQ=WEEKLY'],
  ...['END:VEVENT', 'BEGIN:VEVENT', 'UID:moment@corp', 'SUMMARY:A moment'],
  ...['DTSTART:20310520T170000Z', 'END:VEVENT'],
];

test('a calendar file is imported after a look, and the calendar published', async ({
  page,
  host,
}, { outputDir }) => {
  const { release } = await planWorkspace(host);
  await release('Payments 5.1', '2031-05-20T21:00:00.000Z');
  mkdirSync(outputDir, { recursive: true });
  const path = join(outputDir, 'corp.ics');
  writeFileSync(path, ['BEGIN:VCALENDAR', ...events, 'END:VCALENDAR', ''].join('\r\n'));
  await openScreen(page, host, '/calendar?month=2031-05');

  const menu = page.getByRole('button', { name: 'Calendar file' });
  await menu.press('Enter');
  await page.getByRole('menuitem', { name: 'Import a calendar file…' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Calendar file to import').setInputFiles(path);
  const rows = dialog.getByRole('list', { name: 'Events of the file' });
  await expect(rows).toContainText('Its zone “Our office” is not known');
  await expect(rows).toContainText('It has no length');
  const accept = dialog.getByRole('button', { name: /^Import/ });
  await expect(accept).toBeDisabled();
  expect(await objections(page)).toEqual([]);
  await dialog.getByLabel('Zone “Our office”').selectOption('Europe/Paris');
  await expect(rows).toContainText('<b>Quarter-end</b> freeze');
  await accept.click();
  await expect(page.getByText('Imported: 1 new, 1 cannot be taken')).toBeVisible();

  await menu.click();
  await page.getByRole('menuitem', { name: 'Publish to a folder…' }).click();
  await dialog.getByLabel('Folder', { exact: true }).fill(outputDir);
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(dialog.getByText(/^Written .*, 2 events$/)).toBeVisible();
  expect(await objections(page)).toEqual([]);
  const shown = (await dialog.locator('bdi').first().textContent()) ?? '';
  const published = readFileSync(shown, 'utf8');
  expect(published).toContain('SUMMARY:<b>Quarter-end</b> freeze');
  expect(published).toContain('DTSTART;TZID=Europe/Paris:20310520T170000');
});
