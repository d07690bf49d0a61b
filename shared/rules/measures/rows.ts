import type {
  ChangeRow,
  DeploymentRow,
  IncidentRow,
  MeasuredResult,
  ReleaseRow,
} from '#shared/model/measures/rows.ts';
import type { Severity } from '#shared/model/delivery/incidents.ts';

/** Rows as measures reckon with them: instants as UTC milliseconds, what is not known as null. */
export type Deployment = {
  id: string;
  service: string;
  environment: string;
  result: MeasuredResult;
  startedAt: number | null;
  finishedAt: number | null;
  commit: string | null;
  fixOf: string | null;
  rollbackOf: string | null;
  releaseId: string | null;
  pipelineId: string | null;
};

/** A deployment that has ended. */
export type Finished = Deployment & { finishedAt: number };

export type Change = {
  id: string;
  service: string;
  commit: string | null;
  firstCommitAt: number | null;
  openedAt: number | null;
  mergedAt: number | null;
  deploymentId: string | null;
};

export type Incident = {
  id: string;
  service: string;
  createdAt: number;
  resolvedAt: number | null;
  severity: Severity;
  deploymentId: string | null;
};

export type Gate = { name: string; requestedAt: number; decidedAt: number | null };

export type Release = {
  id: string;
  service: string;
  ideaAt: number | null;
  startedAt: number | null;
  gates: readonly Gate[];
};

export type MeasureRows = {
  deployments: readonly Deployment[];
  changes: readonly Change[];
  incidents: readonly Incident[];
  releases: readonly Release[];
};

type GivenRows = {
  deployments: readonly DeploymentRow[];
  changes: readonly ChangeRow[];
  incidents: readonly IncidentRow[];
  releases: readonly ReleaseRow[];
};

/** Rows as they were given, ready to be reckoned with; one that came twice is taken once. */
export function readRows(given: GivenRows): MeasureRows {
  return {
    deployments: once(given.deployments).map((row) => ({
      ...{ id: row.id, service: row.service, environment: row.environment, result: row.result },
      ...{ startedAt: at(row.startedAt), finishedAt: at(row.finishedAt) },
      ...{ commit: row.commit ?? null, fixOf: row.fixOf ?? null },
      ...{ rollbackOf: row.rollbackOf ?? null, releaseId: row.releaseId ?? null },
      pipelineId: row.pipelineId ?? null,
    })),
    changes: once(given.changes).map((row) => ({
      ...{ id: row.id, service: row.service, commit: row.commit ?? null },
      ...{ firstCommitAt: at(row.firstCommitAt), openedAt: at(row.openedAt) },
      ...{ mergedAt: at(row.mergedAt), deploymentId: row.deploymentId ?? null },
    })),
    incidents: once(given.incidents).map((row) => ({
      ...{ id: row.id, service: row.service, severity: row.severity },
      ...{ createdAt: Date.parse(row.createdAt), resolvedAt: at(row.resolvedAt) },
      deploymentId: row.deploymentId ?? null,
    })),
    releases: once(given.releases).map((row) => ({
      ...{ id: row.id, service: row.service },
      ...{ ideaAt: at(row.ideaAt), startedAt: at(row.startedAt) },
      gates: row.gates.map((gate, place) => ({
        name: gate.name ?? `gate ${place + 1}`,
        requestedAt: Date.parse(gate.requestedAt),
        decidedAt: at(gate.decidedAt),
      })),
    })),
  };
}

function at(instant: string | null | undefined): number | null {
  return instant === null || instant === undefined ? null : Date.parse(instant);
}

function once<T extends { id: string }>(rows: readonly T[]): T[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}
