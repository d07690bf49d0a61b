import type Database from 'better-sqlite3';
import type { ImportedKind } from '#core/database/schema/delivery.ts';
import { isoOrNull } from '#core/database/select.ts';

/** What identifies imported rows of every kind: the same rows again change nothing. */
export const keyColumns = ['connection_id', 'external_id', 'attempt'] as const;

export type Facts = (string | number | null)[];

/** How rows of one kind are stored; all that differs between runs and deployments. */
export type ImportedTable<Row> = {
  kind: ImportedKind;
  name: 'pipeline_run' | 'provider_deployment';
  /** Columns a provider's answer fills, in the order of `factsOf`. */
  factColumns: readonly string[];
  factsOf(row: Row): Facts;
  /** Adds what search knows of them, where it knows anything: `mark` before the rows are written. */
  index?: {
    mark(raw: Database.Database): number;
    add(raw: Database.Database, mark: number, changedIds: readonly string[]): void;
  };
};

/** What every imported row has. */
export type ImportedRow = {
  externalId: string;
  attempt: number;
  status: string;
  warnings: boolean;
  commit: string;
  updatedAt: string | null;
};

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
