import type Database from 'better-sqlite3';
import type { ImportedKind } from '#core/database/schema/delivery.ts';

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

/** Milliseconds since 1970, UTC. */
export function ms(instant: string | null): number | null {
  return instant === null ? null : Date.parse(instant);
}
