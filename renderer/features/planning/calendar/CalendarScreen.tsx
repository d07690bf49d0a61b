import { useCallback, useEffect, useMemo, useState } from 'react';
import type { KeyboardEvent } from 'react';
import Button from '@mui/material/Button';
import { Printer } from 'lucide-react';
import type { Band } from '#shared/model/planning/windows.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { CalendarTabs } from '../../../components/CalendarTabs.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { zoneText } from '../../../components/when-text.ts';
import { useNow } from '../../../state/clock.ts';
import { dateIn } from '#shared/rules/planning/zoned-time.ts';
import { BandPopover } from './BandPopover.tsx';
import type { PickBand } from './BandStrips.tsx';
import type { CalendarSearch } from './calendar-address.ts';
import { daysIn } from './calendar-days.ts';
import styles from './CalendarScreen.module.css';
import { CalendarView } from './CalendarView.tsx';
import { DragFlag } from './DragFlag.tsx';
import { moveFocus } from './entry-focus.ts';
import { ExportIcs } from './ExportIcs.tsx';
import { ImportLink } from '../../../components/ImportLink.tsx';
import { FilterBar } from './FilterBar.tsx';
import { filterParts, filterWords } from './filter-parts.ts';
import type { Train } from './filter-parts.ts';
import { Legend } from './Legend.tsx';
import { movedEntry, withGhost } from './moved-entry.ts';
import { MoveBar } from './MoveBar.tsx';
import { MoveDialog } from './MoveDialog.tsx';
import { PrintHead } from './PrintHead.tsx';
import { useArrangement, useSettled } from './use-arrangement.ts';
import { useCalendarCommands } from './use-calendar-commands.ts';
import { useDragFinding } from './use-drag-finding.ts';
import { useEntryHand } from './use-entry-hand.ts';
import { useMoving } from './use-moving.ts';
import { usePrinting } from './use-printing.ts';
import { Ahead, useRange } from './use-range.tsx';
import { Navigation, ViewChoice } from './ViewBar.tsx';
import { viewDays, viewTitle } from './view-span.ts';

/** Planned deployments and windows, by month, week, agenda, quarter or year, in the workspace's zone. */
export function CalendarScreen({ search }: { search: CalendarSearch }) {
  const now = useNow();
  const workspace = useProcedure('workspace.state', {}).data?.open?.workspace;
  const zone = workspace?.zone ?? 'UTC';
  const isPrinting = usePrinting();
  const arrangement = useArrangement(search, now, zone);
  const late = useSettled(arrangement);
  const { view, on, settings, turn } = late;
  const { filter } = settings;
  const days = useMemo(() => daysIn(viewDays(view, on), zone), [view, on, zone]);
  const { range, entries, onSight } = useRange(days, filter, view !== 'year');

  const hand = useMoving(now);
  const { moving, asking } = hand;
  const ghost = useMemo(() => movedEntry(moving, entries), [moving, entries]);
  const shown = useMemo(() => withGhost(entries, ghost), [entries, ghost]);
  const finding = useDragFinding();
  const { moveFocused, ...entryHand } = useEntryHand(entries, zone, hand, finding);
  useCalendarCommands(arrangement, moveFocused);
  // The calendar turns to where a deployment is moved to.
  const wanted = ghost === null ? null : dateIn(ghost.startAt, zone);
  const [first, last] = [days[0]?.date ?? '', days.at(-1)?.date ?? ''];
  useEffect(() => {
    if (wanted !== null && (wanted < first || wanted > last)) turn(wanted, true);
  }, [wanted, first, last, turn]);

  const [opened, setOpened] = useState<{ band: Band; anchor: HTMLElement } | null>(null);
  const openBand = useCallback<PickBand>((band, anchor) => setOpened({ band, anchor }), []);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    entryHand.onKeyDown(event);
    const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (event.isPropagationStopped() || !isPlain) return;
    if (moveFocus(event.key, event.currentTarget, event.target)) event.preventDefault();
  };
  const trains = range.data?.trains ?? noTrains;
  const parts = useMemo(
    () => filterParts(filter, late.names, trains),
    [filter, late.names, trains],
  );
  const steps = range.isPlaceholderData || range.data === undefined ? [] : [1, -1];
  return (
    <>
      <div className={styles['chrome']}>
        <PageHeader
          title="Calendar"
          beside={<Navigation arrangement={arrangement} />}
          facts={<ViewChoice arrangement={late} />}
          actions={actions}
        >
          {tabs}
        </PageHeader>
        <FilterBar arrangement={late} parts={parts} />
      </div>
      <PrintHead
        {...{ zone, now }}
        workspace={workspace?.name ?? ''}
        title={viewTitle(view, on)}
        filter={filterWords(parts)}
      />
      <div className={styles['area']} data-view={view} {...entryHand} onKeyDown={onKeyDown}>
        {range.isError && range.data === undefined ? (
          <ErrorPanel
            {...errorParts('The calendar could not be read', range.error)}
            onRetry={() => void range.refetch()}
          />
        ) : (
          <CalendarView
            {...{
              view,
              on,
              days,
              zone,
              now,
              entries: shown,
              onSight,
              addressAt: late.addressAt,
              turnedTo: arrangement.on,
              filter,
              ghost,
              isPrinting,
            }}
            range={range.data}
            movingId={moving?.entry.deploymentId ?? null}
            onMove={hand.setAsking}
            onBand={openBand}
          />
        )}
      </div>
      <Legend
        bands={range.data?.bands ?? noBands}
        note={`${zoneText(zone)} time · ${counted(entries.length)}`}
      />
      {steps.map((by) => (
        <Ahead key={by} {...{ view, on, by, zone, filter }} />
      ))}
      {opened !== null && (
        <BandPopover {...opened} zone={zone} now={now} onClose={() => setOpened(null)} />
      )}
      <DragFlag finding={finding} now={now} />
      {moving !== null && asking === null && <MoveBar moving={moving} now={now} hand={hand} />}
      {asking !== null && (
        <MoveDialog
          entry={asking.entry}
          startAt={
            ghost?.deploymentId === asking.entry.deploymentId ? ghost.startAt : asking.startAt
          }
          now={now}
          hand={hand}
        />
      )}
    </>
  );
}

// The same elements each time: nothing of them hangs on where the calendar is turned to.
const tabs = <CalendarTabs current="calendar" />;
const actions = (
  <>
    <Button startIcon={<Printer />} onClick={() => window.print()}>
      Print…
    </Button>
    <ImportLink />
    <ExportIcs />
  </>
);

const noBands: Band[] = [];
const noTrains: Train[] = [];

function counted(count: number): string {
  return count === 1 ? '1 deployment' : `${count} deployments`;
}
