import type { TableGrouping } from './table-types.ts';

/** What stands under each other in a table: rows, and over each group of them a line that names it. */
export type TableLine<Row> =
  | { kind: 'row'; id: string; row: Row }
  | { kind: 'group'; id: string; label: string; isOpen: boolean; rowIds: readonly string[] };

type Known<Row> = { id: string; original: Row };

/**
 * The lines of a table. Groups come by their order, then by name; within one the rows keep the order
 * they came in. A group that is closed shows its line alone.
 */
export function linesOf<Row>(
  rows: readonly Known<Row>[],
  grouping: TableGrouping<Row> | null,
  closed: ReadonlySet<string>,
): TableLine<Row>[] {
  const lineOf = ({ id, original: row }: Known<Row>): TableLine<Row> => ({ kind: 'row', id, row });
  if (grouping === null) return rows.map(lineOf);
  const groups = new Map<string, { label: string; order: number; rows: Known<Row>[] }>();
  for (const row of rows) {
    const { key, label, order } = grouping.of(row.original);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { label, order, rows: [row] });
    else known.rows.push(row);
  }
  const inOrder = [...groups].toSorted(
    ([, a], [, b]) => compare(a.order, b.order) || collator.compare(a.label, b.label),
  );
  return inOrder.flatMap(([key, group]): TableLine<Row>[] => {
    const id = groupId(grouping.by, key);
    const isOpen = !closed.has(id);
    const rowIds = group.rows.map((row) => row.id);
    const head: TableLine<Row> = { kind: 'group', id, label: group.label, isOpen, rowIds };
    return isOpen ? [head, ...group.rows.map(lineOf)] : [head];
  });
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

// Two groups may both stand behind all others, and infinity less infinity is no number.
function compare(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

/** Of another kind of grouping, the same key is another group. */
function groupId(by: string, key: string): string {
  return `${by}:${key}`;
}
