import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runStatuses } from '#shared/model/delivery/pipelines.ts';
import { freshnessLimitMs, pipelineGreen } from '#shared/rules/governance/pipeline-green.ts';
import type { PipelineGreenInput } from '#shared/rules/governance/pipeline-green.ts';
import { aRun, london, now } from './release-builder.ts';

const commit = '9f2c1ab04d5e6f708192a3b4c5d6e7f809182736';
const api = { serviceId: 'api', serviceName: 'payments-api', commit };
const build = {
  serviceId: 'api',
  connectionId: 'github',
  connectionName: 'GitHub payments',
  workflow: 'build.yml',
  workflowName: 'Build',
};
const scan = { ...build, workflow: 'scan.yml', workflowName: 'Scan' };
const fetched = '2026-11-24T14:19:00.000Z';

function green(more: Partial<PipelineGreenInput> = {}) {
  return pipelineGreen({
    components: [api],
    required: [build],
    runs: [aRun()],
    acknowledgements: [],
    freshness: { asOfByConnection: new Map([['github', fetched]]), limitMs: freshnessLimitMs },
    now,
    zone: london,
    ...more,
  });
}

const asOf = (instant: string | null) => ({
  asOfByConnection: new Map([['github', instant]]),
  limitMs: freshnessLimitMs,
});

describe('pipeline green passes', () => {
  it('when every required workflow of every component succeeded for its commit', () => {
    expect(
      green({ required: [build, scan], runs: [aRun(), aRun({ workflow: 'scan.yml' })] }),
    ).toEqual({
      status: 'passed',
      summary: '2 required workflows succeeded',
      needs: [],
      evidence: [
        {
          what: 'Build of payments-api at 9f2c1ab succeeded',
          status: 'passed',
          source: 'GitHub payments',
          asOf: fetched,
          url: null,
          runId: 'github/build.yml/1/1',
          acknowledgeable: false,
        },
        expect.objectContaining({ what: 'Scan of payments-api at 9f2c1ab succeeded' }),
      ],
      asOf: fetched,
    });
  });

  it('by the newest attempt, also after an earlier one failed', () => {
    const runs = [aRun({ attempt: 2 }), aRun({ status: 'failed' })];
    expect(green({ runs }).status).toBe('passed');
  });

  it('by the newest run, also after an earlier one failed', () => {
    const earlier = aRun({
      externalId: '9',
      number: 9,
      status: 'failed',
      createdAt: '2026-11-24T08:00:00.000Z',
    });
    expect(green({ runs: [earlier, aRun()] }).status).toBe('passed');
  });

  it('by the run with the higher number where both were created at the same time', () => {
    const lower = aRun({ externalId: '9', number: 1, status: 'failed' });
    const higher = aRun({ externalId: '10', number: 2 });
    expect(green({ runs: [lower, higher] }).evidence[0]?.runId).toBe(higher.id);
    expect(green({ runs: [higher, lower] }).evidence[0]?.runId).toBe(higher.id);
  });

  it('by a run told with an abbreviated commit beside one told in full', () => {
    const abbreviated = aRun({ externalId: '2', commit: '9f2c1ab04d', workflow: 'scan.yml' });
    const components = [{ ...api, commit: '9f2c1ab' }];
    const runs = [aRun(), abbreviated];
    expect(green({ components, runs, required: [build, scan] }).status).toBe('passed');
  });

  it('whatever a connection without a part in it knows of like commits', () => {
    const elsewhere = aRun({
      connectionId: 'gitlab',
      commit: '9f2c1ab99d5e6f708192a3b4c5d6e7f809182736',
    });
    const components = [{ ...api, commit: '9f2c1ab' }];
    expect(green({ components, runs: [aRun(), elsewhere] }).status).toBe('passed');
  });

  it('by an abbreviated commit that fits one commit only', () => {
    const other = aRun({ externalId: '2', commit: '9f2c1ac04d5e6f708192a3b4c5d6e7f809182736' });
    const components = [{ ...api, commit: '9f2c1ab' }];
    expect(green({ components, runs: [aRun(), other] }).status).toBe('passed');
    expect(green({ runs: [aRun({ commit: '9F2C1AB04D' })] }).status).toBe('passed');
  });
});

