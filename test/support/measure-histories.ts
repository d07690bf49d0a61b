import fc from 'fast-check';
import type { MeasuredResult } from '#shared/model/measures/rows.ts';
import { deploymentResults } from '#shared/model/measures/rows.ts';
import type {
  Change,
  Deployment,
  Incident,
  MeasureRows,
  Release,
} from '#shared/rules/measures/rows.ts';

const start = Date.parse('2026-03-01T00:00:00.000Z');
const minute = 60_000;
/** Some minute of sixty days, or a span of at most five. */
const at = fc.integer({ min: 0, max: 60 * 1440 }).map((minutes) => start + minutes * minute);
const span = fc.integer({ min: 0, max: 5 * 1440 }).map((minutes) => minutes * minute);

const place = fc.integer({ min: 0, max: 11 });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 2 });

function deployment(prefix: string, service: fc.Arbitrary<string>): fc.Arbitrary<Deployment> {
  return fc
    .record({
      ...{ service, at, span, id: fc.constant('') },
      environment: fc.constantFrom('production', 'production', 'production', 'staging'),
      result: fc.constantFrom<MeasuredResult>(...deploymentResults, 'succeeded', 'succeeded'),
      commit: maybe(place.map((n) => `${prefix}sha${n}`)),
      fixOf: fc.option(
        place.map((n) => `${prefix}D${n}`),
        { nil: null, freq: 1 },
      ),
      rollbackOf: fc.option(
        place.map((n) => `${prefix}D${n}`),
        { nil: null, freq: 1 },
      ),
      releaseId: maybe(place.map((n) => `${prefix}R${n % 5}`)),
      pipelineId: maybe(place.map((n) => `${prefix}P${n}`)),
    })
    .map(({ at: finishedAt, span: lasted, ...row }) => ({
      ...{ ...row, startedAt: finishedAt - lasted },
      finishedAt: row.result === 'running' ? null : finishedAt,
    }));
}

function change(prefix: string, service: fc.Arbitrary<string>): fc.Arbitrary<Change> {
  return fc.record({
    ...{ id: fc.constant(''), service, commit: maybe(place.map((n) => `${prefix}sha${n}`)) },
    ...{ firstCommitAt: maybe(at), openedAt: maybe(at), mergedAt: maybe(at) },
    deploymentId: maybe(place.map((n) => `${prefix}D${n}`)),
  });
}

function incident(prefix: string, service: fc.Arbitrary<string>): fc.Arbitrary<Incident> {
  return fc
    .record({
      ...{ id: fc.constant(''), service, createdAt: at, span: maybe(span) },
      severity: fc.constantFrom<Incident['severity']>('critical', 'high', 'medium', 'low'),
      deploymentId: fc.option(
        place.map((n) => `${prefix}D${n}`),
        { nil: null, freq: 1 },
      ),
    })
    .map(({ span: lasted, ...row }) => ({
      ...{ ...row, resolvedAt: lasted === null ? null : row.createdAt + lasted },
    }));
}

function release(service: fc.Arbitrary<string>): fc.Arbitrary<Release> {
  return fc.record({
    ...{ id: fc.constant(''), service, ideaAt: maybe(at), startedAt: maybe(at) },
    gates: fc.array(
      fc.record({ requestedAt: at, span: maybe(span) }).map(({ requestedAt, span: lasted }) => ({
        ...{ name: 'board', requestedAt },
        decidedAt: lasted === null ? null : requestedAt + lasted,
      })),
      { maxLength: 3 },
    ),
  });
}

function named<T extends { id: string }>(row: fc.Arbitrary<T>, prefix: string) {
  return fc
    .array(row, { maxLength: 12 })
    .map((rows) => rows.map((each, n) => ({ ...each, id: `${prefix}${n}` })));
}

/** Any history, ends before beginnings of changes included; ids begin with the prefix. */
export function histories(
  prefix: string,
  services: readonly [string, ...string[]],
): fc.Arbitrary<MeasureRows> {
  const service = fc.constantFrom(...services);
  return fc.record({
    deployments: named(deployment(prefix, service), `${prefix}D`),
    changes: named(change(prefix, service), `${prefix}C`),
    incidents: named(incident(prefix, service), `${prefix}I`),
    releases: named(release(service), `${prefix}R`),
  });
}

export function together(a: MeasureRows, b: MeasureRows): MeasureRows {
  return {
    deployments: [...a.deployments, ...b.deployments],
    changes: [...a.changes, ...b.changes],
    incidents: [...a.incidents, ...b.incidents],
    releases: [...a.releases, ...b.releases],
  };
}
