import { describe, expect, it } from 'vitest';
import { aDeployment, aStatus } from '../../support/servers/deployments.ts';
import { paymentsRun } from './delivery.ts';
import { ago, deployed, firstDeployment, startDeployments, tell } from './deployments.ts';

type Started = Awaited<ReturnType<typeof startDeployments>>;

const states = [
  ['success', 'in_progress'],
  ['failure'],
  [],
  ['inactive', 'success'],
  ['brand_new'],
];

/** Deployments of every kind of end, in two environments. */
function varied({ github }: Started, count: number): void {
  for (let n = 0; n < count; n += 1) {
    const environment = n % 3 === 0 ? 'staging' : 'Produktion – Süd';
    const place = { ref: `feature/ü/${n}`, environment };
    const id = firstDeployment + n;
    const deployment = deployed(github, [], { id, created_at: ago(n + 1), ...place });
    tell(github, deployment, states[n % states.length] ?? [], { environment });
  }
}

/** As `gh api` writes them: pages of deployments, then the statuses of each. */
function exported({ github }: Started): string {
  const pages = [github.deployments.slice(0, 100), github.deployments.slice(100)];
  return [...pages, ...github.statuses.values()].map((list) => JSON.stringify(list)).join('\n');
}

const facts = async ({ list }: Started) => (await list()).map(({ id: _id, ...rest }) => rest);

describe('A file of deployments', () => {
  it.each([
    ['pages, and the statuses of each behind them', exported],
    [
      'a list with the statuses beside each',
      ({ github }: Started) =>
        JSON.stringify(
          github.deployments.map((each) => ({ ...each, statuses: github.statuses.get(each.id) })),
        ),
    ],
    [
      'statuses before their deployments, the oldest first',
      ({ github }: Started) =>
        [
          ...[...github.statuses.values()].map((list) => list.toReversed()),
          github.deployments.toReversed(),
        ]
          .map((list) => JSON.stringify(list))
          .join(''),
    ],
  ])('is the same as a sync, row for row: %s', async (_what, write) => {
    const started = await startDeployments();
    varied(started, 150);
    const file = await started.importing(write(started));
    expect(await file.take()).toMatchObject({ added: 150, rejected: 0 });
    const byFile = await facts(started);
    expect(byFile).toHaveLength(150);
    expect(await started.sync()).toMatchObject({ added: 0, updated: 0, unchanged: 150 });
    expect(await facts(started)).toEqual(byFile);
    expect(await file.take()).toMatchObject({ added: 0, updated: 0, unchanged: 150 });
  });

  it('may hold runs too, which say whether a deployment waits for a person', async () => {
    const { importing, told } = await startDeployments();
    const run = paymentsRun({ id: 77, status: 'completed', conclusion: 'action_required' });
    const deployment = aDeployment({ created_at: ago(5) });
    const log = 'https://github.com/acme/shop/actions/runs/77';
    const statuses = [aStatus(deployment, 'pending', { log_url: log })];
    const file = await importing([run, { ...deployment, statuses }]);
    expect(await file.take()).toMatchObject({ added: 2 });
    expect(await told()).toEqual(['0 needs-approval']);
  });

  it('without statuses says what is not known, and how to export them', async () => {
    const started = await startDeployments();
    varied(started, 3);
    const file = await started.importing(started.github.deployments);
    const { added, warnings } = await file.take();
    expect(added).toBe(3);
    expect(warnings).toEqual([
      { at: 'element 1 (byte 1)', reason: expect.stringContaining('the file has no statuses') },
    ]);
    expect((await started.list()).every(({ status }) => status === 'unknown')).toBe(true);
    expect(await started.sync()).toMatchObject({ added: 0, updated: 3 });
    // It takes nothing away from what is known.
    expect(await file.take()).toMatchObject({ added: 0, updated: 0, unchanged: 3 });
  });

  it('that is older than what is stored changes nothing', async () => {
    const started = await startDeployments();
    const deployment = deployed(started.github, ['in_progress']);
    const old = await started.importing(exported(started));
    tell(started.github, deployment, ['success', 'in_progress'], {
      ...{ created_at: ago(1), updated_at: ago(1) },
    });
    await started.sync();
    expect(await old.take()).toMatchObject({ added: 0, updated: 0 });
    expect(await started.told()).toEqual(['0 succeeded']);
  });

  it('says where in it what could not be read, and guesses nothing', async () => {
    const { importing, told } = await startDeployments();
    const [first, second] = [aDeployment({ id: firstDeployment }), aDeployment({ id: 5 })];
    const file = await importing([
      { ...first, statuses: [aStatus(first, 'success')] },
      second,
      aStatus(second, 'success'),
      { ...aStatus(second, 'failure'), state: 7 },
      aStatus({ id: 99, created_at: ago(1) }, 'success'),
      { ...aStatus(second, 'success'), deployment_url: 'https://example.com/' },
      { ...aDeployment(), id: {} },
    ]);
    const { rejected, warnings } = await file.take();
    expect(rejected).toBe(4);
    expect(warnings.map(({ reason }) => reason)).toEqual([
      expect.stringContaining('state: '),
      'names no deployment; left out',
      expect.stringContaining('id: '),
      'its deployment 99 is not in the file; left out',
    ]);
    expect(await told()).toEqual(['0 succeeded']);
  });

  it('of something else is refused', async () => {
    const { importing } = await startDeployments();
    const { message } = await (await importing([{ id: 1, sha: 'a', status: 'success' }])).refuse();
    expect(message).toMatch(/^Expected workflow runs or deployments, found/);
  });
});