describe('pipeline green waits', () => {
  it('for a run that is missing, and says for which', () => {
    const result = green({ required: [build, scan] });
    expect(result).toMatchObject({
      status: 'waiting',
      summary: 'no run of Scan of payments-api at 9f2c1ab yet',
      needs: ['Let Scan of payments-api at 9f2c1ab run, then sync.'],
    });
  });

  it('however green another commit, workflow or connection is', () => {
    for (const more of [
      { commit: '00aa11b04d5e6f708192a3b4c5d6e7f809182736' },
      { workflow: 'docs.yml' },
      { connectionId: 'gitlab' },
      { commit: '9f2c1a' },
      { commit: '' },
    ]) {
      expect(green({ runs: [aRun(more)] }).status).toBe('waiting');
    }
  });

  it('while the release has no components', () => {
    expect(green({ components: [] })).toMatchObject({
      status: 'waiting',
      summary: 'the release has no components yet',
    });
  });

  it('while a component has no commit', () => {
    expect(
      green({ components: [api, { ...api, serviceName: 'site', commit: null }] }),
    ).toMatchObject({
      status: 'waiting',
      summary: 'site has no commit',
      needs: ['Enter the commit site is built from in its component.'],
    });
  });

  it('while no workflow of a service is required', () => {
    const site = { serviceId: 'site', serviceName: 'site', commit };
    expect(green({ components: [api, site] })).toMatchObject({
      status: 'waiting',
      summary: 'no required workflow is mapped to site',
      needs: ['Map a workflow to site in a connection and mark it as required.'],
    });
  });

  it('while an abbreviated commit could be either of two', () => {
    const other = aRun({ externalId: '2', commit: '9f2c1ab99d5e6f708192a3b4c5d6e7f809182736' });
    const result = green({ components: [{ ...api, commit: '9f2c1ab' }], runs: [aRun(), other] });
    expect(result.status).toBe('waiting');
    expect(result.summary).toContain('fits 2 commits');
    expect(result.needs).toEqual([
      'Enter more digits of the commit of payments-api, so that it fits one only.',
    ]);
  });

  it('for somebody’s name under warnings, of exactly that attempt', () => {
    const warned = aRun({ warnings: true, attempt: 2 });
    const acknowledged = (runId: string) => [
      { runId, byName: 'Jon Bell', reason: 'Known flaky check' },
    ];
    const waiting = green({ runs: [aRun({ warnings: true }), warned] });
    expect(waiting.status).toBe('waiting');
    expect(waiting.evidence).toMatchObject([{ acknowledgeable: true, runId: warned.id }]);
    const former = green({ runs: [warned], acknowledgements: acknowledged(aRun().id) });
    expect(former.status).toBe('waiting');
    const accepted = green({ runs: [warned], acknowledgements: acknowledged(warned.id) });
    expect(accepted.status).toBe('passed');
    expect(accepted.evidence[0]?.what).toContain('accepted by Jon Bell: Known flaky check');
  });

  it('for a connection that was never synced', () => {
    expect(green({ freshness: asOf(null) })).toMatchObject({
      status: 'waiting',
      needs: ['Sync GitHub payments, or import a file of its runs.'],
    });
  });
});

describe('what a run’s status means', () => {
  it.each([
    ['succeeded', 'passed'],
    ['failed', 'failed'],
    ['cancelled', 'failed'],
    ['queued', 'running'],
    ['running', 'running'],
    ['needs-approval', 'waiting'],
    ['skipped', 'waiting'],
    ['unknown', 'waiting'],
  ] as const)('%s leaves the gate %s', (status, expected) => {
    expect(green({ runs: [aRun({ status })] }).status).toBe(expected);
  });

  it('shows the provider’s own words for a status nobody knows', () => {
    const run = aRun({ status: 'unknown', rawStatus: 'completed', rawResult: 'mystery' });
    expect(green({ runs: [run] }).summary).toContain('“completed, mystery”');
  });

  it('names the worst of several, and how many more there are', () => {
    const runs = [aRun({ status: 'failed', attempt: 3 }), aRun({ workflow: 'scan.yml' })];
    const required = [build, scan, { ...build, serviceId: 'site' }];
    const site = { serviceId: 'site', serviceName: 'site', commit };
    expect(green({ components: [api, site], required, runs }).summary).toBe(
      'Build of payments-api at 9f2c1ab (attempt 3) failed, and 1 more',
    );
  });
});

