import { useMemo } from 'react';
import type { Output } from '#shared/contract/index.ts';
import type {
  CalendarFilter,
  CalendarView,
  RangeEntry,
} from '#shared/model/planning/calendar-range.ts';
import type { Standings } from '../releases/index.ts';
import { useStandings } from '../releases/index.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { daysIn, spanOf } from './calendar-days.ts';
import type { Day } from './calendar-days.ts';
import type { ShownEntry } from './entry-words.ts';
import { shiftView, viewDays } from './view-span.ts';

/** What lies in these days, narrowed, and where the releases of it stand once that was judged. */
export function useRange(days: readonly Day[], filter: CalendarFilter, judged: boolean) {
  const range = useProcedure('calendar.range', { ...spanOf(days), filter }, { keepPrevious: true });
  const found = range.data?.entries ?? noEntries;
  const ids = useMemo(() => (judged ? openIds(found) : noIds), [found, judged]);
  const { standings, onSight } = useStandings(ids);
  const entries = useMemo(
    () => found.map((entry) => shownEntry(entry, standings)),
    [found, standings],
  );
  return { range, entries, onSight };
}

type AheadProps = {
  view: CalendarView;
  on: string;
  by: number;
  zone: string;
  filter: CalendarFilter;
};

/** What the next turn would show, asked for ahead, so that turning waits for nothing. */
export function Ahead({ view, on, by, zone, filter }: AheadProps) {
  const days = useMemo(
    () => daysIn(viewDays(view, shiftView(view, on, by)), zone),
    [view, on, by, zone],
  );
  useProcedure('calendar.range', { ...spanOf(days), filter });
  return null;
}

export type CalendarRange = Output<'calendar.range'>;

const noEntries: RangeEntry[] = [];
const noIds: string[] = [];

/** Releases whose gates still say something: what went as it went needs no judging. */
function openIds(entries: readonly RangeEntry[]): string[] {
  const open = entries.filter(({ outcome, result }) => outcome === null && result === null);
  return [...new Set(open.map(({ releaseId }) => releaseId))];
}

const told = new WeakMap<RangeEntry, ShownEntry>();

/** The same object as long as nothing of it changed: a card is drawn anew only where it did. */
function shownEntry(entry: RangeEntry, standings: Standings): ShownEntry {
  const standing = standings.get(entry.releaseId);
  const readiness = standing?.readiness ?? null;
  const isJudged = standing !== undefined;
  const before = told.get(entry);
  if (before?.readiness === readiness && before.isJudged === isJudged) return before;
  const shown = { ...entry, readiness, isJudged };
  told.set(entry, shown);
  return shown;
}
