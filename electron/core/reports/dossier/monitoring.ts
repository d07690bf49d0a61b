import type { MetricCheckView } from '#shared/contract/delivery/monitoring.ts';
import type { RunStatus } from '#shared/model/delivery/pipelines.ts';
import type { GateStatus } from '#shared/model/governance/gates.ts';
import {
  comparisonInWords,
  labelsInWords,
} from '#shared/rules/delivery/monitoring/metric-words.ts';
import { html } from '../html.ts';
import type { Content } from '../html.ts';
import type { DossierFacts } from './facts.ts';
import { mark, mono, moment, name, named, none, person, short, table } from './pieces.ts';
import type { Section } from './pieces.ts';
import { counted, sentence } from './words.ts';

/** What the metrics of the release had to keep and did, and which alerts fired while it rolled out. */
export function monitoringSection(facts: DossierFacts): Section {
  const { metricChecks: checks } = facts;
  const passed = checks.filter(
    ({ isCurrent, result }) => isCurrent && result?.verdict === 'passed',
  );
  return {
    id: 'monitoring',
    title: 'Monitoring',
    count:
      checks.length === 0
        ? 'no metric check'
        : `${passed.length} of ${counted(checks.length, 'metric check')} passed`,
    body: html`<h3>Metric checks</h3>
      ${checkTable(facts)}
      <h3>Alerts during the roll-out</h3>
      ${findingTable(facts)} ${alertTable(facts)}`,
  };
}

function checkTable(facts: DossierFacts): Content {
  return table(
    [named('Check'), named('Has to keep'), short('Verdict'), 'What was found', named('Asked')],
    facts.metricChecks.map((check) => [
      html`${name(check.name)}<br />${mono(check.query)}`,
      `${comparisonInWords(check)} over ${check.windowMinutes} min`,
      verdict(check),
      foundOf(check),
      asked(check, facts),
    ]),
    'No metric check was added.',
  );
}

function verdict({ result, isCurrent }: MetricCheckView): Content {
  if (result === null) return mark('waiting', 'Not asked');
  if (!isCurrent) return mark('out-of-date', 'Changed since');
  if (result.verdict === 'unknown') return mark('waiting', 'Unknown');
  return mark(result.verdict);
}

function foundOf({ result }: MetricCheckView): Content {
  if (result === null) return none();
  return html`${name(sentence(result.reason))}
  ${result.warnings.map((warning) => html`<br />Warned: ${name(warning)}`)}`;
}

function asked({ result, results, connectionName }: MetricCheckView, facts: DossierFacts): Content {
  if (result === null) return none();
  const span = `${moment(result.fromAt, facts)} – ${moment(result.toAt, facts)}`;
  return html`${moment(result.askedAt, facts)} by ${person(result.askedById, facts)}, of
  ${name(connectionName)}, over ${span}; ${counted(results, 'result')} in all`;
}

const statuses: Partial<Record<RunStatus, GateStatus>> = {
  failed: 'failed',
  running: 'running',
  succeeded: 'passed',
};

function findingTable({ rolloutAlerts }: DossierFacts): Content {
  return table(
    [short('Status'), 'What was found'],
    rolloutAlerts.findings.map(({ status, text }) => [
      statuses[status] === undefined ? mark('waiting', 'Unknown') : mark(statuses[status]),
      name(sentence(text)),
    ]),
    'Nothing is known of alerts.',
  );
}

const partMarks = {
  fired: mark('failed', 'Fired'),
  pending: mark('running', 'Pending'),
  unclear: mark('waiting', 'Unknown'),
  before: mark('not-applicable', 'Fired before'),
  suppressed: mark('not-applicable', 'Silenced'),
} as const;

function alertTable(facts: DossierFacts): Content {
  const { alerts, deployments } = facts.rolloutAlerts;
  if (alerts.length === 0) return null;
  return table(
    [named('Alert'), short('Status'), 'Labels', named('Since'), named('Roll-out')],
    alerts.map((alert) => [
      name(alert.name),
      partMarks[alert.part],
      name(labelsInWords(alert.labels)),
      alert.startedAt === null ? none() : moment(alert.startedAt, facts),
      name(deployments.find(({ id }) => id === alert.deploymentId)?.what ?? ''),
    ]),
    '',
  );
}
