import type { EvidenceSummary } from '#shared/model/governance/evidence.ts';
import type { GateLimits } from '#shared/model/governance/gate-terms.ts';
import { findingLimits, number, percentOf, summaryInWords } from './evidence-words.ts';

/** What reports say against the limits of a gate. `waiting` is where they say nothing of a limit. */
export type Verdict = { status: 'passed' | 'failed' | 'waiting'; text: string };

type Of<K extends EvidenceSummary['kind']> = Extract<EvidenceSummary, { kind: K }>;

/** What came since the last release; null where there is nothing to compare with. */
export type Since = { added: number; release: string } | null;

export function judgeTests(
  reports: readonly Of<'tests'>[],
  limits: GateLimits,
  since: Since,
): Verdict {
  const total = sumOf(reports, ({ total: all }) => all);
  const failed = sumOf(reports, (report) => report.failed);
  const skipped = sumOf(reports, (report) => report.skipped);
  if (total === 0) return { status: 'waiting', text: 'no test ran: the report has no cases' };
  if (total === skipped) return { status: 'waiting', text: 'no test ran: all are skipped' };
  const most = limits.failedTests ?? (limits.newFailedTests === undefined ? 0 : Infinity);
  if (failed > most) {
    return {
      status: 'failed',
      text: `${number(failed)} of ${number(total)} tests failed, limit ${number(most)}`,
    };
  }
  const fresh = tooManyNew(since, limits.newFailedTests, 'failed that did not fail in');
  if (fresh !== null) return fresh;
  const rest = {
    kind: 'tests' as const,
    total,
    failed,
    skipped,
    passed: total - failed - skipped,
    seconds: 0,
  };
  return { status: 'passed', text: summaryInWords(rest) };
}

export function judgeCoverage(reports: readonly Of<'coverage'>[], limits: GateLimits): Verdict {
  const lines = covered(reports.map((report) => report.lines));
  const branches = covered(reports.flatMap((report) => report.branches ?? []));
  const linesText = percentOf(lines);
  if (linesText === null) return { status: 'waiting', text: 'no data: the report has no lines' };
  const { lineCoveragePercent, branchCoveragePercent } = limits;
  if (lineCoveragePercent !== undefined && isBelow(lines, lineCoveragePercent)) {
    return {
      status: 'failed',
      text: `${linesText} of lines, at least ${lineCoveragePercent} % asked`,
    };
  }
  if (branchCoveragePercent !== undefined) {
    const text = percentOf(branches);
    if (text === null) return { status: 'waiting', text: 'no data of branches in the report' };
    if (isBelow(branches, branchCoveragePercent)) {
      return {
        status: 'failed',
        text: `${text} of branches, at least ${branchCoveragePercent} % asked`,
      };
    }
  }
  const both = branches.total === 0 ? null : branches;
  return { status: 'passed', text: summaryInWords({ kind: 'coverage', lines, branches: both }) };
}

export function judgeFindings(
  reports: readonly Of<'findings'>[],
  limits: GateLimits,
  since: Since,
): Verdict {
  const sums = {
    critical: sumOf(reports, (report) => report.critical),
    high: sumOf(reports, (report) => report.high),
    medium: sumOf(reports, (report) => report.medium),
    low: sumOf(reports, (report) => report.low),
  };
  const most = findingLimits(limits);
  const over = levels.flatMap((level) => {
    const limit = most[level];
    return limit !== undefined && sums[level] > limit
      ? [`${number(sums[level])} ${level} (limit ${number(limit)})`]
      : [];
  });
  if (over.length > 0) return { status: 'failed', text: over.join(', ') };
  const fresh = tooManyNew(since, limits.newFindings, 'found that were not in');
  if (fresh !== null) return fresh;
  const unrated = sumOf(reports, (report) => report.unrated);
  const all = { kind: 'findings' as const, tool: '', ...sums, unrated, suppressed: 0 };
  return { status: 'passed', text: summaryInWords(all) };
}

