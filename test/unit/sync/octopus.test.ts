import { describe, expect, it } from 'vitest';
import { normalise } from '#core/sync/entry.ts';
import { octopus } from '../../support/answers/octopus.ts';

function told(kind: keyof typeof octopus, changes: object) {
  const [row] = normalise('octopus', kind, { ...octopus[kind], ...changes }).rows;
  return row !== undefined && 'status' in row
    ? `${row.status}${row.warnings ? ' with warnings' : ''}`
    : undefined;
}

const waits = { HasPendingInterruptions: true };

describe('the words of Octopus', () => {
  it.each([
    [{ State: 'Queued', IsCompleted: false }, 'queued'],
    [{ State: 'Executing', IsCompleted: false }, 'running'],
    [{ State: 'Cancelling', IsCompleted: false }, 'running'],
    [{ State: 'Executing', IsCompleted: false, ...waits }, 'needs-approval'],
    [{ State: 'Executing', IsCompleted: undefined, ...waits }, 'needs-approval'],
    [{ ...waits }, 'succeeded'],
    [{ State: ' success ' }, 'succeeded'],
    [{ HasWarningsOrErrors: true }, 'succeeded with warnings'],
    [{ State: 'Failed', HasWarningsOrErrors: true }, 'failed'],
    [{ State: 'TimedOut' }, 'failed'],
    [{ State: 'Interrupted' }, 'failed'],
    [{ State: 'Canceled' }, 'cancelled'],
    [{ State: 'Paused' }, 'unknown'],
    [{ State: '' }, 'unknown'],
    [{ State: null }, 'unknown'],
  ])('a task of %j is %s, and so is the deployment it does', (changes, expected) => {
    expect(told('tasks', changes)).toBe(expected);
    expect(told('dashboard', changes)).toBe(expected);
    expect(told('deployments', { Task: { ...octopus.tasks, ...changes } })).toBe(expected);
  });

  it('say of an interruption whether it waits', () => {
    expect(told('interruptions', {})).toBe('needs-approval');
    expect(told('interruptions', { IsPending: false })).toBe('unknown');
  });
});

describe('a deployment of Octopus', () => {
  const { Task: task, ...alone } = octopus.deployments;

  it('finds its task on the page of tasks beside its own', () => {
    const pages = [{ Items: [alone] }, { Items: [task] }];
    const { rows, warnings } = normalise('octopus', undefined, pages);
    expect(rows).toMatchObject([{ kind: 'deployment', status: 'succeeded', rawStatus: 'Success' }]);
    expect(warnings).toEqual([]);
  });

  it('is unknown and warned of without its task', () => {
    const { rows, warnings } = normalise('octopus', undefined, { Items: [alone] });
    expect(rows).toMatchObject([{ status: 'unknown', rawStatus: null, finishedAt: null }]);
    expect(warnings).toEqual([{ at: 'Items[0]', reason: expect.stringContaining('ServerTasks-') }]);
  });

  it('has one key wherever it is told', () => {
    const phase = {
      Progress: 'Complete',
      Deployments: [{ Task: task, Deployment: alone }],
    };
    const keys = [
      normalise('octopus', undefined, [octopus.deployments]),
      normalise('octopus', undefined, { Items: [octopus.dashboard] }),
      normalise('octopus', undefined, { Releases: [octopus.progression] }),
      normalise('octopus', undefined, { Phases: [phase] }),
    ].map(({ rows }) => rows.map(({ kind, externalId }) => `${kind} ${externalId}`));
    expect(new Set(keys.flat())).toEqual(new Set(['deployment Spaces-1/ServerTasks-100']));
    expect(keys.flat()).toHaveLength(4);
  });
});

describe('a row of Octopus', () => {
  it('keeps its place when a date cannot be read, and says so', () => {
    const odd = { ...octopus.tasks, StartTime: '2024-09-2T14:42:00.000+00:00' };
    const { rows, warnings } = normalise('octopus', 'tasks', { Items: [odd] });
    expect(rows).toMatchObject([{ status: 'succeeded', startedAt: null }]);
    expect(warnings.map(({ at }) => at)).toEqual(['Items[0].StartTime']);
  });

  it('of a release is a version without a status', () => {
    const [row] = normalise('octopus', undefined, { Items: [octopus.releases] }).rows;
    expect(row).toMatchObject({ kind: 'artefact', name: 'Projects-7', version: '2.4.0' });
  });

  it('is not made of an error', () => {
    const error = { ErrorMessage: 'You must be logged in', Errors: [] };
    expect(() => normalise('octopus', undefined, error)).toThrow(/You must be logged in/);
  });
});
