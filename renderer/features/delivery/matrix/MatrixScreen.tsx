import { useCallback, useMemo, useState } from 'react';
import type { KeyboardEvent } from 'react';
import Button from '@mui/material/Button';
import { useNavigate } from '@tanstack/react-router';
import { Hourglass } from 'lucide-react';
import type { Output } from '#shared/contract/index.ts';
import type { MatrixRow } from '#shared/model/delivery/matrix.ts';
import { dateIn } from '#shared/rules/planning/zoned-time.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { DataTable } from '../../../components/data-table/DataTable.tsx';
import { tableState } from '../../../components/data-table/table-state.tsx';
import { EnvironmentTabs } from '../../../components/EnvironmentTabs.tsx';
import { FilterButton } from '../../../components/filter/FilterButton.tsx';
import { FilterChips } from '../../../components/filter/FilterChips.tsx';
import { FilterWords } from '../../../components/filter/FilterWords.tsx';
import { Segmented } from '../../../components/form/Segmented.tsx';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { SplitView } from '../../../components/SplitView.tsx';
import { useNow } from '../../../state/clock.ts';
import { AsOfDay, PastNote } from './AsOfDay.tsx';
import { CellInspector } from './CellInspector.tsx';
import { matrixColumns } from './matrix-columns.tsx';
import { addressOf, askedOf, partsOf, viewOf } from './matrix-view.ts';
import type { MatrixSearch, MatrixView } from './matrix-view.ts';
import { MatrixEmpty } from './MatrixEmpty.tsx';
import { OldAfterDialog } from './OldAfterDialog.tsx';
import { useMatrixKeys } from './use-matrix-keys.ts';
import styles from './matrix.module.css';

type Matrix = Output<'matrix.get'>;

const nothing: Pick<Matrix, 'rows' | 'environments'> = { rows: [], environments: [] };

/** What runs where, since when and by which deployment, now or as of a past day; and what drifts. */
export function MatrixScreen({ search }: { search: MatrixSearch }) {
  const now = useNow();
  const navigate = useNavigate();
  const open = useProcedure('workspace.state', {}).data?.open;
  const zone = open?.workspace.zone ?? 'UTC';
  const today = dateIn(now, zone);
  const view = useMemo(() => viewOf(search), [search]);
  const [text, setText] = useState('');
  const [setting, setSetting] = useState(false);
  const list = useProcedure('matrix.get', askedOf(view), { keepPrevious: true });
  const { rows: all, environments } = list.data ?? nothing;
  const rows = useMemo(() => named(all, text), [all, text]);
  const parts = useParts(view);
  const show = useCallback(
    (patch: Partial<MatrixView>) => {
      const next = addressOf({ ...view, ...patch });
      void navigate({ to: '/environments', search: next, replace: true });
    },
    [navigate, view],
  );
  const at = list.data?.at ?? now;
  const columns = useMemo(
    () =>
      matrixColumns({
        ...{ environments, at, open: view },
        onOpen: (sel, env) => show({ sel, env }),
      }),
    [environments, at, view, show],
  );
  const row = all.find(({ id }) => id === view.sel);
  const environment = environments.find(({ id }) => id === view.env);
  const clear = () => {
    setText('');
    show({ show: 'all', services: [], teams: [], kinds: [] });
  };
  useMatrixKeys({ on: view.on, today, show });
  const state = tableState(
    list,
    list.error && errorParts('What runs where could not be read', list.error),
  );
  return (
    <>
      <PageHeader
        title="Environments"
        beside={<AsOfDay on={view.on} today={today} onDay={(on) => show({ on })} />}
        actions={
          open?.readOnly === null && (
            <Button variant="text" startIcon={<Hourglass />} onClick={() => setSetting(true)}>
              Old after {list.data?.oldAfterDays ?? 30} days
            </Button>
          )
        }
      >
        <EnvironmentTabs current="matrix" />
      </PageHeader>
      <SplitView
        fills
        inspector={
          row !== undefined &&
          environment !== undefined && (
            <CellInspector
              key={`${row.id} ${environment.id}`}
              {...{ row, environment, zone, now }}
              on={view.on}
              onClose={() => show({ sel: null, env: null })}
            />
          )
        }
      >
        {list.data?.isPast === true && (
          <PastNote at={at} zone={zone} now={now} onNow={() => show({ on: null })} />
        )}
        <div
          className={styles['matrix']}
          onKeyDown={(event) => {
            const to = environmentBeside(event, environments, view);
            if (to === null) return;
            event.preventDefault();
            show({ env: to });
          }}
        >
          <DataTable
            label="What runs where"
            remember="environment-matrix"
            rows={rows}
            columns={columns}
            rowId={idOf}
            state={state}
            noun={['service', 'services']}
            lines={2}
            sort={{ key: 'service', descending: false }}
            selectedId={view.sel}
            onSelect={(id) =>
              show({ sel: id, env: id === null ? null : placeOf(id, view, list.data) })
            }
            filters={
              <>
                <Segmented
                  label="Which services"
                  choices={[
                    { value: 'all', label: 'All' },
                    { value: 'drifting', label: driftLabel(list.data) },
                  ]}
                  value={view.show}
                  onPick={(which) => show({ show: which })}
                />
                <FilterWords
                  what="services"
                  placeholder="Service, team, version"
                  text={text}
                  onText={setText}
                />
                <FilterButton what="the matrix" parts={parts} onView={show} />
              </>
            }
            under={
              <div className={styles['chips']}>
                <FilterChips parts={parts} onView={show} onClear={clear} />
              </div>
            }
            empty={
              <MatrixEmpty
                environments={environments.length}
                isNarrowed={text !== '' || parts.some(({ chosen }) => chosen.length > 0)}
                isDrifting={view.show === 'drifting'}
                onClear={clear}
              />
            }
          />
        </div>
      </SplitView>
      {setting && list.data !== undefined && (
        <OldAfterDialog days={list.data.oldAfterDays} onClose={() => setSetting(false)} />
      )}
    </>
  );
}

