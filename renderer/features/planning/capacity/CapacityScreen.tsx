import { useCallback, useMemo, useState } from 'react';
import Button from '@mui/material/Button';
import { useNavigate } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { mondayOf } from '#shared/rules/planning/capacity/capacity.ts';
import { dateIn, formatDate, plusDays } from '#shared/rules/planning/zoned-time.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { CalendarTabs } from '../../../components/CalendarTabs.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { SkeletonRows } from '../../../components/Skeleton.tsx';
import { SplitView } from '../../../components/SplitView.tsx';
import { Status } from '../../../components/Status.tsx';
import { WeekNavigation } from '../../../components/WeekNavigation.tsx';
import { useNow } from '../../../state/clock.ts';
import { useScreenCommands } from '../../../state/screen-commands.ts';
import { useNames } from '../releases/index.ts';
import { AwaySection } from './AwaySection.tsx';
import { CapacityMatrix } from './CapacityMatrix.tsx';
import type { Cell } from './CapacityMatrix.tsx';
import { CommitDialog } from './CommitDialog.tsx';
import type { CommitStart } from './CommitDialog.tsx';
import { LoadInspector } from './LoadInspector.tsx';
import { overInWords } from './over-words.ts';
import { useCommitments } from './use-commitments.ts';
import styles from './capacity.module.css';

export type CapacitySearch = { from?: string; sel?: string; week?: string };

const weeksShown = 8;

/** Days there are and days that are promised, for each role, person and week. */
export function CapacityScreen({ search }: { search: CapacitySearch }) {
  const now = useNow();
  const navigate = useNavigate();
  const zone = useProcedure('workspace.state', {}).data?.open?.workspace.zone ?? 'UTC';
  const from = weekOf(search.from) ?? mondayOf(dateIn(now, zone));
  const to = plusDays(from, weeksShown * 7 - 1);
  const list = useProcedure('capacity.get', { from, weeks: weeksShown }, { keepPrevious: true });
  const { names } = useNames();
  const edits = useCommitments();
  const [asked, setAsked] = useState<CommitStart | null>(null);
  const go = useCallback(
    (patch: CapacitySearch) =>
      void navigate({ to: '/calendar/capacity', search: { ...search, ...patch } }),
    [navigate, search],
  );
  const today = dateIn(now, zone);
  const ask = useCallback(() => {
    const weekOn = mondayOf(today) < from ? from : mondayOf(today);
    setAsked({ releaseId: null, roleKey: '', personId: null, weekOn, days: 1, note: '' });
  }, [today, from]);
  useScreenCommands(useKeys(from, go, ask));
  const cell: Cell | null =
    search.sel === undefined || search.week === undefined
      ? null
      : { key: search.sel, week: search.week };
  const over = list.data === undefined ? null : overInWords(list.data);
  return (
    <>
      <PageHeader
        title="Capacity"
        beside={
          <WeekNavigation
            title={`${formatDate(from, today)} – ${formatDate(to, today)}`}
            hrefOf={(monday) =>
              `#/calendar/capacity${monday === undefined ? '' : `?from=${monday}`}`
            }
            before={plusDays(from, -weeksShown * 7)}
            after={plusDays(from, weeksShown * 7)}
          />
        }
        actions={
          <Button variant="contained" startIcon={<Plus />} onClick={ask}>
            Commit days
          </Button>
        }
      >
        <CalendarTabs current="capacity" />
      </PageHeader>
      <SplitView
        inspector={
          cell !== null &&
          list.data !== undefined && (
            <LoadInspector
              key={`${cell.key} ${cell.week}`}
              capacity={list.data}
              {...{ cell, names, edits }}
              onCommit={setAsked}
              onClose={() => go({ sel: undefined, week: undefined })}
            />
          )
        }
      >
        <div className={styles['page']}>
          {list.isError && list.data === undefined && (
            <ErrorPanel
              {...errorParts('The capacity could not be read', list.error)}
              onRetry={() => void list.refetch()}
            />
          )}
          {list.isPending && <SkeletonRows what="the capacity" />}
          {list.data !== undefined && (
            <>
              {over !== null && (
                <p className={styles['verdict']}>
                  <Status
                    kind={over === '' ? 'passed' : 'failed'}
                    label={over === '' ? 'Fits' : 'Over-booked'}
                  />
                  <bdi>
                    {over === ''
                      ? 'Nobody and no role is promised more days than there are.'
                      : over}
                  </bdi>
                </p>
              )}
              <CapacityMatrix
                capacity={list.data}
                selected={cell}
                onOpen={({ key, week }) => go({ sel: key, week })}
              />
            </>
          )}
          <AwaySection from={from} to={to} names={names} />
        </div>
      </SplitView>
      {asked !== null && (
        <CommitDialog start={asked} names={names} save={edits.add} onClose={() => setAsked(null)} />
      )}
    </>
  );
}

/** `n` commits days; `p`, `t` and `f` turn the weeks. */
function useKeys(from: string, go: (patch: CapacitySearch) => void, ask: () => void) {
  return useMemo(() => {
    const show = (id: string, label: string, key: string, monday: string | undefined) => ({
      ...{ id, label, key },
      run: () => go({ from: monday, sel: undefined, week: undefined }),
    });
    return [
      { id: 'capacity-commit', label: 'Commit days to a release', key: 'n', run: ask },
      show('weeks-before', 'Show the weeks before', 'p', plusDays(from, -weeksShown * 7)),
      show('weeks-today', 'Show these weeks', 't', undefined),
      show('weeks-after', 'Show the weeks after', 'f', plusDays(from, weeksShown * 7)),
    ];
  }, [from, go, ask]);
}

/** The Monday of a day of the address; what is none is left aside. */
function weekOf(text: string | undefined): string | null {
  if (text === undefined || !/^2[01]\d\d-\d\d-\d\d$/.test(text)) return null;
  return Number.isNaN(Date.parse(`${text}T00:00:00Z`)) ? null : mondayOf(text);
}
