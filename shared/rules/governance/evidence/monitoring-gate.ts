import type { MetricCheck, MetricResult } from '#shared/model/delivery/monitoring.ts';
import type { RunStatus } from '#shared/model/delivery/pipelines.ts';
import type { GateLimits } from '#shared/model/governance/gate-terms.ts';
import type { Evidence, GateStatus } from '#shared/model/governance/gates.ts';
import { isCurrent } from '../../delivery/monitoring/metric-words.ts';
import { rolloutAlerts } from '../../delivery/monitoring/rollout-alerts.ts';
import { usualWatch } from '../../delivery/monitoring/rollout-terms.ts';
import type { RolloutAlerts, RolloutAlertsInput } from '../../delivery/monitoring/rollout-terms.ts';
import { formatWhen } from '../../planning/zoned-time.ts';
import { counted, worstStatus } from '../gate-outcome.ts';
import type { GateOutcome } from '../gate-outcome.ts';

/** What monitoring knows of a release: its metric checks, and what its roll-out is judged from. */
export type MonitoringFacts = {
  checks: readonly {
    check: MetricCheck;
    connectionName: string;
    /** The newest; null where it was never asked. */
    result: MetricResult | null;
  }[];
  rollout: RolloutAlertsInput;
};

type Times = { now: string; zone: string };
type Finding = { status: GateStatus; text: string; need: string | null; evidence: Evidence | null };

/** Before anything is deployed a result says something for a day, as runs do. */
const freshMinutes = 24 * 60;

const askAgain = 'Ask the metric checks on the After release tab.';

/**
 * Passed where every metric check passed since the roll-out began, and no alert of its services fired
 * that was not silenced. What was not asked, or not looked at, waits: no data is not healthy.
 */
export function monitoringGate(
  facts: MonitoringFacts | null,
  { monitoring = {} }: GateLimits,
  times: Times,
): GateOutcome {
  if (facts === null) return { ...outcomeOf([nothingKnown]), evidence: [] };
  const { asks = ['metrics', 'alerts'] } = monitoring;
  const findings = [
    ...(asks.includes('metrics') ? metricFindings(facts, monitoring, times) : []),
    ...(asks.includes('alerts') ? alertFindings(facts.rollout, monitoring, times) : []),
  ];
  return outcomeOf(findings);
}

function outcomeOf(findings: readonly Finding[]): GateOutcome {
  const status = worstStatus(findings.map((finding) => finding.status));
  const worst = findings.filter((finding) => finding.status === status);
  const others = worst.length > 1 ? `, and ${worst.length - 1} more` : '';
  const evidence = findings.flatMap((finding) => finding.evidence ?? []);
  return {
    status,
    summary: status === 'passed' ? passedWords(findings) : `${worst[0]?.text ?? ''}${others}`,
    needs: [...new Set(findings.flatMap(({ need }) => need ?? []))],
    evidence,
    asOf: evidence.flatMap(({ asOf }) => asOf ?? []).toSorted()[0] ?? null,
  };
}

function passedWords(findings: readonly Finding[]): string {
  const metrics = findings.filter(({ evidence }) => evidence !== null && evidence.asOf !== null);
  const others = findings.filter((each) => !metrics.includes(each) && each.status === 'passed');
  const passed = metrics.length === 0 ? [] : [`${counted(metrics.length, 'metric check')} passed`];
  return [...passed, ...others.map(({ text }) => text)].join('; ');
}

function metricFindings(
  { checks, rollout }: MonitoringFacts,
  { maxAgeMinutes }: NonNullable<GateLimits['monitoring']>,
  times: Times,
): Finding[] {
  if (checks.length === 0) {
    const need = 'Add a metric check on the After release tab: a query, and what it has to keep.';
    return [{ status: 'waiting', text: 'no metric check yet', need, evidence: null }];
  }
  const since =
    rollout.deployments
      .map(({ startAt }) => startAt)
      .toSorted()
      .at(-1) ?? null;
  const oldest = maxAgeMinutes ?? (since === null ? freshMinutes : null);
  return checks.map(({ check, connectionName, result }) => {
    const { status, why, need } = standingOf(check, result, since, oldest, times);
    const text = `“${check.name}” ${why}`;
    return {
      ...{ status, text, need },
      evidence: result && {
        ...{ what: `${check.name}: ${result.reason}`, status, source: connectionName },
        ...{ asOf: result.askedAt, url: null, runId: null, acknowledgeable: false },
      },
    };
  });
}

type Standing = { status: GateStatus; why: string; need: string | null };

function standingOf(
  check: MetricCheck,
  result: MetricResult | null,
  since: string | null,
  oldestMinutes: number | null,
  { now, zone }: Times,
): Standing {
  if (result === null) return { status: 'waiting', why: 'was not asked yet', need: askAgain };
  const { verdict, reason, askedAt, toAt } = result;
  const old = (why: string): Standing => ({ status: 'out-of-date', why, need: askAgain });
  if (!isCurrent(check, result)) return old('was changed since it was asked');
  if (since !== null && toAt < since) {
    return old(`was asked before the roll-out began ${formatWhen(since, zone, now)}`);
  }
  if (verdict === 'failed') {
    const need = `Find out why “${check.name}” is outside its threshold, then ask it again; or ask for an exception.`;
    return { status: 'failed', why: `failed: ${reason}`, need };
  }
  const minutes = Math.floor((Date.parse(now) - Date.parse(askedAt)) / 60_000);
  if (oldestMinutes !== null && minutes > oldestMinutes) {
    return old(`was asked ${counted(minutes, 'minute')} ago, limit ${oldestMinutes}`);
  }
  if (verdict === 'unknown')
    return { status: 'waiting', why: `is unknown: ${reason}`, need: askAgain };
  return { status: 'passed', why: `passed: ${reason}`, need: null };
}

const statusOf: Partial<Record<RunStatus, GateStatus>> = {
  failed: 'failed',
  running: 'running',
  succeeded: 'passed',
};

function alertFindings(
  rollout: RolloutAlertsInput,
  limits: NonNullable<GateLimits['monitoring']>,
  times: Times,
): Finding[] {
  const { watchMinutes = usualWatch.watchMinutes, gapMinutes = usualWatch.gapMinutes } = limits;
  const found = rolloutAlerts(rollout, { watchMinutes, gapMinutes }, times);
  const judged = found.findings.map(({ status, text, need }): Finding => {
    const as = statusOf[status] ?? 'waiting';
    return { status: as, text, need, evidence: alertEvidence(text, as) };
  });
  return [...judged, ...aside(found)];
}

/** What rang, but speaks neither for nor against the release; it stays in sight. */
function aside({ alerts }: RolloutAlerts): Finding[] {
  return alerts
    .filter(({ part }) => part === 'before' || part === 'suppressed')
    .map(({ name, part, source }) => {
      const why = part === 'before' ? 'fired before the deployment began' : 'was silenced';
      const text = `${name} ${why} (${source})`;
      const status = 'not-applicable';
      return { status, text, need: null, evidence: alertEvidence(text, status) };
    });
}

function alertEvidence(what: string, status: GateStatus): Evidence {
  return {
    ...{ what, status, source: 'Alerts during the roll-out' },
    ...{ asOf: null, url: null, runId: null, acknowledgeable: false },
  };
}

const nothingKnown: Finding = {
  status: 'waiting',
  text: 'monitoring was not looked at',
  need: askAgain,
  evidence: null,
};
