import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { z } from 'zod';
import type { RunningHost } from '../../support/running-host.ts';

const made = z.object({ id: z.string() });

export type Plan = {
  maraId: string;
  danaId: string;
  serviceId: string;
  environmentId: string;
  /** Plans a release with one deployment of an hour to production; gives its id. */
  release: (name: string, startAt: string, type?: string) => Promise<string>;
};

const policyByType = readFileSync(
  join(import.meta.dirname, '../../fixtures/policy-by-type.yaml'),
  'utf8',
);

/** A workspace in London in which Mara works; Dana leads development and QA. */
export async function planWorkspace(host: RunningHost): Promise<Plan> {
  const make = async (name: string, input: unknown) => made.parse(await host.call(name, input)).id;
  await host.call('workspace.create', {
    path: join(host.folder, 'Payments.slipway'),
    name: 'Payments',
    zone: 'Europe/London',
  });
  const maraId = await make('people.save', { name: 'Mara Okafor', roles: ['release-manager'] });
  await host.call('workspace.actAs', { personId: maraId });
  // Gates by the type alone: what a spec says of them does not hang on the risk of what it builds.
  await host.call('policies.publish', { text: policyByType });
  const danaId = await make('people.save', {
    name: 'Dana Voss',
    roles: ['development-lead', 'qa-lead'],
  });
  const serviceId = await make('services.save', { name: 'payments-api' });
  const environmentId = await make('environments.save', {
    name: 'prod-eu',
    kind: 'production',
    region: 'eu-west-1',
  });
  const release = (name: string, startAt: string, type = 'minor') =>
    make('releases.create', {
      name,
      type,
      ownerId: maraId,
      components: [{ serviceId, version: '4.2.0' }],
      deployments: [{ environmentId, startAt, zone: 'Europe/London', durationMinutes: 60 }],
    });
  return { maraId, danaId, serviceId, environmentId, release };
}

/** Opens a screen; the token in the host's address is taken off by the page. */
export async function openScreen(page: Page, host: RunningHost, address: string): Promise<void> {
  if (page.url() === 'about:blank') {
    await page.goto(host.url);
    await expect.poll(() => page.url()).not.toContain('token=');
  }
  await page.goto(new URL(`/#${address}`, host.url).href);
}
