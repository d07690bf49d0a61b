import { describe, expect, it } from 'vitest';
import { normalise } from '#core/sync/entry.ts';
import { jenkins } from '../../support/answers/jenkins.ts';

function told(kind: keyof typeof jenkins, changes: object) {
  const [row] = normalise('jenkins', kind, { ...jenkins[kind], ...changes }).rows;
  return row !== undefined && 'status' in row
    ? `${row.status}${row.warnings ? ' with warnings' : ''}`
    : undefined;
}

describe('the words of Jenkins', () => {
  it.each([
    [{ building: true, result: null }, 'running'],
    [{ building: true, result: 'FAILURE' }, 'running'],
    [{ building: true, wfapi: { status: 'PAUSED_PENDING_INPUT' } }, 'needs-approval'],
    [{ building: true, pendingInputActions: [{ id: 'Go' }] }, 'needs-approval'],
    [{ building: false, pendingInputActions: [{ id: 'Go' }] }, 'succeeded'],
    [{ building: true, pendingInputActions: [] }, 'running'],
    [{ result: ' success ' }, 'succeeded'],
    [{ result: 'UNSTABLE' }, 'succeeded with warnings'],
    [{ result: 'FAILURE' }, 'failed'],
    [{ result: 'ABORTED' }, 'cancelled'],
    [{ result: 'NOT_BUILT' }, 'skipped'],
    [{ result: 'GREAT' }, 'unknown'],
    [{ building: false, result: null }, 'unknown'],
    [{ building: undefined, result: null }, 'unknown'],
    [{ building: undefined, result: 'SUCCESS' }, 'succeeded'],
  ])('a build of %j is %s', (changes, expected) => {
    expect(told('builds', changes)).toBe(expected);
  });

  it.each([
    ['NOT_EXECUTED', 'skipped'],
    ['ABORTED', 'cancelled'],
    ['SUCCESS', 'succeeded'],
    ['IN_PROGRESS', 'running'],
    ['PAUSED_PENDING_INPUT', 'needs-approval'],
    ['FAILED', 'failed'],
    ['UNSTABLE', 'succeeded with warnings'],
    [null, 'unknown'],
    ['', 'unknown'],
  ])('a run of the stage view that is %s is %s', (status, expected) => {
    expect(told('wfapi-runs', { status })).toBe(expected);
  });

  it.each([
    ['blue', 'succeeded'],
    ['yellow', 'succeeded with warnings'],
    ['red', 'failed'],
    ['aborted', 'cancelled'],
    ['notbuilt', 'skipped'],
    ['disabled', 'skipped'],
    ['grey', 'unknown'],
    ['red_anime', 'running'],
    ['grey_anime', 'running'],
    ['pink_anime', 'unknown'],
  ])('a job that is %s is %s', (color, expected) => {
    expect(told('jobs', { color })).toBe(expected);
  });

  it.each([
    [{ _class: 'hudson.model.Queue$WaitingItem' }, 'queued'],
    [{ _class: 'hudson.model.Queue$LeftItem', cancelled: true }, 'cancelled'],
    [{ _class: 'hudson.model.Queue$LeftItem', executable: null }, 'queued'],
    [{ executable: { number: 12, url: 'https://ci.example.com/job/shop/12/' } }, undefined],
    [{ task: { name: null } }, 'queued'],
  ])('a queue item of %j is %s', (changes, expected) => {
    expect(told('queue', changes)).toBe(expected);
  });
});

describe('a row of Jenkins', () => {
  it('is keyed by the job’s full name, whose branch stays encoded once', () => {
    const [row] = normalise('jenkins', undefined, { builds: [jenkins.builds] }).rows;
    expect(row).toMatchObject({
      ...{ externalId: 'shop/feature%2Fgröße/12', number: 12, branch: 'feature/größe' },
      ...{ commit: 'a91957a858320c0e17f3a0eca7cfacbff50ea29a', rawStatus: 'SUCCESS' },
      ...{ startedAt: '2026-02-01T09:00:00.000Z', finishedAt: '2026-02-01T09:12:00.000Z' },
    });
  });

  it('is not guessed from a build with only a number and an address', () => {
    const builds = [{ number: 3, url: 'https://ci.example.com/job/shop/3/' }, jenkins.builds];
    const { rows, warnings } = normalise('jenkins', 'builds', { builds });
    expect([rows.length, warnings.length]).toEqual([1, 1]);
    expect(warnings[0]?.at).toBe('builds[0]');
  });

  it('comes out of folders in folders, from a build told rather than the colour', () => {
    const inner = { ...jenkins.jobs, color: 'red', lastBuild: jenkins.builds };
    const folder = { name: 'payments', jobs: [{ name: 'more', jobs: [jenkins.jobs, inner] }] };
    const { rows } = normalise('jenkins', undefined, { jobs: [folder] });
    expect(rows.map((row) => row.externalId)).toEqual(['payments/shop', 'shop/feature%2Fgröße/12']);
    expect(rows.map((row) => 'status' in row && row.status)).toEqual(['succeeded', 'succeeded']);
  });

  it('of a stage or an input names the build it is part of', () => {
    const [run, stage] = normalise('jenkins', undefined, [jenkins['wfapi-runs']]).rows;
    const [input] = normalise('jenkins', undefined, [jenkins['pending-input']]).rows;
    expect(run?.externalId).toBe('shop/12');
    expect([stage, input]).toMatchObject([{ runId: 'shop/12' }, { runId: 'shop/12' }]);
  });
});
