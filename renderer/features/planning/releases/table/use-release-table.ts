import { useDeferredValue, useMemo } from 'react';
import type {
  ReleaseTable,
  TableGroup,
  TableRelease,
  TableView,
} from '#shared/model/planning/release-table.ts';
import { filterReleases } from '#shared/rules/planning/release-filter.ts';
import { groupOf } from '#shared/rules/planning/release-groups.ts';
import { rowsOfTable } from '#shared/rules/planning/release-table.ts';
import { useProcedure } from '../../../../api/useProcedure.ts';
import type { TableGrouping } from '../../../../components/data-table/table-types.ts';
import { useHealth } from '../../../governance/health/index.ts';
import type { Names } from '../names.ts';
import { useStandings } from './use-standings.ts';

/** The releases of a view as rows, narrowed, with what is known of where they stand. */
export function useReleaseTable(view: TableView, text: string, names: Names, withHealth: boolean) {
  const table = useProcedure('releases.table', { which: view.which }, { keepPrevious: true });
  const all = useMemo(
    () => (table.data === undefined ? noRows : rowsKept(table.data)),
    [table.data],
  );
  const ids = useMemo(() => all.map(({ id }) => id), [all]);
  const { standings, isWhole, asked, onSight, forCopy } = useStandings(ids);
  const healths = useHealth(withHealth ? asked : noIds);
  // A row is sorted by what it said first: where standing counts, it is another row once it is known.
  const known = useMemo(
    () => (isWhole && standings.size > 0 ? all.map((row) => ({ ...row })) : all),
    [all, isWhole, standings],
  );
  const typed = useDeferredValue(text);
  const { types, phases, owners, services, bands, outcomes, wholes } = view;
  const rows = useMemo(
    () =>
      filterReleases(
        known,
        { text: typed, types, phases, owners, services, bands, outcomes, wholes },
        names,
      ),
    [known, typed, types, phases, owners, services, bands, outcomes, wholes, names],
  );
  return { table, total: all.length, rows, standings, healths, isWhole, onSight, forCopy };
}

const noRows: TableRelease[] = [];
const noIds: readonly string[] = [];
const kept = new WeakMap<ReleaseTable, TableRelease[]>();

/** An answer is unpacked once, however often its screen is opened. */
function rowsKept(table: ReleaseTable): TableRelease[] {
  const known = kept.get(table);
  if (known !== undefined) return known;
  const rows = rowsOfTable(table);
  kept.set(table, rows);
  return rows;
}

export function useGrouping(
  by: TableGroup | null,
  names: Names,
): TableGrouping<TableRelease> | null {
  return useMemo(
    () => (by === null ? null : { by, of: (row) => groupOf(row, by, names) }),
    [by, names],
  );
}
