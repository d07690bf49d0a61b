import type { Evidence } from '#shared/model/governance/gates.ts';
import { formatWhen } from '../planning/zoned-time.ts';
import { differentCommits, newestRun, sameCommit } from './commit-runs.ts';
import type { CommitRun } from './commit-runs.ts';
import { counted, worstStatus } from './gate-outcome.ts';
import type { GateOutcome } from './gate-outcome.ts';
import { judgeRun } from './run-verdict.ts';
import type { Acknowledgement, RunVerdict } from './run-verdict.ts';

/** Imported facts older than this say nothing about now. */
export const freshnessLimitMs = 24 * 60 * 60 * 1000;

export type RequiredWorkflow = {
  serviceId: string;
  connectionId: string;
  connectionName: string;
  workflow: string;
  workflowName: string;
};

export type PipelineGreenInput = {
  components: readonly { serviceId: string; serviceName: string; commit: string | null }[];
  required: readonly RequiredWorkflow[];
  /** At least all stored runs of the components' commits; others are passed over. */
  runs: readonly CommitRun[];
  acknowledgements: readonly Acknowledgement[];
  freshness: {
    /** When each connection last imported completely; null or absent means never. */
    asOfByConnection: ReadonlyMap<string, string | null>;
    limitMs: number;
  };
  now: string;
  zone: string;
};

type Component = PipelineGreenInput['components'][number];

/** One thing looked at: a required workflow of a component, or what keeps one from being looked at. */
type Finding = RunVerdict & { evidence: Evidence | null; asOf: string | null };

/**
 * Passed only when the newest attempt of the newest run of every required workflow succeeded for
 * exactly the commit of each component. Missing is waiting, never passed; warnings need somebody's
 * name; facts older than the limit are out of date unless they already say no.
 */
export function pipelineGreen(input: PipelineGreenInput): GateOutcome {
  const findings =
    input.components.length === 0
      ? [
          missing(
            'the release has no components yet',
            'Add a component with its version and commit.',
          ),
        ]
      : input.components.flatMap((component) => findingsOf(component, input));
  const status = worstStatus(findings.map((finding) => finding.status));
  const worst = findings.filter((finding) => finding.status === status);
  const others = worst.length > 1 ? `, and ${worst.length - 1} more` : '';
  return {
    status,
    summary:
      status === 'passed'
        ? `${counted(findings.length, 'required workflow')} succeeded`
        : `${worst[0]?.text ?? ''}${others}`,
    needs: [...new Set(findings.flatMap(({ need }) => (need === null ? [] : [need])))],
    evidence: findings.flatMap(({ evidence }) => evidence ?? []),
    asOf: findings.flatMap(({ asOf }) => asOf ?? []).toSorted()[0] ?? null,
  };
}

function missing(text: string, need: string): Finding {
  return { status: 'waiting', text, need, acknowledgeable: false, evidence: null, asOf: null };
}

function findingsOf(component: Component, input: PipelineGreenInput): Finding[] {
  const { serviceId, serviceName, commit } = component;
  const required = input.required.filter((each) => each.serviceId === serviceId);
  if (commit === null) {
    return [
      missing(
        `${serviceName} has no commit`,
        `Enter the commit ${serviceName} is built from in its component.`,
      ),
    ];
  }
  if (required.length === 0) {
    return [
      missing(
        `no required workflow is mapped to ${serviceName}`,
        `Map a workflow to ${serviceName} in a connection and mark it as required.`,
      ),
    ];
  }
  const connections = new Set(required.map(({ connectionId }) => connectionId));
  // Found once a component: a list of releases asks this of many commits and many more runs.
  const runs = input.runs.filter(
    (run) => sameCommit(run.commit, commit) && connections.has(run.connectionId),
  );
  const fitting = differentCommits(runs);
  if (fitting.length > 1) {
    return [
      missing(
        `commit ${commit} of ${serviceName} fits ${fitting.length} commits: ${fitting.join(', ')}`,
        `Enter more digits of the commit of ${serviceName}, so that it fits one only.`,
      ),
    ];
  }
  return required.map((workflow) => workflowFinding(component, commit, workflow, runs, input));
}

function workflowFinding(
  { serviceName }: Component,
  commit: string,
  workflow: RequiredWorkflow,
  runs: readonly CommitRun[],
  input: PipelineGreenInput,
): Finding {
  const run = newestRun(
    runs.filter(
      (each) => each.connectionId === workflow.connectionId && each.workflow === workflow.workflow,
    ),
  );
  const asOf = input.freshness.asOfByConnection.get(workflow.connectionId) ?? null;
  const subject = `${workflow.workflowName} of ${serviceName} at ${commit.slice(0, 7)}`;
  const verdict = withAge(judgeRun(subject, run, input.acknowledgements), workflow, asOf, input);
  const evidence: Evidence = {
    what: verdict.text,
    status: verdict.status,
    source: workflow.connectionName,
    asOf,
    url: run?.url ?? null,
    runId: run?.id ?? null,
    acknowledgeable: verdict.acknowledgeable,
  };
  return { ...verdict, evidence, asOf };
}

/** A failure stays one however old; anything better may have changed since the facts were fetched. */
function withAge(
  verdict: RunVerdict,
  { connectionName }: RequiredWorkflow,
  asOf: string | null,
  { freshness, now, zone }: PipelineGreenInput,
): RunVerdict {
  if (verdict.status === 'failed') return verdict;
  if (asOf === null) {
    const need = `Sync ${connectionName}, or import a file of its runs.`;
    const text = `${verdict.text}; ${connectionName} was never synced`;
    return { ...verdict, status: 'waiting', text, need };
  }
  if (Date.parse(now) - Date.parse(asOf) <= freshness.limitMs) return verdict;
  const hours = Math.round(freshness.limitMs / 3_600_000);
  return {
    ...verdict,
    status: 'out-of-date',
    text: `${verdict.text}, as of ${formatWhen(asOf, zone, now)}`,
    need: `Sync ${connectionName}: its facts are older than ${hours} h.`,
  };
}
