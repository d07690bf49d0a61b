import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Input, Output } from '#shared/contract/index.ts';
import type { Environment, Service } from '#shared/model/workspace/services.ts';
import type { Person } from '#shared/model/workspace/people.ts';
import type { TestApp } from './test-app.ts';

/** The people, services and environments most tests need, by the role they play. */
export type Cast = {
  mara: Person;
  jon: Person;
  iris: Person;
  ana: Person;
  tomas: Person;
  payments: Service;
  checkout: Service;
  staging: Environment;
  production: Environment;
};

/** The gates of a release by its type alone, whatever its risk. */
export const policyByType = readFileSync(
  join(import.meta.dirname, '../fixtures/policy-by-type.yaml'),
  'utf8',
);

/**
 * The cast in a workspace whose releases have gates by their type alone: what a test says about
 * gates then does not hang on the risk of what it builds. `buildShipped` goes by the program's own.
 */
export async function buildWorkspace(
  test: TestApp,
  overrides: Partial<Input<'workspace.create'>> = {},
): Promise<Cast> {
  const cast = await buildShipped(test, overrides);
  await test.call('policies.publish', { text: policyByType }, cast.tomas.id);
  return cast;
}

/** A workspace with a cast, nobody chosen on the device: calls say who acts. */
export async function buildShipped(
  test: TestApp,
  overrides: Partial<Input<'workspace.create'>> = {},
): Promise<Cast> {
  await test.call('workspace.create', {
    path: join(test.folder, 'Payments.slipway'),
    name: 'Payments',
    zone: 'Europe/London',
    ...overrides,
  });
  const first = await test.call('people.save', { name: 'Mara Okafor', roles: ['release-manager'] });
  const as = first.id;
  const person = (name: string, ...roles: string[]) =>
    test.call('people.save', { name, roles }, as);
  return {
    mara: first,
    jon: await person('Jon Bell', 'development-lead', 'product-owner'),
    iris: await person('Iris Lindqvist', 'security-lead'),
    ana: await person('Ana Duarte', 'operations', 'qa-lead'),
    tomas: await person('Tomás Rey', 'product-owner', 'operations'),
    payments: await test.call(
      'services.save',
      { name: 'payments-api', criticality: 'high', financial: true },
      as,
    ),
    checkout: await test.call(
      'services.save',
      { name: 'checkout', versionScheme: { kind: 'calendar', format: 'YYYY.MM.MICRO' } },
      as,
    ),
    staging: await test.call('environments.save', { name: 'staging-eu', kind: 'staging' }, as),
    production: await test.call(
      'environments.save',
      { name: 'prod-eu', kind: 'production', region: 'eu' },
      as,
    ),
  };
}

export const paymentsCommit = '9f2c1abde4c0a1b2c3d4e5f60718293a4b5c6d7e';

/** A release of payments-api asked for by Mara, a week ahead, unless overridden. */
export function aRelease(
  test: TestApp,
  cast: Cast,
  overrides: Partial<Input<'releases.create'>> = {},
  actingAs = cast.mara.id,
): Promise<Output<'releases.create'>> {
  return test.call(
    'releases.create',
    {
      name: 'Payments 4.2',
      type: 'minor',
      ownerId: cast.mara.id,
      components: [{ serviceId: cast.payments.id, version: '4.2.0', commit: paymentsCommit }],
      deployments: [
        {
          environmentId: cast.production.id,
          region: 'eu',
          startAt: '2026-12-01T22:00:00.000Z',
          zone: 'Europe/London',
          durationMinutes: 90,
        },
      ],
      ...overrides,
    },
    actingAs,
  );
}
