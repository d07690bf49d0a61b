import type Database from 'better-sqlite3';
import { isoOrNull } from '#core/database/select.ts';
import type { FeedName } from '#shared/model/delivery/pipelines.ts';

export type Fact = string | number | null;
export type Facts = Fact[];

/** How rows of one feed are stored; all that differs between runs, deployments, artefacts … */
export type ImportedTable<Row> = {
  kind: FeedName;
  name: 'pipeline_run' | 'provider_deployment' | 'rollout' | 'artefact' | 'ticket' | 'alert';
  /** What identifies a row within its connection: the same rows again change nothing. */
  keyColumns: readonly string[];
  /** The key of a row, in the order of `keyColumns`. */
  keyOf(row: Row): Fact[];
  /** Columns a provider's answer fills, in the order of `factsOf`. */
  factColumns: readonly string[];
  factsOf(row: Row): Facts;
  /** One line for the digest of an import: the key, the state and its time. */
  lineOf(row: Row): string;
  /** Adds what search knows of them, where it knows anything: `mark` before the rows are written. */
  index?: {
    mark(raw: Database.Database): number;
    add(raw: Database.Database, mark: number, changedIds: readonly string[]): void;
  };
};

type Attempt = {
  externalId: string;
  attempt: number;
  status: string;
  warnings: boolean;
  commit: string;
  updatedAt: string | null;
};

/** The key of a row within its connection as one text, for what is compared by it. */
export function keyText(key: readonly Fact[]): string {
  return JSON.stringify(key);
}

/** Runs and deployments: a later attempt stands beside the one before it. */
export const byAttempt = {
  keyColumns: ['external_id', 'attempt'] as const,
  keyOf: ({ externalId, attempt }: Attempt): Fact[] => [externalId, attempt],
  lineOf: ({ externalId, attempt, status, warnings, commit, updatedAt }: Attempt) =>
    `${externalId}\t${attempt}\t${status}\t${warnings}\t${commit}\t${updatedAt}`,
};

/** What is as it is now, one row a thing. */
export const byId = {
  keyColumns: ['external_id'] as const,
  keyOf: ({ externalId }: { externalId: string }): Fact[] => [externalId],
};

/** The columns in which every such thing says how it stands. */
export const statusColumns = ['status', 'warnings', 'raw_status', 'raw_result', 'url'] as const;

type Status = {
  status: string;
  warnings: boolean;
  rawStatus: string | null;
  rawResult: string | null;
  url: string | null;
};

export function statusFacts(row: Status): Facts {
  return [row.status, row.warnings ? 1 : 0, row.rawStatus, row.rawResult, row.url];
}

/** The last of the facts of a thing that can go: as it was told, it is there. */
export const goneColumn = 'gone_at';

type StoredTimes = Record<'createdAt' | 'startedAt' | 'updatedAt' | 'finishedAt', number | null>;

/** A stored row of either kind as it is answered: instants as text, without what the store keeps for itself. */
export function answered<Row extends StoredTimes & { workspaceId: string; batchId: string | null }>(
  row: Row,
) {
  const { workspaceId: _file, batchId: _batch, ...rest } = row;
  return {
    ...rest,
    createdAt: isoOrNull(row.createdAt),
    startedAt: isoOrNull(row.startedAt),
    updatedAt: isoOrNull(row.updatedAt),
    finishedAt: isoOrNull(row.finishedAt),
  };
}

/** Milliseconds since 1970, UTC. */
export function ms(instant: string | null): number | null {
  return instant === null ? null : Date.parse(instant);
}