describe('An import of deployments that is taken back', () => {
  const newest = async ({ test, connection }: Started) => {
    const [first] = await test.call('pipelines.imports', { connectionId: connection.id });
    return first;
  };

  it('goes whole with its runs: what it brought goes, what it changed is as it was', async () => {
    const started = await startDeployments();
    const { github, sync, told, test, cast } = started;
    const deployment = deployed(github, ['in_progress']);
    await sync();
    const before = await facts(started);
    const first = await newest(started);
    tell(github, deployment, ['failure', 'in_progress']);
    deployed(github, ['success'], { id: firstDeployment + 1, created_at: ago(1) });
    github.runs.push(paymentsRun());
    expect(await sync()).toMatchObject({ added: 2, updated: 1 });
    const last = await newest(started);
    expect(last).toMatchObject({ added: 2, updated: 1 });

    const early = await test.refused('pipelines.takeBack', { id: first?.id ?? '' }, cast.mara.id);
    expect(early.message).toContain('changed by a later import');
    const taken = await test.call('pipelines.takeBack', { id: last?.id ?? '' }, cast.mara.id);
    expect(taken).toEqual({ removed: 2, restored: 1 });
    expect(await facts(started)).toEqual(before);
    expect((await test.call('pipelines.list', {})).total).toBe(0);
    expect(await test.call('workspace.verify', {})).toMatchObject({ ok: true });
    // A sync brings what the provider still tells.
    expect(await sync()).toMatchObject({ added: 2, updated: 1 });
    expect(await told()).toEqual(['1 succeeded', '0 failed']);
  });
});

describe('The environments deployments name', () => {
  it('are suggested by equal name, mapped by hand, and listed where they are not', async () => {
    const started = await startDeployments();
    const { github, sync, test, cast, connection, list } = started;
    const ours = await test.call('environments.list', {});
    const production = ours.find(({ id }) => id === cast.production.id);
    deployed(github, ['success'], { environment: ' PROD-EU' });
    for (const [, statuses] of github.statuses)
      statuses.forEach((each) => (each['environment'] = ''));
    const demo = deployed(github, [], { id: firstDeployment + 1, environment: 'demo/größe' });
    tell(github, demo, ['success'], { environment: '' });
    await sync();
    const places = () => test.call('deployments.environments', { connectionId: connection.id });
    const [first, second] = await places();
    expect(first).toMatchObject({
      deployments: 1,
      environmentId: null,
      suggestedId: production?.id,
    });
    expect(second).toMatchObject({ name: 'demo/größe', environmentId: null, suggestedId: null });

    const { id, rev, name, baseUrl, repository, workflows } = connection;
    const base = { id, rev, name, baseUrl, repository, workflows };
    const mapping = [{ name: 'demo/größe', environmentId: production?.id ?? '' }];
    const saved = await test.call(
      'connections.save',
      { ...base, environments: mapping },
      cast.mara.id,
    );
    expect(saved.environments).toEqual(mapping);
    expect((await list()).map(({ environmentId }) => environmentId)).toContain(production?.id);
    // A form that does not know of them leaves them as they are.
    const again = await test.call('connections.save', { ...base, rev: saved.rev }, cast.mara.id);
    expect(again.environments).toEqual(mapping);
    github.deployments.length = 0;
    expect(await places()).toHaveLength(2);
  });

  it('are refused twice, and where the workspace has no such environment', async () => {
    const { test, cast, connection } = await startDeployments();
    const { id, rev, name, baseUrl, repository, workflows } = connection;
    const base = { id, rev, name, baseUrl, repository, workflows };
    const [ours] = await test.call('environments.list', {});
    const one = { name: 'demo', environmentId: ours?.id ?? '' };
    const save = (environments: (typeof one)[]) =>
      test.refused('connections.save', { ...base, environments }, cast.mara.id);
    expect((await save([one, one])).message).toContain('twice');
    expect((await save([{ ...one, environmentId: id }])).message).toContain(
      'not in this workspace',
    );
  });
});
