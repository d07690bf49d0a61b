import type { Ledger } from '../ledger.ts';
import type { RowOut } from '../measure.ts';
import type { Finished } from '../rows.ts';
import { leftOut, liveIn, outsideOf } from '../window.ts';

/** Successful production rows of one pipeline; its time is the last finish among them. */
export type Group = { last: Finished; rows: readonly Finished[] };

/** DevLake's deployments: rows of one pipeline together, a row without a pipeline alone. */
export function groupsOf({ live }: Ledger): Group[] {
  const groups = Map.groupBy(live, ({ id, pipelineId }) =>
    pipelineId === null ? `row ${id}` : `pipeline ${pipelineId}`,
  );
  // Rows lie by finish, so the last of a group is the one that finished last.
  return [...groups.values()].flatMap((rows) => {
    const last = rows.at(-1);
    return last === undefined ? [] : [{ last, rows }];
  });
}

/** Groups whose last finish lies in the window, and why each other deployment is left out. */
export function groupsIn(ledger: Ledger): { groups: Group[]; out: RowOut[] } {
  const all = groupsOf(ledger);
  const groups = all.filter(({ last }) => outsideOf(ledger, last.finishedAt) === null);
  const { rows, out } = liveIn(ledger, 'notSuccessful');
  const lastOf = new Map(
    all.flatMap((group) => group.rows.map(({ id }) => [id, group.last] as const)),
  );
  const doubles = rows.flatMap(({ id }) => {
    const last = lastOf.get(id);
    if (last === undefined || last.id === id) return [];
    return [leftOut('deployment', id, 'sameDeployment', last.id)];
  });
  return { groups, out: [...doubles, ...out] };
}

/** The first successful production deployment of each service: nothing comes before to compare it with. */
export function firstDeployments({ live }: Ledger): ReadonlySet<string> {
  const first = new Map<string, Finished>();
  for (const row of live) {
    const known = first.get(row.service);
    if (known === undefined || startOf(row) < startOf(known)) first.set(row.service, row);
  }
  return new Set([...first.values()].map(({ id }) => id));
}

function startOf({ startedAt, finishedAt }: Finished): number {
  return startedAt ?? finishedAt;
}
