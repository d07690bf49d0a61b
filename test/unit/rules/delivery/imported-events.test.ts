import { describe, expect, it } from 'vitest';
import { inOneHistory } from '#shared/rules/delivery/cell-events.ts';
import {
  importedEvents,
  releasesOf,
  seenEvents,
  type ImportedDeployment,
  type SeenRollout,
} from '#shared/rules/delivery/imported-events.ts';
import { recordedEvents } from '#shared/rules/delivery/recorded-events.ts';

const commit = 'c0ffee'.padEnd(40, '0');
const at = '2026-11-28T09:00:00.000Z';
const from = { id: 'i', connectionId: 'c', connection: 'Shop on GitHub', url: null };
const place = { serviceId: 'payments', environmentId: 'prod' };

function deployed(overrides: Partial<ImportedDeployment> = {}): ImportedDeployment {
  return {
    ...place,
    ...{ status: 'succeeded', version: '4.2.0', branch: null, commit },
    ...{ beganAt: '2026-11-27T22:00:00.000Z', endedAt: '2026-11-27T22:10:00.000Z' },
    from,
    ...overrides,
  };
}

const release = { ...place, releaseId: 'r', version: '4.2.0', commit: commit.slice(0, 12) };
const none = releasesOf([]);
const versionsOf = (...given: Partial<ImportedDeployment>[]) =>
  importedEvents(given.map(deployed), none, at).map(({ version }) => version);

describe('what a provider tells of deployments', () => {
  it('puts a version there from its end on', () => {
    const [event] = importedEvents([deployed()], none, at);
    expect(event).toMatchObject({
      ...{ what: 'deployed', version: '4.2.0', commit, at: '2026-11-27T22:10:00.000Z' },
      ...{ releaseId: null, deploymentId: null, imported: from },
      stands: { since: '2026-11-27T22:10:00.000Z', source: 'deployment', imported: from },
    });
  });

  it.each([
    ['failed', 'failed'],
    ['running', 'under-way'],
    ['queued', 'under-way'],
    ['needs-approval', 'under-way'],
    ['cancelled', undefined],
    ['skipped', undefined],
    ['unknown', undefined],
  ] as const)('that is %s is %s', (status, what) => {
    expect(importedEvents([deployed({ status })], none, at)[0]?.what).toBe(what);
  });

  it('says nothing of what came after the moment that is asked for', () => {
    expect(importedEvents([deployed()], none, '2026-11-27T22:09:00.000Z')).toEqual([]);
    expect(importedEvents([deployed({ beganAt: null, endedAt: null })], none, at)).toEqual([]);
  });

  it('is under way no longer once another came after it, or when it began too long ago', () => {
    const stuck = deployed({ status: 'running', beganAt: '2026-11-27T20:00:00.000Z' });
    const whats = (...given: ImportedDeployment[]) =>
      importedEvents(given, none, at).map(({ what }) => what);
    expect(whats(stuck, deployed())).toEqual(['deployed']);
    expect(whats(deployed({ beganAt: '2026-11-27T19:00:00.000Z' }), stuck)).toEqual([
      'under-way',
      'deployed',
    ]);
    expect(whats({ ...stuck, beganAt: '2026-10-01T00:00:00.000Z' })).toEqual([]);
    const other = { ...from, connectionId: 'other' };
    expect(whats(stuck, deployed({ from: other }))).toEqual(['under-way', 'deployed']);
  });

  it('takes the name of a branch for no version', () => {
    expect(
      versionsOf(
        { version: 'main', branch: 'main' },
        { version: 'v4.2.0', branch: 'v4.2.0' },
        { version: 'release/4.2', branch: 'release/4.2' },
        { version: '4.2.0', branch: 'main' },
        { version: null },
        { version: 'main', branch: 'main', commit: '' },
        { version: null, commit: '' },
      ),
    ).toEqual(['c0ffee000000', 'v4.2.0', 'release/4.2', '4.2.0', 'c0ffee000000', 'main']);
  });

  it('is of the release that names its commit, and has the version that names', () => {
    const releaseOf = releasesOf([{ ...release, releaseId: 'older' }, release]);
    const [event] = importedEvents([deployed({ version: 'main', branch: 'main' })], releaseOf, at);
    expect(event).toMatchObject({ releaseId: 'r', version: '4.2.0' });
    const other = deployed({ commit: 'a'.repeat(40), version: '4.2.0' });
    expect(importedEvents([other], releaseOf, at)[0]?.releaseId).toBeNull();
    const unsaid = deployed({ commit: '', version: 'v4.2.0' });
    expect(importedEvents([unsaid], releaseOf, at)[0]?.releaseId).toBe('r');
    const elsewhere = deployed({ serviceId: 'checkout' });
    expect(importedEvents([elsewhere], releaseOf, at)[0]?.releaseId).toBeNull();
  });
});

