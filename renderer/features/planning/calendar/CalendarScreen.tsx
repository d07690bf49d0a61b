import { useMemo } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { zoneText } from '../../../components/when-text.ts';
import { useNow } from '../../../state/clock.ts';
import { useScreenCommands } from '../../../state/screen-commands.ts';
import { ExportIcs } from './ExportIcs.tsx';
import { MonthList } from './MonthList.tsx';
import { MonthNavigation } from './MonthNavigation.tsx';
import { MonthSheet } from './MonthSheet.tsx';
import { monthOf, monthSpan, monthTitle, sheetSpan, shiftMonth } from './month.ts';
import styles from './CalendarScreen.module.css';

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

  const title = monthTitle(month);
  return (
    <>
      <PageHeader
        title="Calendar"
        beside={<MonthNavigation month={month} title={title} />}
        facts={<span>{zoneText(zone)} time</span>}
        actions={<ExportIcs />}
      />
      <div className={styles['columns']}>
        {list.isError && list.data === undefined ? (
          <ErrorPanel
            {...errorParts('The calendar could not be read', list.error)}
            onRetry={() => void list.refetch()}
          />
        ) : (
          <>
            <MonthSheet month={month} zone={zone} now={now} entries={entries} />
            {list.data !== undefined && (
              <MonthList title={title} entries={inMonth} zone={zone} now={now} />
            )}
          </>
        )}
      </div>
    </>
  );
}
