import type { Input, Output } from '#shared/contract/index.ts';
import { buildWorkspace } from '../../support/build-workspace.ts';
import type { Cast } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';
import type { TestApp } from '../../support/test-app.ts';

export type Planned = { test: TestApp; cast: Cast; release: Output<'releases.create'> };

/** A workspace in which Mara works on this device, with one release she asked for. */
export async function planRelease(
  overrides: Partial<Input<'releases.create'>> = {},
): Promise<Planned> {
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  await test.call('workspace.actAs', { personId: cast.mara.id });
  const release = await test.call('releases.create', {
    name: 'Payments 4.2',
    type: 'minor',
    ownerId: cast.mara.id,
    components: [{ serviceId: cast.payments.id, version: '4.2.0' }],
    deployments: [
      {
        environmentId: cast.production.id,
        region: 'eu-west-1',
        startAt: '2026-11-26T22:00:00.000Z',
        zone: 'Europe/London',
        durationMinutes: 90,
      },
    ],
    ...overrides,
  });
  return { test, cast, release };
}
