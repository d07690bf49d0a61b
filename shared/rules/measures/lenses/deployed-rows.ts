import type { RowIn } from '../measure.ts';

/** Deployments as rows of a measure that asks nothing more of them. */
export function deployedRows(rows: readonly { id: string }[], counts = true): RowIn[] {
  return rows.map(({ id }) => ({
    ...{ id, kind: 'deployment', counts, minutes: null, reason: 'wentLive', causes: [] },
  }));
}
