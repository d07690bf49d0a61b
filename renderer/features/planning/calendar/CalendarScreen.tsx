import { useEffect, useMemo, useRef } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { CalendarTabs } from '../../../components/CalendarTabs.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { ImportLink } from '../../../components/ImportLink.tsx';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { zoneText } from '../../../components/when-text.ts';
import { useNow } from '../../../state/clock.ts';
import { useScreenCommands } from '../../../state/screen-commands.ts';
import { dateIn } from '#shared/rules/planning/zoned-time.ts';
import { ExportIcs } from './ExportIcs.tsx';
import { MonthList } from './MonthList.tsx';
import { MoveBar } from './MoveBar.tsx';
import { MoveDialog } from './MoveDialog.tsx';
import { MonthNavigation } from './MonthNavigation.tsx';
import { MonthSheet } from './MonthSheet.tsx';
import { monthOf, monthSpan, monthTitle, sheetSpan, shiftMonth } from './month.ts';
import styles from './CalendarScreen.module.css';
import { useEntryHand } from './use-entry-hand.ts';
import { useMoving } from './use-moving.ts';
import type { Moving } from './use-moving.ts';

/** Planned deployments of a month, as a sheet and as a list, in the workspace's zone. */
export function CalendarScreen({ month: asked }: { month?: string }) {
  const now = useNow();
  const navigate = useNavigate();
  const zone = useProcedure('workspace.state', {}).data?.open?.workspace.zone ?? 'UTC';
  const month = monthOf(asked, now, zone);
  const list = useProcedure('calendar.list', sheetSpan(month, zone), { keepPrevious: true });
  const entries = useMemo(() => list.data ?? [], [list.data]);
  const inMonth = useMemo(() => {
    const { from, to } = monthSpan(month, zone);
    return entries.filter(
      ({ startAt }) =>
        Date.parse(startAt) >= Date.parse(from) && Date.parse(startAt) < Date.parse(to),
    );
  }, [entries, month, zone]);

  const hand = useMoving(now);
  const { moving, asking } = hand;
  const ghost = useMemo(() => (moving === null ? null : movedEntry(moving)), [moving]);
  const shown = useMemo(
    () =>
      ghost === null
        ? entries
        : [...entries.filter(({ deploymentId }) => deploymentId !== ghost.deploymentId), ghost],
    [entries, ghost],
  );
  const { moveFocused, ...entryHand } = useEntryHand(entries, zone, hand);
  // The sheet turns to the month a deployment is moved to.
  const wantedMonth = ghost === null ? month : dateIn(ghost.startAt, zone).slice(0, 7);
  useEffect(() => {
    if (wantedMonth !== month) {
      void navigate({ to: '/calendar', search: { month: wantedMonth }, replace: true });
    }
  }, [wantedMonth, month, navigate]);

  const commands = useMemo(() => {
    const show = (wanted: string | undefined) =>
      void navigate({ to: '/calendar', search: wanted === undefined ? {} : { month: wanted } });
    return [
      {
        id: 'month-before',
        label: 'Show the month before',
        key: 'p',
        run: () => show(shiftMonth(month, -1)),
      },
      { id: 'month-today', label: 'Show this month', key: 't', run: () => show(undefined) },
      {
        id: 'month-after',
        label: 'Show the month after',
        key: 'n',
        run: () => show(shiftMonth(month, 1)),
      },
    ];
  }, [navigate, month]);
  useScreenCommands(commands);
  useMoveCommand(moveFocused);

  const title = monthTitle(month);
  return (
    <>
      <PageHeader
        title="Calendar"
        beside={<MonthNavigation month={month} title={title} />}
        facts={<span>{zoneText(zone)} time</span>}
        actions={
          <>
            <ImportLink />
            <ExportIcs />
          </>
        }
      >
        <CalendarTabs current="calendar" />
      </PageHeader>
      <div className={styles['columns']} {...entryHand}>
        {list.isError && list.data === undefined ? (
          <ErrorPanel
            {...errorParts('The calendar could not be read', list.error)}
            onRetry={() => void list.refetch()}
          />
        ) : (
          <>
            <MonthSheet
              month={month}
              zone={zone}
              now={now}
              entries={shown}
              movingId={moving?.entry.deploymentId ?? null}
            />
            {list.data !== undefined && (
              <MonthList
                title={title}
                entries={inMonth}
                zone={zone}
                now={now}
                onMove={hand.setAsking}
              />
            )}
          </>
        )}
      </div>
      {moving !== null && asking === null && <MoveBar moving={moving} now={now} hand={hand} />}
      {asking !== null && (
        <MoveDialog
          entry={asking}
          startAt={ghost?.deploymentId === asking.deploymentId ? ghost.startAt : asking.startAt}
          now={now}
          hand={hand}
        />
      )}
    </>
  );
}

/** Where a deployment seems to come to lie; the check says exactly where, with clocks that change. */
function movedEntry({ entry, byDays }: Moving) {
  const moved = (at: string) => new Date(Date.parse(at) + byDays * dayMs).toISOString();
  return { ...entry, startAt: moved(entry.startAt), endAt: moved(entry.endAt) };
}

const dayMs = 86_400_000;

/** The newest hand, under a command that stays the same while the screen is shown. */
function useMoveCommand(run: () => void): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  const commands = useMemo(
    () => [
      {
        id: 'move-deployment',
        label: 'Move the deployment in focus to a date…',
        key: 'm',
        run: () => latest.current(),
      },
    ],
    [],
  );
  useScreenCommands(commands);
}
