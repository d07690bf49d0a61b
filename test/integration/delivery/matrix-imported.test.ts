import { describe, expect, it } from 'vitest';
import { paymentsCommit } from '../../support/build-workspace.ts';
import { paymentsRun, releaseOf } from './delivery.ts';
import { ago, deployed, firstDeployment, startDeployments, tell } from './deployments.ts';

/** A connection whose one application is payments-api, and whose environments are the workspace's. */
async function start() {
  const delivery = await startDeployments();
  const { test, cast, connection } = delivery;
  const map = async () => {
    const { id, name, baseUrl, repository, workflows } = connection;
    await test.call(
      'connections.save',
      {
        ...{ id, name, baseUrl, repository, workflows },
        services: [{ name: 'acme/shop', serviceId: cast.payments.id }],
        environments: [
          { name: 'production', environmentId: cast.production.id },
          { name: 'staging', environmentId: cast.staging.id },
        ],
      },
      cast.mara.id,
    );
  };
  const cells = async () => {
    const { rows } = await test.call('matrix.get', {});
    return rows.find(({ id }) => id === cast.payments.id)?.cells ?? [];
  };
  return { ...delivery, map, cells };
}

describe('The matrix of what providers deployed', () => {
  it('shows it once its application and environment are mapped, with its release and source', async () => {
    const { github, test, cast, sync, map, cells, connection } = await start();
    const release = await releaseOf({ test, cast });
    const first = deployed(github, [], {
      ...{ id: firstDeployment, environment: 'staging', sha: paymentsCommit, ref: 'main' },
      created_at: ago(120),
    });
    tell(github, first, ['success', 'in_progress'], { environment: 'staging' });
    const later = deployed(github, ['in_progress'], {
      ...{ id: firstDeployment + 1, environment: 'production', sha: paymentsCommit, ref: 'main' },
      created_at: ago(10),
    });
    await sync();
    expect(await cells()).toEqual([null, null]);
    expect(await test.call('connections.names', { connectionId: connection.id })).toEqual([
      expect.objectContaining({ name: 'acme/shop', deployments: 2, serviceId: null }),
    ]);

    await map();
    const [staging, production] = await cells();
    expect(staging?.stands).toMatchObject({
      ...{ version: release.components[0]?.version, releaseId: release.id, source: 'deployment' },
      imported: { connection: 'Shop on GitHub', connectionId: connection.id },
    });
    expect(production).toMatchObject({
      stands: null,
      underWay: { releaseId: release.id, deploymentId: null },
    });

    tell(github, later, ['success', 'in_progress']);
    await sync();
    const [, after] = await cells();
    expect(after).toMatchObject({
      ...{ underWay: null, drift: [] },
      stands: { version: release.components[0]?.version, source: 'deployment' },
    });
  });

  it('marks production that staging never had, and tells each deployment in the history', async () => {
    const { github, test, cast, sync, map, cells } = await start();
    deployed(github, ['success'], {
      ...{ id: firstDeployment, environment: 'production', sha: 'a'.repeat(40), ref: 'v1.0.0' },
      created_at: ago(200),
    });
    deployed(github, ['failure'], {
      ...{ id: firstDeployment + 1, environment: 'production', sha: 'b'.repeat(40) },
      ...{ ref: 'v1.1.0', created_at: ago(100) },
    });
    await map();
    await sync();
    const [, production] = await cells();
    expect(production?.stands?.version).toBe('v1.0.0');
    expect(production?.drift.map(({ kind }) => kind)).toEqual(['never-in-staging']);
    const { events } = await test.call('matrix.history', {
      ...{ serviceId: cast.payments.id, environmentId: cast.production.id },
    });
    expect(events.map(({ what, version, stands }) => [what, version, stands?.version])).toEqual([
      ['failed', 'v1.1.0', 'v1.0.0'],
      ['deployed', 'v1.0.0', 'v1.0.0'],
    ]);
  });

  it('shows the path of a release from its commit to where it came', async () => {
    const { github, test, cast, sync, map } = await start();
    github.runs.push(paymentsRun());
    const release = await releaseOf({ test, cast });
    const first = deployed(github, [], {
      ...{ id: firstDeployment, environment: 'staging', sha: paymentsCommit, ref: 'main' },
    });
    tell(github, first, ['success'], { environment: 'staging' });
    await map();
    await sync();
    const { components } = await test.call('paths.ofRelease', { releaseId: release.id });
    expect(components).toMatchObject([
      {
        ...{ service: 'payments-api', commit: paymentsCommit },
        build: { standing: 'passed', runs: [{ status: 'succeeded' }] },
        artefact: { standing: 'unknown', found: [] },
        places: [
          { kind: 'staging', standing: 'passed', imported: { connection: 'Shop on GitHub' } },
          { kind: 'production', standing: 'ahead', imported: null },
        ],
      },
    ]);
  });

  it('refuses a mapping to a service that is not there', async () => {
    const { test, cast, connection } = await start();
    const { id, name, baseUrl, repository } = connection;
    const unknown = '0190a0a0-0000-7000-8000-00000000ffff';
    const services = [{ name: 'acme/shop', serviceId: unknown }];
    expect(
      await test.refused(
        'connections.save',
        { id, name, baseUrl, repository, services },
        cast.mara.id,
      ),
    ).toMatchObject({
      code: 'invalid_input',
      fields: { 'services.0.serviceId': expect.anything() },
    });
  });
});