function useParts(view: MatrixView) {
  const services = useProcedure('services.list', {}).data;
  const teams = useProcedure('teams.list', {}).data;
  return useMemo(() => partsOf(view, services ?? [], teams ?? []), [view, services, teams]);
}

const idOf = ({ id }: MatrixRow) => id;

/** Services by their own words, those of their team, and the versions that run. */
function named(rows: readonly MatrixRow[], text: string): readonly MatrixRow[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter(({ name, team, cells }) => {
    const versions = cells.map((cell) => cell?.stands?.version ?? '').join(' ');
    const all = `${name} ${team ?? ''} ${versions}`.toLowerCase();
    return words.every((word) => all.includes(word));
  });
}

function driftLabel(matrix: Matrix | undefined): string {
  return matrix === undefined ? 'With drift' : `With drift ${matrix.drifting}`;
}

/** The environment that opens with a row: the one that is open, else the first that drifts. */
function placeOf(serviceId: string, { env }: MatrixView, matrix = nothing): string | null {
  const { environments, rows } = matrix;
  if (environments.some(({ id }) => id === env)) return env;
  const cells = rows.find(({ id }) => id === serviceId)?.cells ?? [];
  const drifts = cells.findIndex((cell) => cell !== null && cell.drift.length > 0);
  const known = cells.findIndex((cell) => cell !== null);
  return environments[Math.max(0, drifts < 0 ? known : drifts)]?.id ?? null;
}

/** Left and right go on along the row of the open cell; in a field they stay the field's. */
function environmentBeside(
  event: KeyboardEvent,
  environments: Matrix['environments'],
  { sel, env }: MatrixView,
): string | null {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  const { target } = event;
  if (step === 0 || sel === null || event.altKey || event.ctrlKey || event.metaKey) return null;
  if (!(target instanceof Element) || target.closest('[role="grid"]') === null) return null;
  if (target.closest('[role="columnheader"]') !== null) return null;
  const place = environments.findIndex(({ id }) => id === env);
  return environments[place + step]?.id ?? null;
}
