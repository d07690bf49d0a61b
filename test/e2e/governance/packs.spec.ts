import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from '@playwright/test';
import type { Download, Locator, Page } from '@playwright/test';
import { objections } from '../support/axe.ts';
import { test } from '../support/host.ts';
import { openScreen, planWorkspace } from '../support/plan.ts';

/** Where a download lies once it is whole. */
async function kept(download: Download): Promise<string> {
  const path = join(mkdtempSync(join(tmpdir(), 'slipway-pack-')), download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

const gates = ['Peer review', 'QA sign-off', 'Operations readiness', 'Security sign-off'];

async function decide(page: Page, gate: string, outcome: string): Promise<Locator> {
  const card = page.locator('.ask').filter({ has: page.getByRole('heading', { name: gate }) });
  await card.getByRole('radio', { name: outcome, exact: true }).check();
  return card;
}

test('a reviewer without a network decides in a pack, and the decisions come back in', async ({
  page,
  host,
  browser,
}) => {
  const { release } = await planWorkspace(host);
  const roles = ['development-lead', 'qa-lead', 'operations', 'product-owner', 'security-lead'];
  await host.call('people.save', { name: 'Iris <b>Lindqvist</b>', roles });
  const releaseId = await release('Payments 5.1', '2031-05-20T21:00:00.000Z', 'major');
  await openScreen(page, host, `/releases/${releaseId}/gates`);
  await page.getByRole('link', { name: 'Make a CAB pack…' }).click();
  await page.getByLabel('Title').fill('CAB, Tue 20 May');
  await page.getByRole('checkbox', { name: 'Iris <b>Lindqvist</b>' }).check();
  await page.getByRole('button', { name: 'Make the pack' }).click();
  const code = (await page.locator('code').first().textContent()) ?? '';
  expect(await objections(page)).toEqual([]);
  const [pack] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save the pack' }).click(),
  ]);
  await page.getByRole('button', { name: 'I have the codes' }).click();

  const away = await browser.newContext({ offline: true });
  const file = await away.newPage();
  const asked: string[] = [];
  file.on('request', (request) => asked.push(request.url()));
  const complaints: string[] = [];
  file.on('console', (message) => complaints.push(message.text()));
  const address = pathToFileURL(await kept(pack)).href;
  await file.goto(address);
  await expect(file.getByRole('heading', { level: 1 })).toHaveText('CAB, Tue 20 May');
  const [first = '', second = '', third = '', fourth = ''] = gates;
  await decide(file, first, 'Go');
  await decide(file, second, 'Go');
  const conditional = await decide(file, third, 'Conditional go');
  await decide(file, fourth, 'No-go');
  await file.getByLabel('Your code').fill('AAAA-AAAA-AAAA');
  const save = file.getByRole('button', { name: 'Sign and save the answer' });
  await save.click();
  await expect(conditional).toContainText('Condition 1 needs what has to be done');
  await conditional.getByLabel('What has to be done').fill('Rounding is </script> verified');
  await conditional.getByLabel('Owner').selectOption('Dana Voss');
  await conditional.getByLabel('Due').fill('2031-05-19');
  const refused = await decide(file, fourth, 'No-go');
  await refused.getByLabel('Comment').fill('The rollback was not rehearsed');
  await save.click();
  await expect(file.locator('#outcome')).toContainText('a letter in it is wrong');
  await file.getByLabel('Your code').fill(code.toLowerCase());
  const [answer] = await Promise.all([file.waitForEvent('download'), save.click()]);
  const answered = await kept(answer);
  expect(asked.filter((url) => url !== address && !url.startsWith('blob:'))).toEqual([]);
  expect(complaints).toEqual([]);
  await away.close();

  await page.getByLabel('Answer files').setInputFiles(answered);
  const inspector = page.getByRole('complementary', { name: 'CAB, Tue 20 May' });
  const card = inspector.getByRole('article', { name: 'Answer of Iris <b>Lindqvist</b>' });
  await expect(card).toContainText('by response file, imported by Mara Okafor');
  await expect(card.getByRole('listitem')).toHaveText([
    /Peer review.*Go/,
    /QA sign-off.*Go/,
    /Operations readiness.*Conditional go.*<\/script> verified \(Dana Voss/,
    /Security sign-off.*No-go.*not rehearsed/,
  ]);
  await expect(card).not.toContainText('Not recorded');
  expect(await objections(page)).toEqual([]);
  await page.getByLabel('Answer files').setInputFiles(answered);
  await expect(page.getByText('was here already; nothing was changed')).toBeVisible();
});
