import { memo, useDeferredValue, useMemo } from 'react';
import type {
  CalendarFilter,
  CalendarView as View,
} from '#shared/model/planning/calendar-range.ts';
import { SkeletonRows } from '../../../components/Skeleton.tsx';
import { Agenda } from './Agenda.tsx';
import type { PickBand } from './BandStrips.tsx';
import type { CalendarSearch } from './calendar-address.ts';
import type { Day } from './calendar-days.ts';
import styles from './CalendarScreen.module.css';
import type { ShownEntry } from './entry-words.ts';
import { MonthList } from './MonthList.tsx';
import { MonthPages } from './MonthPages.tsx';
import { QuarterSheet } from './QuarterSheet.tsx';
import type { CalendarRange } from './use-range.tsx';
import { WeekSheet } from './WeekSheet.tsx';
import { YearSheet } from './YearSheet.tsx';
import { today, viewTitle } from './view-span.ts';

export type ViewProps = {
  view: View;
  on: string;
  /** Where it is turned to already, while the rest still shows `on`. */
  turnedTo: string;
  filter: CalendarFilter;
  /** The deployment on its way, where it seems to come to lie. */
  ghost: ShownEntry | null;
  days: readonly Day[];
  zone: string;
  now: string;
  entries: readonly ShownEntry[];
  range: CalendarRange | undefined;
  movingId: string | null;
  /** Everything is drawn: paper does not scroll. */
  isPrinting: boolean;
  onSight: (releaseIds: readonly string[]) => void;
  onMove: (entry: ShownEntry) => void;
  onBand: PickBand;
  /** The address of another date, and maybe another view of it. */
  addressAt: (date: string | undefined, view?: View) => CalendarSearch;
};

/** The chosen view of what lies in its days. */
export function CalendarView(props: ViewProps) {
  const { view, zone, now, entries, range } = props;
  if (range === undefined) return <SkeletonRows rows={12} what="calendar" />;
  const { bands, holidays } = range;
  const shared = { ...props, today: today(now, zone), bands, holidays };
  if (view === 'month') {
    return (
      <div className={styles['columns']}>
        <MonthPages
          on={props.turnedTo}
          today={shared.today}
          filter={props.filter}
          ghost={props.ghost}
          isPrinting={props.isPrinting}
          onBand={props.onBand}
          {...{ zone, now }}
        />
        <div className={styles['beside']}>
          <ListBeside
            on={props.on}
            days={props.days}
            onMove={props.onMove}
            {...{ zone, now, entries }}
          />
        </div>
      </div>
    );
  }
  if (view === 'week') return <WeekSheet {...shared} />;
  if (view === 'agenda') return <Agenda {...shared} />;
  if (view === 'quarter') return <QuarterSheet {...shared} />;
  return <YearSheet {...shared} />;
}

/** The month in words; drawn after the sheet, which is looked at first. */
const ListBeside = memo(function ListBeside(props: ListProps) {
  const { on, days, zone, now, entries, onMove } = props;
  const month = on.slice(0, 7);
  const inMonth = useMemo(() => {
    const own = days.filter(({ date }) => date.startsWith(month));
    const [from, to] = [own[0]?.from ?? 0, own.at(-1)?.to ?? 0];
    return entries.filter(({ startAt }) => {
      const at = Date.parse(startAt);
      return at >= from && at < to;
    });
  }, [days, entries, month]);
  const listed = useDeferredValue(inMonth, noEntries);
  return (
    <MonthList
      title={viewTitle('month', on)}
      entries={listed}
      zone={zone}
      now={now}
      onMove={onMove}
    />
  );
});

type ListProps = Pick<ViewProps, 'on' | 'days' | 'zone' | 'now' | 'entries' | 'onMove'>;

const noEntries: ShownEntry[] = [];
