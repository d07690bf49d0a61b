import { expect } from '@playwright/test';
import { objections } from '../support/axe.ts';
import { test } from '../support/host.ts';
import { openScreen, planWorkspace } from '../support/plan.ts';
import { z } from 'zod';

const gates = z.array(z.object({ id: z.string(), key: z.string() }));

test('what is decided elsewhere shows in an open window by itself', async ({ page, host }) => {
  const { release, danaId } = await planWorkspace(host);
  const releaseId = await release('Payments 5.1', '2031-05-20T21:00:00.000Z');
  await openScreen(page, host, `/releases/${releaseId}/gates`);
  const row = page.getByRole('listitem').filter({ hasText: 'QA sign-off' });
  await expect(row).toContainText('Waiting');

  const gate = gates
    .parse(await host.call('gates.list', { releaseId }))
    .find(({ key }) => key === 'qa-sign-off');
  await host.call('approvals.decide', {
    gateId: gate?.id,
    outcome: 'go',
    decidedById: danaId,
    channel: 'meeting',
  });
  await expect(row).toContainText('Passed');
  await expect(page.getByRole('navigation', { name: 'Parts of the release' })).toHaveText(
    /Gates\s*1 of 6/,
  );
});

test('the head of a release leads to a gate that waits for a decision', async ({ page, host }) => {
  const { release } = await planWorkspace(host);
  const releaseId = await release('Payments 5.1', '2031-05-20T21:00:00.000Z');
  await openScreen(page, host, `/releases/${releaseId}/overview`);
  await page.getByRole('button', { name: 'Decide' }).click();
  expect(await objections(page)).toEqual([]);
  await page.getByRole('menuitem', { name: /QA sign-off/ }).click();
  const inspector = page.getByRole('complementary', { name: 'QA sign-off' });
  await expect(inspector).toContainText('QA lead: Dana Voss');

  await inspector.getByRole('button', { name: 'Record a decision…' }).click();
  await inspector.getByText('Conditional go', { exact: true }).click();
  await inspector.getByLabel('Whose decision').selectOption('Dana Voss, QA lead');
  await inspector.getByRole('button', { name: 'Record conditional go' }).click();
  await expect(inspector).toContainText('Choose how the decision came in.');
  expect(await objections(page)).toEqual([]);

  await inspector.getByLabel('How it came in').selectOption('By e-mail');
  await inspector.getByLabel('Condition 1').fill('Rounding is verified');
  await page.reload();
  await inspector.getByRole('button', { name: 'Record a decision…' }).click();
  await expect(inspector.getByLabel('Condition 1')).toHaveValue('Rounding is verified');
  await inspector.getByLabel('Owner').selectOption('Dana Voss');
  await inspector.getByLabel('Due').fill('2031-05-19');
  await inspector.getByRole('button', { name: 'Record conditional go' }).click();
  await expect(inspector).toContainText('Recorded for Dana Voss by Mara Okafor');
  await inspector.getByRole('button', { name: 'Mark as met: Rounding is verified' }).click();
  await expect(page.getByText('Condition met').first()).toBeVisible();
});

test('a gate says in words why it is there, and what would pass it', async ({ page, host }) => {
  const { release } = await planWorkspace(host);
  const releaseId = await release('Payments 5.1', '2031-05-20T21:00:00.000Z');
  await openScreen(page, host, `/releases/${releaseId}/gates`);
  await page.getByRole('button', { name: 'Rollback plan', exact: true }).click();
  const inspector = page.getByRole('complementary', { name: 'Rollback plan' });
  await expect(inspector).toContainText('The way back is written down');
  await expect(inspector).toContainText('rule “every-minor”');

  await page
    .getByRole('navigation', { name: 'Parts of the release' })
    .getByRole('link', { name: 'Rollback' })
    .click();
  await page.getByLabel('Rollback steps, in order').fill('Switch traffic back');
  await page.getByLabel('Point of no return').focus();
  await expect(
    page.getByRole('listitem').filter({ hasText: 'Rollback plan' }).getByRole('img'),
  ).toHaveAccessibleName('Passed');
  expect(await objections(page)).toEqual([]);
});
