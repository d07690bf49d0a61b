import { expect } from '@playwright/test';
import { z } from 'zod';
import type { RunningHost } from '../../support/running-host.ts';
import { objectionsInBoth } from '../support/axe.ts';
import { test } from '../support/host.ts';
import { openScreen, planWorkspace } from '../support/plan.ts';

const made = z.object({ id: z.string() });
const planned = z.object({ deployments: z.array(z.object({ id: z.string() })) });

const day = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * day).toISOString();

/** A release of one service that went to these environments, half an hour each. */
async function released(
  host: RunningHost,
  ownerId: string,
  component: { serviceId: string; version: string },
  went: readonly { environmentId: string; days: number; result?: string }[],
): Promise<string> {
  const { id } = made.parse(
    await host.call('releases.create', {
      ...{ name: `Payments ${component.version}`, type: 'minor', ownerId },
      components: [component],
      deployments: went.map(({ environmentId, days }) => ({
        ...{ environmentId, startAt: daysAgo(days), zone: 'Europe/London', durationMinutes: 30 },
      })),
    }),
  );
  const { deployments } = planned.parse(await host.call('releases.get', { id }));
  for (const [place, { days, result = 'succeeded' }] of went.entries()) {
    await host.call('deployments.record', {
      id: deployments[place]?.id,
      actualStartAt: daysAgo(days),
      actualEndAt: new Date(Date.now() - days * day + 1_800_000).toISOString(),
      result,
    });
  }
  return id;
}

test('what runs where is read, narrowed, walked by keyboard and seen as of a past day', async ({
  page,
  host,
}) => {
  const { maraId, serviceId, environmentId } = await planWorkspace(host);
  await openScreen(page, host, '/environments');
  await expect(
    page.getByRole('button', { name: 'payments-api on prod-eu: nothing known' }),
  ).toBeVisible();

  const staging = made.parse(
    await host.call('environments.save', { name: 'staging-eu', kind: 'staging', afterId: null }),
  ).id;
  await host.call('services.save', { name: 'ledger <b>of accounts</b>' });
  await released(host, maraId, { serviceId, version: '4.1.0' }, [
    { environmentId: staging, days: 42 },
    { environmentId, days: 40 },
  ]);
  await released(host, maraId, { serviceId, version: '4.2.0' }, [
    { environmentId, days: 3, result: 'rolled-back' },
  ]);
  await released(host, maraId, { serviceId, version: '4.2.1' }, [{ environmentId, days: 2 }]);

  const cell = page.getByRole('button', { name: /^payments-api on prod-eu: 4.2.1/ });
  await expect(cell).toHaveAccessibleName(/Never in staging$/);
  await expect(page.getByText('ledger <b>of accounts</b>', { exact: true })).toBeVisible();
  expect(await objectionsInBoth(page)).toEqual([]);

  // The address carries what is narrowed and open.
  await page.locator('body').press('d');
  await expect(page.getByText('ledger <b>of accounts</b>', { exact: true })).toBeHidden();
  await cell.click();
  const inspector = page.getByRole('complementary', { name: 'payments-api on prod-eu' });
  await expect(inspector).toContainText('staging-eu had 4.1.0 when 4.2.1 came here.');
  await expect(inspector).toContainText('rolled back, put back 4.1.0 of Payments 4.1.0');
  await expect(inspector.getByRole('link', { name: 'Payments 4.2.1' }).first()).toBeVisible();
  expect(await objectionsInBoth(page)).toEqual([]);
  await page.getByRole('grid', { name: 'What runs where' }).press('ArrowLeft');
  await expect(
    page.getByRole('complementary', { name: 'payments-api on staging-eu' }),
  ).toContainText('Here for over 41 days; what is older than 30 is marked.');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('complementary', { name: /payments-api on/ })).toBeHidden();

  // As of a day before the roll-back and what followed it.
  await page.getByLabel('As of the day').fill(daysAgo(10).slice(0, 10));
  await expect(page.getByText('As of a past day')).toBeVisible();
  await expect(page.getByRole('button', { name: /prod-eu: 4.1.0/ })).toBeVisible();
  await expect.poll(() => page.url()).toContain(`on=${daysAgo(10).slice(0, 10)}`);
  expect(await objectionsInBoth(page)).toEqual([]);
  await page.getByRole('button', { name: 'Back to now' }).click();
  await expect(cell).toBeVisible();

  await page.getByRole('button', { name: 'Old after 30 days' }).click();
  const dialog = page.getByRole('dialog', { name: 'When is what runs old?' });
  await dialog.getByLabel('Older than').fill('soon');
  await dialog.getByRole('button', { name: 'Set the days' }).click();
  await expect(dialog.getByRole('alert')).toContainText('“soon” is no number');
  await dialog.getByLabel('Older than').fill('60');
  await dialog.getByRole('button', { name: 'Set the days' }).click();
  await expect(page.getByRole('button', { name: 'Old after 60 days' })).toBeVisible();
  await expect(
    page.getByRole('button', { name: /staging-eu: 4.1.0 .*Payments 4.1.0$/ }),
  ).toBeVisible();
});
