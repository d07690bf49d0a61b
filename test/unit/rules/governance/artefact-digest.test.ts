import { describe, expect, it } from 'vitest';
import type { KnownArtefact, StagingRun } from '#shared/rules/delivery/artefact-facts.ts';
import { artefactDigest } from '#shared/rules/governance/artefact-digest.ts';
import type { ArtefactDigestInput } from '#shared/rules/governance/artefact-digest.ts';
import { freshnessLimitMs } from '#shared/rules/governance/pipeline-green.ts';
import { london, now } from './release-builder.ts';

const digest = (of: string) => `sha256:${of.repeat(64)}`;
const [a, b, c] = [digest('a'), digest('b'), digest('c')];
const fetched = '2026-11-24T14:19:00.000Z';
const monday = '2026-11-23T10:00:00.000Z';

const api = { serviceId: 'api', serviceName: 'payments-api', version: '4.2.0', artefact: null };
const web = { ...api, serviceId: 'web', serviceName: 'web', version: '1.0.0' };

function artefact(more: Partial<KnownArtefact> = {}): KnownArtefact {
  return {
    ...{ serviceId: 'api', connectionId: 'registry', connectionName: 'Registry' },
    ...{ repository: 'acme/api', name: 'acme/api', version: '4.2.0', digest: a },
    ...{ publishedAt: null, knownSince: '2026-11-20T10:00:00.000Z', goneAt: null, fromFile: null },
    ...more,
  };
}

const from = { serviceId: 'api', environment: 'Staging' };
const cluster = { ...from, connectionId: 'cluster', connectionName: 'Cluster' };

function rollOut(image: string, more: Partial<StagingRun> = {}): StagingRun {
  const run = { ...cluster, how: 'roll-out' as const, images: [image], at: null };
  return Object.assign(run, more);
}

function deployed(version: string, at = monday, serviceId = 'api'): StagingRun {
  const by = { connectionId: null, connectionName: 'recorded' };
  return { ...from, ...by, how: 'deployment', serviceId, version, at };
}

function judge(
  artefacts: readonly KnownArtefact[],
  ran: readonly StagingRun[],
  more: Partial<ArtefactDigestInput> = {},
) {
  return artefactDigest({
    ...{ components: [api], artefacts, ran, limitMs: freshnessLimitMs, now, zone: london },
    asOfByConnection: new Map([
      ['registry', fetched],
      ['cluster', fetched],
    ]),
    ...more,
  });
}

function said(...asked: Parameters<typeof judge>): string {
  const { status, summary } = judge(...asked);
  return `${status}: ${summary}`;
}

const gone = artefact({ digest: b, goneAt: '2026-11-24T09:00:00.000Z' });

