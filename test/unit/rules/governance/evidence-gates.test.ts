import { describe, expect, it } from 'vitest';
import type { ReleaseControl } from '#shared/model/governance/controls.ts';
import type { EvidenceSummary } from '#shared/model/governance/evidence.ts';
import type { GateLimits } from '#shared/model/governance/gate-terms.ts';
import type { GateCheck } from '#shared/model/governance/gates.ts';
import { evidenceGate } from '#shared/rules/governance/evidence/evidence-gate.ts';
import type {
  EvidencedCheck,
  EvidencedInput,
} from '#shared/rules/governance/evidence/evidence-gate.ts';
import { limitsInWords } from '#shared/rules/governance/evidence/evidence-words.ts';
import type { EvidenceEntry } from '#shared/rules/governance/evidence/standing.ts';
import { london, now } from './release-builder.ts';

const built = { serviceId: 'pay', version: '4.2.0', commit: '9f2c1abde' };

function entry(summary: EvidenceSummary | null, more: Partial<EvidenceEntry> = {}): EvidenceEntry {
  return {
    ...{ id: 'e1', gateId: 'gate', kind: 'junit', title: 'unit.xml', source: 'Maven', note: '' },
    ...{ url: '', digest: 'a'.repeat(64), summary, detailHash: null, builtFrom: [built] },
    ...{ controlKeys: [], collectedAt: '2026-11-24T09:00:00.000Z', expiresAt: null },
    ...{ addedAt: '2026-11-24T09:00:00.000Z', withdrawn: false },
    ...more,
  };
}

function judge(
  check: EvidencedCheck,
  entries: EvidenceEntry[],
  more: Partial<EvidencedInput> = {},
) {
  const input: EvidencedInput = {
    ...{ limits: {}, entries, components: [built], serviceNames: new Map([['pay', 'payments']]) },
    ...{ since: null, assessment: null, deployments: [], reviews: [], controls: [] },
    ...{ lessons: null, measured: null, digests: null, monitored: null },
    ...more,
  };
  const { status, summary } = evidenceGate(check, input, { now, zone: london });
  return `${status}: ${summary}`;
}

const tests = (total: number, failed: number, skipped = 0): EvidenceSummary => ({
  ...{ kind: 'tests', total, failed, skipped, passed: total - failed - skipped, seconds: 1 },
});
const findings = (critical: number, high: number): EvidenceSummary => ({
  ...{ kind: 'findings', tool: 'scan', critical, high, medium: 3, low: 0, unrated: 0 },
  suppressed: 0,
});
const coverage = (covered: number, total: number): EvidenceSummary => ({
  kind: 'coverage',
  lines: { covered, total },
  branches: null,
});
const load = (
  more: Partial<Extract<EvidenceSummary, { kind: 'performance' }>>,
): EvidenceSummary => ({
  ...{ kind: 'performance', requests: 1000, failed: 5, seconds: 10, meanMs: 90 },
  ...{ p95Ms: 310, p99Ms: null, broken: [], ...more },
});

describe('A gate of reports', () => {
  it.each<[EvidencedCheck, EvidenceSummary, GateLimits, string]>([
    ['test-results', tests(1812, 0, 12), {}, 'passed: 1,812 tests, 0 failed, 12 skipped'],
    ['test-results', tests(10, 1), {}, 'failed: 1 of 10 tests failed, limit 0'],
    ['test-results', tests(10, 1), { failedTests: 1 }, 'passed: 10 tests, 1 failed'],
    ['test-results', tests(10, 4), { newFailedTests: 0 }, 'passed: 10 tests, 4 failed'],
    ['test-results', tests(0, 0), {}, 'waiting: no test ran: the report has no cases'],
    ['test-results', tests(3, 0, 3), {}, 'waiting: no test ran: all are skipped'],
    ['coverage', coverage(0, 0), {}, 'waiting: no data: the report has no lines'],
    [
      'coverage',
      coverage(799, 1000),
      { lineCoveragePercent: 80 },
      'failed: 79.9 % of lines, at least 80 % asked',
    ],
    ['coverage', coverage(4, 5), { lineCoveragePercent: 80 }, 'passed: 80 % of lines'],
    [
      'coverage',
      coverage(4, 5),
      { branchCoveragePercent: 1 },
      'waiting: no data of branches in the report',
    ],
    ['vulnerability-report', findings(1, 2), {}, 'failed: 1 critical (limit 0), 2 high (limit 0)'],
    [
      'vulnerability-report',
      findings(0, 2),
      { findings: { critical: 0, high: 2 } },
      'passed: 0 critical, 2 high, 3 medium, 0 low',
    ],
    ['performance-results', load({}), { p95Ms: 300 }, 'failed: p95 310 ms, limit 300 ms'],
    ['performance-results', load({}), { p99Ms: 300 }, 'waiting: the report does not tell p99'],
    [
      'performance-results',
      load({}),
      { failedRequestPercent: 0.4 },
      'failed: share of failed requests 0.5 %, limit 0.4 %',
    ],
    [
      'performance-results',
      load({}),
      { requestsPerSecond: 101 },
      'failed: 100 requests a second, at least 101 asked',
    ],
    ['performance-results', load({ broken: ['p(95)<1'] }), {}, 'failed: threshold broken: p(95)<1'],
    [
      'performance-results',
      load({ requests: 0, failed: 0 }),
      {},
      'waiting: no data: the report has no requests',
    ],
  ])('%s %j within %j', (check, summary, limits, expected) => {
    expect(judge(check, [entry(summary)], { limits })).toBe(expected);
  });

  it('takes what failed newly only where the last release can be asked', () => {
    const limits = { newFailedTests: 1 };
    const since = { added: 2, release: 'Payments 4.1' };
    expect(judge('test-results', [entry(tests(9, 3))], { limits, since })).toBe(
      'failed: 2 failed that did not fail in Payments 4.1, limit 1',
    );
  });

  it('is out of date by age, expiry and component, and failed where what holds now is', () => {
    const old = entry(tests(1, 0), { collectedAt: '2026-11-10T09:00:00.000Z' });
    expect(judge('test-results', [old], { limits: { maxAgeDays: 14 } })).toBe(
      'out-of-date: “unit.xml” is out of date: 14 days old, limit 14',
    );
    expect(judge('test-results', [old], { limits: { maxAgeDays: 15 } })).toContain('passed');
    const over = entry(tests(1, 0), { expiresAt: now });
    expect(judge('test-results', [over])).toContain('expired');
    const other = entry(tests(1, 0), { builtFrom: [{ ...built, commit: '1111111' }] });
    expect(judge('test-results', [other])).toContain(
      'made of payments 4.2.0 (1111111), which is 4.2.0 (9f2c1ab) now',
    );
    const bad = entry(tests(1, 1), { id: 'e2', title: 'api.xml' });
    expect(judge('test-results', [other, bad])).toBe('failed: 1 of 1 tests failed, limit 0');
  });

  it('passes over what is withdrawn, of another kind, or only kept', () => {
    expect(judge('test-results', [entry(tests(1, 0), { withdrawn: true })])).toBe(
      'waiting: no report yet',
    );
    expect(judge('test-results', [entry(null, { kind: 'file' })])).toBe(
      'waiting: evidence is kept, but no report that can be read',
    );
  });
});