const levels = ['critical', 'high', 'medium', 'low'] as const;

export function judgeComponents(reports: readonly Of<'components'>[]): Verdict {
  const components = sumOf(reports, (report) => report.components);
  if (components === 0) return { status: 'waiting', text: 'the list names no component' };
  const withoutVersion = sumOf(reports, (report) => report.withoutVersion);
  const withoutLicence = sumOf(reports, (report) => report.withoutLicence);
  const all = { kind: 'components' as const, components, withoutVersion, withoutLicence };
  return { status: 'passed', text: summaryInWords({ ...all, vulnerabilities: 0 }) };
}

/** Each report keeps the limits for itself: two load tests have no percentile together. */
export function judgePerformance(
  reports: readonly Of<'performance'>[],
  limits: GateLimits,
): Verdict {
  const verdicts = reports.map((report) => judgeLoad(report, limits));
  const worst =
    verdicts.find(({ status }) => status === 'failed') ??
    verdicts.find(({ status }) => status === 'waiting');
  return worst ?? { status: 'passed', text: verdicts.map(({ text }) => text).join('; ') };
}

function judgeLoad(report: Of<'performance'>, limits: GateLimits): Verdict {
  const { requests, failed, seconds, p95Ms, p99Ms, broken } = report;
  if (requests === 0) return { status: 'waiting', text: 'no data: the report has no requests' };
  const [first] = broken;
  if (first !== undefined) {
    const more = broken.length === 1 ? '' : ` and ${broken.length - 1} more`;
    return { status: 'failed', text: `threshold broken: ${first}${more}` };
  }
  const share = (failed / requests) * 100;
  const rate = seconds === null || seconds === 0 ? null : requests / seconds;
  const checks = [
    atMost('p95', p95Ms, limits.p95Ms, ' ms'),
    atMost('p99', p99Ms, limits.p99Ms, ' ms'),
    atMost('share of failed requests', share, limits.failedRequestPercent, ' %'),
    atLeast('requests a second', rate, limits.requestsPerSecond),
  ];
  const worst =
    checks.find((check) => check?.status === 'failed') ??
    checks.find((check) => check?.status === 'waiting');
  return worst ?? { status: 'passed', text: summaryInWords(report) };
}

function atMost(
  what: string,
  value: number | null,
  most: number | undefined,
  unit: string,
): Verdict | null {
  if (most === undefined) return null;
  if (value === null) return { status: 'waiting', text: `the report does not tell ${what}` };
  if (value <= most) return null;
  return { status: 'failed', text: `${what} ${shown(value)}${unit}, limit ${shown(most)}${unit}` };
}

function atLeast(what: string, value: number | null, least: number | undefined): Verdict | null {
  if (least === undefined) return null;
  if (value === null) return { status: 'waiting', text: `the report does not tell ${what}` };
  if (value >= least) return null;
  return { status: 'failed', text: `${shown(value)} ${what}, at least ${shown(least)} asked` };
}

function shown(value: number): string {
  return (Math.round(value * 100) / 100).toLocaleString('en');
}

/** Without a last release nothing is new: then the other limits alone are asked. */
function tooManyNew(since: Since, most: number | undefined, words: string): Verdict | null {
  if (most === undefined || since === null || since.added <= most) return null;
  return {
    status: 'failed',
    text: `${number(since.added)} ${words} ${since.release}, limit ${number(most)}`,
  };
}

function sumOf<T>(reports: readonly T[], of: (report: T) => number): number {
  return reports.reduce((sum, report) => sum + of(report), 0);
}

function covered(parts: readonly { covered: number; total: number }[]) {
  return {
    covered: sumOf(parts, (part) => part.covered),
    total: sumOf(parts, ({ total }) => total),
  };
}

function isBelow(part: { covered: number; total: number }, percent: number): boolean {
  return part.covered * 100 < percent * part.total;
}
