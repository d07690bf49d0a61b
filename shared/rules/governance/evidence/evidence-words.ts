import type {
  EvidenceKind,
  EvidenceSummary,
  ReportKind,
} from '#shared/model/governance/evidence.ts';
import type { GateLimits } from '#shared/model/governance/gate-terms.ts';
import type { GateCheck } from '#shared/model/governance/gates.ts';
import { usualWatch } from '../../delivery/monitoring/rollout-terms.ts';
import { counted } from '../gate-outcome.ts';
import { kindNames } from '../reports/report.ts';

export const evidenceKindNames: Record<EvidenceKind, string> = {
  ...kindNames,
  k6: 'k6 summary',
  file: 'File',
  link: 'Link',
  note: 'Note',
};

/** Which reports speak for a check; those of the others are only kept. */
export const readsOf: Partial<Record<GateCheck, readonly ReportKind[]>> = {
  'test-results': ['junit'],
  coverage: ['cobertura', 'lcov'],
  'vulnerability-report': ['sarif'],
  'component-list': ['cyclonedx'],
  'performance-results': ['k6', 'jmeter'],
};

export const summaryKindOf: Partial<Record<GateCheck, EvidenceSummary['kind']>> = {
  'test-results': 'tests',
  coverage: 'coverage',
  'vulnerability-report': 'findings',
  'component-list': 'components',
  'performance-results': 'performance',
};

/** `812 tests, 3 failed, 12 skipped` */
export function summaryInWords(summary: EvidenceSummary): string {
  switch (summary.kind) {
    case 'tests': {
      const skipped = summary.skipped === 0 ? '' : `, ${number(summary.skipped)} skipped`;
      return `${plural(summary.total, 'test')}, ${number(summary.failed)} failed${skipped}`;
    }
    case 'findings': {
      const { critical, high, medium, low, unrated } = summary;
      const rest = unrated === 0 ? '' : `, ${number(unrated)} unrated`;
      return `${number(critical)} critical, ${number(high)} high, ${number(medium)} medium, ${number(low)} low${rest}`;
    }
    case 'coverage': {
      const lines = percentOf(summary.lines);
      if (lines === null) return 'no data: the report has no lines';
      const branches = summary.branches === null ? null : percentOf(summary.branches);
      return `${lines} of lines${branches === null ? '' : `, ${branches} of branches`}`;
    }
    case 'components': {
      const { components, withoutLicence, withoutVersion } = summary;
      const lacking = [
        withoutLicence > 0 && `${number(withoutLicence)} without a licence`,
        withoutVersion > 0 && `${number(withoutVersion)} without a version`,
      ].filter((each) => each !== false);
      return [plural(components, 'component'), ...lacking].join(', ');
    }
    case 'performance': {
      const { requests, failed, p95Ms } = summary;
      const share = percentOf({ covered: failed, total: requests });
      const p95 = p95Ms === null ? '' : `, p95 ${number(Math.round(p95Ms))} ms`;
      return `${plural(requests, 'request')}${p95}${share === null ? '' : `, ${share} failed`}`;
    }
  }
}

/** Rounded down, so that what is shown as 80 % has reached it; null without data. */
export function percentOf({ covered, total }: { covered: number; total: number }): string | null {
  if (total === 0) return null;
  return `${(Math.floor((covered / total) * 1000) / 10).toLocaleString('en')} %`;
}

export function number(count: number): string {
  return count.toLocaleString('en');
}

function plural(count: number, noun: string): string {
  return counted(count, noun).replace(/^\d+/, number(count));
}

/** What a gate measures its evidence by, as its limits say or where they say nothing. */
export function limitsInWords(check: GateCheck, limits: GateLimits): string[] {
  const { maxAgeDays } = limits;
  const age = maxAgeDays === undefined ? [] : [`Not older than ${counted(maxAgeDays, 'day')}.`];
  const own = ownLimits(check, limits).map((words) => `${words}.`);
  return [...own, ...age];
}

function ownLimits(check: GateCheck, limits: GateLimits): string[] {
  switch (check) {
    case 'test-results': {
      const { failedTests, newFailedTests } = limits;
      const most = failedTests ?? (newFailedTests === undefined ? 0 : undefined);
      return [
        most === undefined
          ? ''
          : most === 0
            ? 'No test fails'
            : `At most ${counted(most, 'test')} failed`,
        newFailedTests === undefined
          ? ''
          : `At most ${number(newFailedTests)} failed that did not fail in the last release`,
      ].filter((words) => words !== '');
    }
    case 'coverage': {
      const { lineCoveragePercent: lines, branchCoveragePercent: branches } = limits;
      return [
        lines === undefined ? '' : `At least ${lines} % of lines`,
        branches === undefined ? '' : `At least ${branches} % of branches`,
      ].filter((words) => words !== '');
    }
    case 'vulnerability-report': {
      const levels = Object.entries(findingLimits(limits)).map(([level, most]) =>
        most === 0 ? `No ${level} finding` : `At most ${number(most)} ${level}`,
      );
      const { newFindings } = limits;
      const fresh =
        newFindings === undefined
          ? []
          : [`At most ${number(newFindings)} that the last release had not`];
      return [...levels, ...fresh];
    }
    case 'performance-results':
      return performanceLimits(limits);
    case 'monitoring':
      return monitoringLimits(limits);
    default:
      return [];
  }
}

/** Where neither severities nor new findings are limited, nothing critical or high is let pass. */
export function findingLimits({
  findings,
  newFindings,
}: GateLimits): NonNullable<GateLimits['findings']> {
  if (findings === undefined) return newFindings === undefined ? { critical: 0, high: 0 } : {};
  return findings;
}

function performanceLimits(limits: GateLimits): string[] {
  const { p95Ms, p99Ms, failedRequestPercent: failed, requestsPerSecond: rate } = limits;
  return [
    p95Ms === undefined ? '' : `p95 at most ${number(p95Ms)} ms`,
    p99Ms === undefined ? '' : `p99 at most ${number(p99Ms)} ms`,
    failed === undefined ? '' : `At most ${failed} % of requests failed`,
    rate === undefined ? '' : `At least ${number(rate)} requests a second`,
    'No threshold of the tool itself broken',
  ].filter((words) => words !== '');
}

function monitoringLimits({ monitoring = {} }: GateLimits): string[] {
  const { asks = ['metrics', 'alerts'], maxAgeMinutes } = monitoring;
  const { watchMinutes, gapMinutes } = { ...usualWatch, ...monitoring };
  const age = maxAgeMinutes === undefined ? '' : `, at most ${number(maxAgeMinutes)} min ago`;
  return [
    asks.includes('metrics') ? `Every metric check passed since the roll-out began${age}` : '',
    asks.includes('alerts')
      ? `No alert fired until ${number(watchMinutes)} min after it, looked at every ${number(gapMinutes)} min`
      : '',
  ].filter((words) => words !== '');
}