describe('the age of imported facts', () => {
  const old = '2026-11-23T09:20:00.000Z';

  it('puts a green gate out of date past the limit', () => {
    expect(green({ freshness: asOf(old) })).toMatchObject({
      status: 'out-of-date',
      summary: 'Build of payments-api at 9f2c1ab succeeded, as of Mon 23 Nov 09:20',
      needs: ['Sync GitHub payments: its facts are older than 24 h.'],
      asOf: old,
    });
  });

  it('counts to the millisecond', () => {
    expect(green({ freshness: asOf('2026-11-23T15:00:00.000Z') }).status).toBe('passed');
    expect(green({ freshness: asOf('2026-11-23T14:59:59.999Z') }).status).toBe('out-of-date');
  });

  it('leaves a failure a failure', () => {
    expect(green({ freshness: asOf(old), runs: [aRun({ status: 'failed' })] }).status).toBe(
      'failed',
    );
  });

  it('also doubts what was missing or running then', () => {
    for (const runs of [[], [aRun({ status: 'running' })]]) {
      expect(green({ freshness: asOf(old), runs }).status).toBe('out-of-date');
    }
  });

  it('is that of the oldest connection involved', () => {
    const other = { ...scan, connectionId: 'mirror', connectionName: 'Mirror' };
    const result = green({
      required: [build, other],
      runs: [aRun(), aRun({ connectionId: 'mirror', workflow: 'scan.yml' })],
      freshness: {
        asOfByConnection: new Map([
          ['github', fetched],
          ['mirror', old],
        ]),
        limitMs: freshnessLimitMs,
      },
    });
    expect(result).toMatchObject({ status: 'out-of-date', asOf: old });
  });
});

describe('whatever runs there are', () => {
  const instants = fc.constantFrom(
    null,
    '2026-11-24T07:00:00.000Z',
    '2026-11-24T08:00:00.000Z',
    '2026-11-24T09:00:00.000Z',
  );
  const run = fc
    .record({
      externalId: fc.constantFrom('1', '2', '3'),
      attempt: fc.integer({ min: 1, max: 3 }),
      number: fc.constantFrom(null, 1, 2),
      status: fc.constantFrom(...runStatuses),
      warnings: fc.boolean(),
      createdAt: instants,
      workflow: fc.constantFrom('build.yml', 'scan.yml'),
    })
    .map(aRun);
  // One row an attempt, as the database keeps them.
  const runs = fc.uniqueArray(run, { selector: ({ id }) => id, maxLength: 8 });

  it('their order never matters', () => {
    fc.assert(
      fc.property(
        runs.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        ([list, shuffled]) => {
          const required = [build, scan];
          expect(green({ runs: shuffled, required })).toEqual(green({ runs: list, required }));
        },
      ),
    );
  });

  it('a newer attempt that did not succeed never leaves the gate passed', () => {
    const bad = fc.constantFrom(...runStatuses.filter((status) => status !== 'succeeded'));
    fc.assert(
      fc.property(runs, bad, instants, (list, status, createdAt) => {
        const newest = list
          .filter(({ workflow }) => workflow === 'build.yml')
          .map((each) => (green({ runs: list }).evidence[0]?.runId === each.id ? each : null))
          .find((each) => each !== null);
        const attempt = { ...(newest ?? aRun()), attempt: 4, status, createdAt };
        const next = { ...attempt, id: 'next' };
        const result = green({ runs: [...list, next] });
        expect(result.status).not.toBe('passed');
        expect(result.evidence[0]?.runId).toBe('next');
      }),
    );
  });

  it('a newer failed run never leaves the gate passed', () => {
    fc.assert(
      fc.property(runs, (list) => {
        const failed = aRun({
          externalId: '99',
          status: 'failed',
          createdAt: '2026-11-24T10:00:00.000Z',
        });
        expect(green({ runs: [...list, failed] }).status).toBe('failed');
      }),
    );
  });

  it('it passes only when the counting run succeeded', () => {
    fc.assert(
      fc.property(runs, (list) => {
        const { status, evidence } = green({ runs: list });
        const counting = list.find(({ id }) => id === evidence[0]?.runId);
        expect(status === 'passed').toBe(
          counting?.status === 'succeeded' && counting.warnings === false,
        );
      }),
    );
  });
});
