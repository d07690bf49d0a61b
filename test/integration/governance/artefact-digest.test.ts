import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { aRelease } from '../../support/build-workspace.ts';
import { anImage, anIndex, digestOf } from '../../support/servers/registry.ts';
import { mapServices } from '../delivery/artefacts.ts';
import { startRegistry } from '../delivery/registry.ts';

const policy = (more = '') => `name: Same artefact
gates:
  same-artefact:
    name: Staging ran this artefact
    phase: readiness
    check: artefact-digest
    why: What was tried is what is deployed.${more}
rules:
  - key: all
    add: [same-artefact]
    why: Every release.
`;

const [one, two] = [anImage('1'), anImage('2')];
const image = digestOf(one);

/** A release of payments-api 4.2.0 that goes to staging first; the day is Tuesday, 24 November 2026. */
async function start(tags: Parameters<typeof startRegistry>[0][string] = { '4.2.0': one }) {
  const started = await startRegistry({ 'acme/api': tags });
  const { test, cast, connection } = started;
  await test.call('workspace.actAs', { personId: cast.mara.id });
  await test.call('policies.publish', { text: policy() });
  await mapServices(test, connection.id, [
    { name: 'acme/api', serviceId: cast.payments.id },
    { name: 'api', serviceId: cast.payments.id },
  ]);
  const to = (environmentId: string, startAt: string) => ({
    ...{ environmentId, region: '', startAt, zone: 'Europe/London', durationMinutes: 30 },
  });
  const release = await aRelease(test, cast, {
    deployments: [
      to(cast.staging.id, '2026-11-24T09:00:00.000Z'),
      to(cast.production.id, '2026-12-01T22:00:00.000Z'),
    ],
  });
  const [toStaging] = release.deployments;
  const gate = async () => {
    const [found] = await test.call('gates.list', { releaseId: release.id });
    if (found === undefined) throw new Error('the release has no gate');
    return `${found.status}: ${found.summary}`;
  };
  const deploy = (actualStartAt: string, actualEndAt: string) =>
    test.call('deployments.record', {
      ...{ id: toStaging?.id ?? '', result: 'succeeded' },
      ...{ actualStartAt, actualEndAt },
    });
  return { ...started, release, gate, deploy };
}

/** What a cluster shows, as a sync of one stores it. */
async function shows({ test, cast, connection }: Awaited<ReturnType<typeof start>>, of: string) {
  const { id, name, baseUrl, repository } = connection;
  const environments = [{ name: 'stage', environmentId: cast.staging.id }];
  await test.call('connections.save', { id, name, baseUrl, repository, environments });
  const { open } = await test.call('workspace.state', {});
  const file = new Database(open?.path ?? '');
  file
    .prepare(
      `INSERT OR REPLACE INTO rollout (id, workspace_id, connection_id, external_id, object_kind,
         name, namespace, environment, images, status, warnings, note, batch_id)
       SELECT 'r', workspace_id, @id, 'r', 'Deployment', 'api', 'shop', 'stage', @images,
              'succeeded', 0, '', id FROM import_batch LIMIT 1`,
    )
    .run({ id, images: JSON.stringify([`registry.example.com/${of}`]) });
  file.close();
}

describe('The gate “staging ran this artefact”', () => {
  it('waits for the artefact, then for staging, and passes once that ran it', async () => {
    const { test, sync, gate, deploy, release } = await start({ '4.2.0': anIndex() });
    expect(await gate()).toBe('waiting: no artefact of payments-api 4.2.0 is known');
    await sync();
    expect(await gate()).toMatch(/^waiting: nobody told what staging ran of payments-api; 4\.2\.0/);
    test.setNow('2026-11-24T12:00:00.000Z');
    await deploy('2026-11-24T11:00:00.000Z', '2026-11-24T11:30:00.000Z');
    expect(await gate()).toMatch(
      /^passed: payments-api 4\.2\.0 is sha256:.*, as it was when staging-eu was deployed Tue 24 Nov 11:30$/,
    );
    const [found] = await test.call('gates.list', { releaseId: release.id });
    expect(found?.evidence).toMatchObject([{ source: 'Images', asOf: '2026-11-24T09:20:00.000Z' }]);
    test.setNow('2026-11-25T12:00:00.000Z');
    expect(await gate()).toMatch(/^out-of-date: what Images says of payments-api is as of Tue 24/);
  });

  it('is refused when the tag moved after staging, and passes when staging runs it again', async () => {
    const started = await start();
    const { test, registry, sync, gate, deploy } = started;
    await sync();
    test.setNow('2026-11-24T12:00:00.000Z');
    await deploy('2026-11-24T11:00:00.000Z', '2026-11-24T11:30:00.000Z');
    expect(await gate()).toMatch(/^passed/);
    registry.repositories['acme/api'] = { '4.2.0': two };
    await test.call('connections.sync', { id: started.connection.id });
    expect(await gate()).toBe(
      `failed: payments-api 4.2.0 moved: it was ${image} until Tue 24 Nov 12:00 and now it is ${digestOf(two)}, while staging-eu was deployed Tue 24 Nov 11:30`,
    );
    await shows(started, `acme/api:4.2.0@${image}`);
    expect(await gate()).toBe(
      `failed: payments-api 4.2.0 moved: staging-eu runs it as ${image}, and now it is ${digestOf(two)}`,
    );
    await shows(started, `acme/api:4.2.0@${digestOf(two)}`);
    expect(await gate()).toBe(
      `passed: payments-api 4.2.0 is ${digestOf(two)}, which staging-eu runs`,
    );
    registry.repositories['acme/api'] = {};
    await sync();
    expect(await gate()).toMatch(/^failed: payments-api 4\.2\.0 is gone from Images since/);
  });

  it('goes by the name of the service where nothing is mapped, and not by one mapped elsewhere', async () => {
    const { test, cast, registry, connection, sync, gate } = await start();
    registry.repositories['payments-api'] = { '4.2.0': two };
    const { id, name, baseUrl } = connection;
    await test.call('connections.save', { id, name, baseUrl, repository: 'payments-api' });
    await sync();
    expect(await gate()).toContain(digestOf(two));
    await mapServices(test, id, [{ name: 'payments-api', serviceId: cast.checkout.id }]);
    expect(await gate()).toBe('waiting: no artefact of payments-api 4.2.0 is known');
  });

  it.each([
    ['\n    limits: { failedTests: 1 }', 8, '“failedTests” limits nothing there; take it out'],
    ['\n    places: [qa-lead]', 8, 'is judged by the program (artefact-digest)'],
  ])('is refused in a policy with %s, with the line', async (more, line, words) => {
    const { test } = await start();
    const refused = await test.refused('policies.publish', { text: policy(more) });
    expect(refused.message).toContain(words);
    expect(refused.message).toContain(`Line ${line}, column`);
  });

  it('takes no decision, and says what passes it', async () => {
    const { test, release } = await start();
    const [gate] = await test.call('gates.list', { releaseId: release.id });
    const refused = await test.refused('approvals.decide', { gateId: gate?.id, outcome: 'go' });
    expect(refused.message).toContain('let staging run what is to be deployed, and sync');
  });
});
