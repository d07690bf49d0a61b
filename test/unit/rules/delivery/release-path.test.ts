import { describe, expect, it } from 'vitest';
import type { PathArtefact, PathRun } from '#shared/model/delivery/paths.ts';
import type { PlacedEvent } from '#shared/rules/delivery/recorded-events.ts';
import { pathOf, type PathInput } from '#shared/rules/delivery/release-path.ts';

const commit = 'c0ffee'.padEnd(40, '0');
const environments = [
  { id: 's', name: 'staging', kind: 'staging' as const },
  { id: 'p', name: 'production', kind: 'production' as const },
];

function asked(overrides: Partial<PathInput> = {}): PathInput {
  return {
    releaseId: 'r',
    component: { serviceId: 'v', service: 'payments-api', version: '4.2.0', commit },
    ...{ runs: [], artefacts: [], environments, events: [], planned: [] },
    ...overrides,
  };
}

const run = (status: PathRun['status'], name = 'Build'): PathRun => ({
  ...{ id: name, connectionId: 'c', name, attempt: 1, status, url: null },
});

const artefact = (digest: string | null, gone = false): PathArtefact => ({
  ...{ id: digest ?? '', connectionId: 'c', connection: 'registry', name: 'payments-api' },
  ...{ version: '4.2.0', digest, publishedAt: null, gone, url: null },
});

function event(overrides: Partial<PlacedEvent>): PlacedEvent {
  return {
    ...{ serviceId: 'v', environmentId: 's', what: 'deployed', at: '2026-11-20T10:00:00.000Z' },
    ...{ version: '4.2.0', commit, deploymentId: 'd', releaseId: 'r', imported: null },
    stands: null,
    ...overrides,
  };
}

const standings = (input: Partial<PathInput>) => {
  const { build, artefact: step, places } = pathOf(asked(input));
  return {
    build: build.standing,
    artefact: step.standing,
    places: places.map(({ environment, standing }) => `${environment} ${standing}`),
  };
};

describe('the path of a component', () => {
  it('claims nothing nobody told', () => {
    expect(standings({})).toEqual({ build: 'unknown', artefact: 'unknown', places: [] });
    const component = { serviceId: 'v', service: 'v', version: '1', commit: null };
    expect(pathOf(asked({ component })).build.why).toContain('names no commit');
  });

  it.each([
    [[run('succeeded'), run('skipped', 'Docs')], 'passed'],
    [[run('succeeded'), run('failed', 'Scan')], 'failed'],
    [[run('succeeded'), run('cancelled', 'Scan')], 'failed'],
    [[run('succeeded'), run('needs-approval', 'Scan')], 'running'],
    [[run('unknown')], 'unknown'],
    [[run('skipped')], 'unknown'],
  ])('was built as its runs say: %#', (runs, build) => {
    expect(standings({ runs }).build).toBe(build);
  });

  it.each([
    [[artefact('sha256:a')], 'passed'],
    [[artefact(null)], 'passed'],
    [[artefact('sha256:a'), artefact('sha256:a')], 'passed'],
    [[artefact('sha256:a'), artefact('sha256:b')], 'failed'],
    [[artefact('sha256:a'), artefact('sha256:b', true)], 'passed'],
    [[artefact('sha256:a', true)], 'failed'],
  ])('has the artefact its repository shows: %#', (artefacts, step) => {
    expect(standings({ artefacts }).artefact).toBe(step);
  });

  it('went where it was told to, in the order of the environments, and goes where it is planned', () => {
    const planned = [{ environmentId: 'p', startAt: '2026-11-30T22:00:00.000Z' }];
    expect(standings({ events: [event({})], planned }).places).toEqual([
      'staging passed',
      'production ahead',
    ]);
    const failed = event({ environmentId: 'p', what: 'failed' });
    expect(standings({ events: [event({}), failed], planned }).places).toEqual([
      'staging passed',
      'production failed',
    ]);
  });

  it('counts what is of its build whatever release that was, and nothing else', () => {
    const others = [
      event({ releaseId: null }),
      event({ environmentId: 'p', releaseId: 'other', commit: 'b'.repeat(40) }),
      event({ environmentId: 'p', serviceId: 'other' }),
    ];
    expect(standings({ events: others }).places).toEqual(['staging passed']);
  });
});
