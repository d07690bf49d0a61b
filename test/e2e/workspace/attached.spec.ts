import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { objectionsInBoth } from '../support/axe.ts';
import { keys } from '../support/hand.ts';
import { test } from '../support/host.ts';
import { openScreen, planWorkspace } from '../support/plan.ts';

/** One pixel. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

test('a comment and a file come to a release by keyboard, and the file comes back', async ({
  page,
  host,
}) => {
  const { release, danaId } = await planWorkspace(host);
  const id = await release('Payments 5.1', '2031-05-20T21:00:00.000Z');
  await openScreen(page, host, `/releases/${id}/overview`);

  const area = page.getByRole('textbox', { name: 'Your comment' });
  await keys.write(area, 'Please look, @da');
  await expect(page.getByRole('listbox').getByRole('option', { name: 'Dana Voss' })).toBeVisible();
  expect(await objectionsInBoth(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await page.keyboard.type('today');
  await page.keyboard.press('Control+Enter');
  const comments = page.getByRole('list', { name: 'Comments' });
  await expect(comments).toContainText('Please look, @Dana Voss today');
  expect(await host.call('comments.list', { releaseId: id })).toMatchObject([
    { mentions: [danaId], text: 'Please look, @Dana Voss today' },
  ]);

  const asked = page.waitForEvent('filechooser');
  await keys.press(page.getByRole('button', { name: 'Attach a file' }));
  await (
    await asked
  ).setFiles([
    { name: 'pixel.png', mimeType: 'image/png', buffer: picture },
    { name: 'a.html', mimeType: 'text/html', buffer: Buffer.from('<script>alert(1)</script>') },
    { name: 'empty.log', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
  ]);
  const files = page.getByRole('list', { name: 'Attachments' });
  await expect(files.getByRole('listitem')).toHaveCount(2);
  await expect(page.getByRole('alert')).toContainText('empty.log is empty (0 bytes)');
  await expect(files.getByRole('button', { name: 'Show a.html' })).toBeHidden();

  await keys.press(files.getByRole('button', { name: 'Show pixel.png' }));
  const shown = page.getByRole('dialog').getByRole('img', { name: 'pixel.png' });
  await expect
    .poll(() => shown.evaluate((img) => (img instanceof HTMLImageElement ? img.naturalWidth : 0)))
    .toBe(1);
  expect(await objectionsInBoth(page)).toEqual([]);
  await page.keyboard.press('Escape');

  const saved = page.waitForEvent('download');
  await keys.press(files.getByRole('button', { name: 'Save pixel.png' }));
  const download = await saved;
  expect(download.suggestedFilename()).toBe('pixel.png');
  expect(await readFile(await download.path())).toEqual(picture);
});