describe('A gate of what is known', () => {
  it('waits and says what brings it, then passes', () => {
    const note = entry(null, { kind: 'note', title: 'Canary of 5 % in prod-eu' });
    expect(judge('rollout-staged', [])).toContain('no deployment to production is planned');
    const steps = ['2026-12-01T22:00:00.000Z', '2026-12-02T22:00:00.000Z'];
    const deployments = steps.map((startAt) => ({ startAt, isProduction: true }));
    expect(judge('rollout-staged', [], { deployments: deployments.slice(1) })).toBe(
      'waiting: production in one step',
    );
    expect(judge('rollout-staged', [], { deployments })).toContain('passed: production in 2 steps');
    expect(judge('rollout-staged', [note])).toBe('passed: Canary of 5 % in prod-eu');
    expect(judge('lessons-heeded', [])).toBe('passed: no lesson touches this release');
    expect(judge('lessons-heeded', [note])).toContain('noted: Canary');
    const waiting = {
      ...{ status: 'waiting' as const, summary: '1 lesson not answered', needs: ['Answer it.'] },
      ...{ evidence: [], asOf: null },
    };
    const lessons = { touching: 1, outcome: waiting };
    expect(judge('lessons-heeded', [note], { lessons })).toBe('waiting: 1 lesson not answered');
    const review = { title: 'Review', ownerId: null, on: '2026-12-08' };
    expect(judge('review-planned', [], { reviews: [review] })).toBe(
      'waiting: “Review” has no owner or no day',
    );
    expect(judge('review-planned', [], { reviews: [{ ...review, ownerId: 'mara' }] })).toContain(
      'passed: “Review” on Tue 8 Dec',
    );
    const assessment = {
      ...{ band: 'high', byName: 'Mara', at: '2026-11-20T09:00:00.000Z', changed: [] },
    };
    expect(judge('risk-assessed', [])).toBe('waiting: the risk is not assessed yet');
    expect(judge('risk-assessed', [], { assessment })).toContain('passed: high risk, assessed by');
    const changed = ['it migrates data now'];
    expect(judge('risk-assessed', [], { assessment: { ...assessment, changed } })).toContain(
      'out-of-date: assessed Fri 20 Nov 09:00; since then it migrates data now',
    );
    const limits = { maxAgeDays: 3 };
    expect(judge('risk-assessed', [], { assessment, limits })).toContain('out-of-date');
    const control: ReleaseControl = {
      ...{ id: 'c', key: 'PCI-6', name: 'Reviewed', kind: 'regulatory', source: '', proof: '' },
      ...{ state: 'open', why: '', proofs: [], missing: ['Add evidence that names PCI-6.'] },
      wantsEvidence: true,
    };
    expect(judge('controls-met', [], { controls: [control] })).toBe(
      'waiting: 1 of 1 control not met, first PCI-6',
    );
    expect(judge('controls-met', [], { controls: [{ ...control, state: 'excepted' }] })).toBe(
      'passed: 1 control met, 1 of them by exception',
    );
    expect(judge('measure-threshold', [])).toBe('waiting: it says neither a measure nor a limit');
  });

  it.each<[GateCheck, GateLimits, string[]]>([
    ['test-results', {}, ['No test fails.']],
    ['vulnerability-report', {}, ['No critical finding.', 'No high finding.']],
    [
      'coverage',
      { lineCoveragePercent: 80, maxAgeDays: 1 },
      ['At least 80 % of lines.', 'Not older than 1 day.'],
    ],
    ['decision', {}, []],
  ])('tells what %s is measured by', (check, limits, words) => {
    expect(limitsInWords(check, limits)).toEqual(words);
  });
});