describe('what a roll-out shows', () => {
  const seen = (overrides: Partial<SeenRollout> = {}): SeenRollout => ({
    ...place,
    images: ['registry.example.com:5000/shop/payments-api:4.2.0@sha256:abc'],
    ...{ revision: null, changedAt: '2026-11-27T22:05:00.000Z', seenAt: at, from },
    ...overrides,
  });

  it('is the tag of its image, since it changed and until it was seen', () => {
    expect(seenEvents([seen()], none, at)).toEqual([
      expect.objectContaining({
        ...{ what: 'seen', version: '4.2.0', commit: null, at: '2026-11-27T22:05:00.000Z' },
        stands: expect.objectContaining({ asOf: at, source: 'rollout' }),
      }),
    ]);
  });

  it.each([
    ['a digest alone', { images: ['shop/api@sha256:abc'] }, undefined],
    ['no image', { images: [] }, undefined],
    ['the commit it was rolled out from', { images: [], revision: commit }, 'c0ffee000000'],
    ['a port and no tag', { images: ['localhost:5000/api'] }, undefined],
  ])('of %s is %s', (_what, overrides, version) => {
    expect(seenEvents([seen(overrides)], none, at)[0]?.version).toBe(version);
  });

  it('is the program, not the manifests: a commit counts only where the image has no tag', () => {
    const [event] = seenEvents([seen({ revision: commit })], releasesOf([release]), at);
    expect(event).toMatchObject({ commit: null, version: '4.2.0', releaseId: 'r' });
    const pinned = seen({ images: ['shop/api@sha256:abc', 'istio/proxyv2:1.20'] });
    expect(seenEvents([pinned], none, at)).toEqual([]);
  });

  it('lies after what its own connection deployed before it was seen', () => {
    const history = importedEvents([deployed({ version: commit })], none, at);
    const [event] = seenEvents([seen()], none, at, history);
    expect(event?.at).toBe('2026-11-27T22:10:00.000Z');
    expect(seenEvents([seen()], none, at)[0]?.at).toBe('2026-11-27T22:05:00.000Z');
  });

  it('counts from when it was seen where nothing else is told', () => {
    expect(seenEvents([seen({ changedAt: null })], none, at)[0]?.at).toBe(at);
    expect(seenEvents([seen({ changedAt: null })], none, '2026-11-01T00:00:00.000Z')).toEqual([]);
  });
});

describe('one history of what was recorded and imported', () => {
  const recorded = recordedEvents(
    [
      {
        ...{ id: 'd', releaseId: 'r0', environmentId: 'prod', result: 'succeeded' },
        actualStartAt: '2026-11-20T22:00:00.000Z',
        actualEndAt: '2026-11-20T22:30:00.000Z',
        brought: [{ serviceId: 'payments', version: '4.1.0', commit: null }],
      },
    ],
    at,
  );

  it('keeps what was recorded as it is where nothing was imported', () => {
    expect(inOneHistory(recorded, [])).toBe(recorded);
  });

  it('says what a deployment that failed left, whoever told of that', () => {
    const failed = importedEvents([deployed({ status: 'failed' })], none, at);
    expect(
      inOneHistory(recorded, failed).map(({ what, stands }) => [what, stands?.version]),
    ).toEqual([
      ['deployed', '4.1.0'],
      ['failed', '4.1.0'],
    ]);
  });

  it('puts what is under way last', () => {
    const running = deployed({ status: 'running', beganAt: '2026-11-01T00:00:00.000Z' });
    const told = inOneHistory(recorded, importedEvents([running], none, at));
    expect(told.map(({ what }) => what)).toEqual(['deployed', 'under-way']);
  });
});