describe('the artefact is the one staging ran', () => {
  it('when a roll-out there shows its digest', () => {
    expect(judge([artefact()], [rollOut(`registry.example.com/acme/api@${a}`)])).toEqual({
      status: 'passed',
      summary: `payments-api 4.2.0 is ${a}, which Staging runs`,
      needs: [],
      evidence: [
        {
          what: `payments-api 4.2.0 is ${a}, which Staging runs`,
          status: 'passed',
          source: 'Cluster and Registry',
          asOf: fetched,
          ...{ url: null, runId: null, acknowledgeable: false },
        },
      ],
      asOf: fetched,
    });
  });

  it('when the digest is that of one platform of its index, or stands beside others', () => {
    const index = [artefact(), artefact({ digest: b })];
    expect(judge(index, [rollOut(`acme/api:4.2.0@${b}`)]).status).toBe('passed');
    const beside = rollOut('', { images: ['istio/proxyv2:1.20', `mirror/elsewhere@${a}`] });
    expect(judge([artefact()], [beside]).status).toBe('passed');
  });

  it('when the version was deployed there while it was what it is now', () => {
    expect(said([artefact()], [deployed('4.2.0')])).toBe(
      `passed: payments-api 4.2.0 is ${a}, as it was when Staging was deployed Mon 23 Nov 10:00`,
    );
    const tag = rollOut('acme/api:v4.2.0', { at: monday });
    expect(judge([artefact()], [tag]).status).toBe('passed');
    const early = artefact({ knownSince: now, publishedAt: '2026-11-22T10:00:00.000Z' });
    expect(judge([early], [deployed('4.2.0')]).status).toBe('passed');
    // It had moved before it was deployed.
    const before = { ...gone, goneAt: '2026-11-23T09:00:00.000Z' };
    expect(judge([artefact(), before], [deployed('4.2.0')]).status).toBe('passed');
  });

  it('when staging went on to another version after it ran this one', () => {
    const ran = [deployed('4.2.0'), deployed('4.3.0', fetched), rollOut(`acme/api:4.3.0@${c}`)];
    expect(judge([artefact()], ran).status).toBe('passed');
  });

  it('for every component, in one line', () => {
    const both = [
      artefact(),
      artefact({ serviceId: 'web', name: 'web', version: '1.0.0', digest: b }),
    ];
    const ran = [deployed('4.2.0'), deployed('1.0.0', monday, 'web')];
    expect(said(both, ran, { components: [api, web] })).toBe(
      'passed: 2 components are what staging ran, by digest',
    );
    expect(said(both, ran.slice(1), { components: [api, web] })).toMatch(
      /^waiting: nobody told what staging ran of payments-api; 4\.2\.0 is sha256:a+$/,
    );
  });

  it('when the release names that digest, or the same stands in two repositories', () => {
    const components = [{ ...api, artefact: `acme/api@${a.toUpperCase().replace('SHA', 'sha')}` }];
    expect(judge([artefact()], [deployed('4.2.0')], { components }).status).toBe('passed');
    const mirror = artefact({ connectionId: 'mirror', connectionName: 'Mirror' });
    const known = new Map([...['registry', 'mirror'].map((each) => [each, fetched] as const)]);
    expect(
      judge([artefact(), mirror], [deployed('4.2.0')], { asOfByConnection: known }).status,
    ).toBe('passed');
  });

  it('when a package has the version, too, with a digest of its own', () => {
    const jar = artefact({ name: 'com.acme:api', repository: 'releases', digest: c });
    expect(judge([artefact(), jar], [rollOut(`acme/api@${a}`)]).status).toBe('passed');
  });
});

describe('the artefact is refused', () => {
  it('when its tag moved since staging ran it, by what staging shows', () => {
    const outcome = judge([artefact(), gone], [rollOut(`acme/api:4.2.0@${b}`), deployed('4.2.0')]);
    expect(outcome.status).toBe('failed');
    expect(outcome.summary).toBe(
      `payments-api 4.2.0 moved: Staging runs it as ${b}, and now it is ${a}`,
    );
    expect(outcome.needs[0]).toMatch(/^Deploy payments-api 4\.2\.0 to staging as it is now, or/);
    // Also where the repository was not read before it moved.
    expect(judge([artefact()], [rollOut(`acme/api:4.2.0@${b}`)]).status).toBe('failed');
  });

  it('when its tag moved since staging was deployed', () => {
    expect(said([artefact(), gone], [deployed('4.2.0')])).toBe(
      `failed: payments-api 4.2.0 moved: it was ${b} until Tue 24 Nov 09:00 and now it is ${a}, while Staging was deployed Mon 23 Nov 10:00`,
    );
  });

  it('when it was published after staging was deployed', () => {
    const late = artefact({ publishedAt: '2026-11-24T08:00:00.000Z' });
    expect(said([late], [deployed('4.2.0')])).toBe(
      `failed: payments-api 4.2.0 is ${a}, published Tue 24 Nov 08:00, while Staging was deployed Mon 23 Nov 10:00 before that`,
    );
  });

  it('when staging ran another', () => {
    const older = artefact({ version: '4.1.0', digest: c });
    expect(said([artefact(), older], [rollOut(`acme/api@${c}`)])).toBe(
      `failed: Staging runs ${c} (4.1.0) of payments-api, not ${a} (4.2.0)`,
    );
    expect(said([artefact(), older], [deployed('4.1.0')])).toBe(
      `failed: Staging ran 4.1.0 (${c}) of payments-api, not 4.2.0 (${a})`,
    );
    expect(said([artefact()], [rollOut('acme/api:4.1.0')])).toBe(
      `failed: Staging runs 4.1.0 of payments-api, not 4.2.0 (${a})`,
    );
  });

  it('when it is gone from its repository', () => {
    expect(said([gone], [deployed('4.2.0')])).toBe(
      `failed: payments-api 4.2.0 is gone from Registry since Tue 24 Nov 09:00; it was ${b}`,
    );
  });

  it('when one version has two digests, in two places or by two files', () => {
    const other = { connectionId: 'mirror', connectionName: 'Mirror', digest: b };
    expect(said([artefact(), artefact(other)], [deployed('4.2.0')])).toBe(
      `failed: payments-api 4.2.0 has two digests: ${a} in Registry, ${b} in Mirror`,
    );
    const files = [artefact({ fromFile: '1' }), artefact({ fromFile: '2', digest: b })];
    expect(said(files, [rollOut(`acme/api@${a}`)])).toMatch(/^failed: .* has two digests/);
  });

  it('when the release names another digest', () => {
    const components = [{ ...api, artefact: `acme/api@${b}` }];
    expect(said([artefact()], [rollOut(`acme/api@${a}`)], { components })).toBe(
      `failed: the release names ${b} for payments-api 4.2.0, and the version is ${a}`,
    );
  });

  it('with old facts, too: they already say no', () => {
    const asOfByConnection = new Map([['registry', monday]]);
    expect(judge([artefact(), gone], [deployed('4.2.0')], { asOfByConnection }).status).toBe(
      'failed',
    );
  });
});

