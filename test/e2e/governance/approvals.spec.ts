import { expect } from '@playwright/test';
import { z } from 'zod';
import { objections } from '../support/axe.ts';
import { test } from '../support/host.ts';
import { openScreen, planWorkspace } from '../support/plan.ts';

const gates = z.array(z.object({ id: z.string(), key: z.string() }));

test('a decision is asked for, written about, deferred and given from the queue', async ({
  page,
  host,
}) => {
  const { release, danaId } = await planWorkspace(host);
  const releaseId = await release('Payments 5.1', '2031-05-20T21:00:00.000Z');
  const gate = gates
    .parse(await host.call('gates.list', { releaseId }))
    .find(({ key }) => key === 'qa-sign-off');
  await host.call('approvals.request', { gateId: gate?.id, dueOn: '2031-05-19' });

  await openScreen(page, host, '/approvals?show=unanswered');
  await page.getByRole('button', { name: 'Write about Payments 5.1, QA sign-off' }).click();
  const message = page.getByRole('complementary', { name: /Message to those/ });
  await expect(message).toContainText('Hello Dana Voss,');
  await expect(message).toContainText('no address; add one');
  expect(await objections(page)).toEqual([]);
  const download = page.waitForEvent('download');
  await message.getByRole('button', { name: 'Save as .eml' }).click();
  expect((await download).suggestedFilename()).toMatch(/^decisions-waiting-.*\.eml$/);

  await host.call('workspace.actAs', { personId: danaId });
  await page.getByRole('link', { name: /^Waiting for me/ }).click();
  await page.getByRole('button', { name: 'Payments 5.1: QA sign-off' }).press('d');
  const inspector = page.getByRole('complementary', { name: 'QA sign-off' });
  await expect(inspector.getByRole('radio', { name: 'Go', exact: true })).toBeFocused();
  await page.keyboard.press('Tab');
  expect(await objections(page)).toEqual([]);
  await inspector.getByText('Defer', { exact: true }).click();
  await inspector.getByLabel('Taken up again on').fill('2031-05-12');
  await inspector.getByRole('button', { name: 'Record deferral' }).click();
  await expect(page.getByRole('button', { name: 'Payments 5.1: QA sign-off' })).toBeHidden();

  await openScreen(page, host, '/settings/decisions');
  await page.getByLabel('Who may overrule a no-go').selectOption('Dana Voss');
  await expect(page.getByText('Dana Voss may, with a reason')).toBeVisible();
  expect(await objections(page)).toEqual([]);
});