describe('the artefact waits', () => {
  it.each<[string, KnownArtefact[], StagingRun[], string]>([
    ['no artefact', [], [deployed('4.2.0')], 'no artefact of payments-api 4.2.0 is known'],
    [
      'artefacts of other versions',
      [artefact({ version: '4.2.0-rc.1' })],
      [deployed('4.2.0')],
      'no artefact of payments-api 4.2.0 is known',
    ],
    [
      'no digest',
      [artefact({ digest: null })],
      [deployed('4.2.0')],
      'Registry tells no digest of payments-api 4.2.0',
    ],
    [
      'nothing of staging',
      [artefact()],
      [],
      `nobody told what staging ran of payments-api; 4.2.0 is ${a}`,
    ],
    [
      'images of something else',
      [artefact()],
      [rollOut(`istio/proxyv2@${c}`)],
      `nobody told what staging ran of payments-api; 4.2.0 is ${a}`,
    ],
    [
      'a tag without a time',
      [artefact()],
      [rollOut('acme/api:4.2.0')],
      `Staging tells neither a digest of payments-api nor when it came; 4.2.0 is ${a}`,
    ],
    [
      'a version first read after it was deployed',
      [artefact({ knownSince: '2026-11-24T08:00:00.000Z' })],
      [deployed('4.2.0')],
      `payments-api 4.2.0 is ${a}, first read Tue 24 Nov 08:00; nothing says that it was the same when Staging was deployed Mon 23 Nov 10:00`,
    ],
  ])('for who knows %s', (_what, artefacts, ran, summary) => {
    const outcome = judge(artefacts, ran);
    expect([outcome.status, outcome.summary]).toEqual(['waiting', summary]);
    expect(outcome.needs).toHaveLength(1);
  });

  it('for components', () => {
    expect(said([], [], { components: [] })).toBe('waiting: the release has no components yet');
  });
});

describe('the artefact is out of date', () => {
  it('when what it rests on is older than a day, or of no known time', () => {
    const old = new Map([
      ['registry', fetched],
      ['cluster', '2026-11-23T14:59:00.000Z'],
    ]);
    const shown = [rollOut(`acme/api@${a}`)];
    expect(said([artefact()], shown, { asOfByConnection: old })).toBe(
      'out-of-date: what Cluster says of payments-api is as of Mon 23 Nov 14:59',
    );
    expect(judge([artefact()], shown, { asOfByConnection: old }).needs).toEqual(['Sync Cluster.']);
    // What staging showed is not asked where people recorded it.
    expect(judge([artefact()], [deployed('4.2.0')], { asOfByConnection: old }).status).toBe(
      'passed',
    );
    expect(said([artefact()], shown, { asOfByConnection: new Map() })).toMatch(/of no known time$/);
  });
});
