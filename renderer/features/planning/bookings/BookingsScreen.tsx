import { useCallback, useMemo, useState } from 'react';
import Button from '@mui/material/Button';
import { useNavigate } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import type { BookingView } from '#shared/model/planning/bookings.ts';
import { workingDayFrom } from '#shared/rules/planning/working-days.ts';
import { dateIn, plusDays, toInstant } from '#shared/rules/planning/zoned-time.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { CalendarTabs } from '../../../components/CalendarTabs.tsx';
import { Empty } from '../../../components/Empty.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { Segmented } from '../../../components/form/Segmented.tsx';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { SkeletonRows } from '../../../components/Skeleton.tsx';
import { SplitView } from '../../../components/SplitView.tsx';
import { WeekNavigation } from '../../../components/WeekNavigation.tsx';
import { useNow } from '../../../state/clock.ts';
import { useScreenCommands } from '../../../state/screen-commands.ts';
import { useNames } from '../releases/index.ts';
import { axisOf, instantsOf, spans } from './booking-axis.ts';
import type { BookingAxis } from './booking-axis.ts';
import { BookingDialog } from './BookingDialog.tsx';
import type { BookingStart } from './BookingDialog.tsx';
import { BookingInspector } from './BookingInspector.tsx';
import { BookingList } from './BookingList.tsx';
import { BookingRows } from './BookingRows.tsx';
import { spanTitle } from './span-title.ts';
import { useBookings } from './use-bookings.ts';
import styles from './bookings.module.css';

export type BookingsSearch = { from?: string; weeks?: string; sel?: string };

const everyDay: readonly number[] = [];
const choices = spans.map((value) => ({ value, label: `${value} weeks` }));

/** Who uses which environment in some weeks. */
export function BookingsScreen({ search }: { search: BookingsSearch }) {
  const now = useNow();
  const navigate = useNavigate();
  const open = useProcedure('workspace.state', {}).data?.open;
  const { zone = 'UTC', workingDays = everyDay } = open?.workspace ?? {};
  const actingId = open?.actingAs?.id ?? '';
  const { names, loaded } = useNames();
  const { from, weeks } = search;
  const axis = useMemo(() => axisOf({ from, weeks }, now, zone), [from, weeks, now, zone]);
  const list = useProcedure('bookings.list', instantsOf(axis), { keepPrevious: true });
  const edits = useBookings();
  const [asked, setAsked] = useState<BookingStart | null>(null);
  const booking = list.data?.bookings.find(({ id }) => id === search.sel);

  const go = useCallback(
    (patch: BookingsSearch) =>
      void navigate({ to: '/calendar/bookings', search: { ...search, ...patch } }),
    [navigate, search],
  );
  const select = (sel: string | undefined) => go({ sel });
  const draw = useCallback(
    (environmentId: string, startAt: string, endAt: string) =>
      setAsked({
        ...{ environmentId, startAt, endAt, zone, bookedById: actingId },
        ...{ releaseId: null, purpose: '', shared: false },
      }),
    [zone, actingId],
  );
  const first = names.environments[0]?.id;
  const ask = useCallback(() => {
    if (first !== undefined) draw(first, ...firstHours(axis, now, workingDays));
  }, [draw, first, axis, now, workingDays]);
  useScreenCommands(useKeys(axis, go, ask));

  return (
    <>
      <PageHeader
        title="Bookings"
        beside={
          <WeekNavigation
            title={spanTitle(axis.from, plusDays(axis.to, -1), now)}
            hrefOf={(monday) => bookingsHref({ weeks, from: monday })}
            before={plusDays(axis.from, -axis.days)}
            after={axis.to}
          />
        }
        actions={
          <>
            <Segmented
              label="Weeks shown"
              choices={choices}
              value={axis.weeks}
              onPick={(picked) => go({ weeks: picked })}
            />
            <Button
              variant="contained"
              startIcon={<Plus />}
              disabled={first === undefined}
              onClick={ask}
            >
              Book an environment
            </Button>
          </>
        }
      >
        <CalendarTabs current="bookings" />
      </PageHeader>
      <SplitView
        inspector={
          booking !== undefined && (
            <BookingInspector
              key={booking.id}
              {...{ booking, names, edits, now }}
              onTimes={() => setAsked(startOf(booking))}
              onClose={() => select(undefined)}
            />
          )
        }
      >
        {list.isError && list.data === undefined ? (
          <ErrorPanel
            {...errorParts('The bookings could not be read', list.error)}
            onRetry={() => void list.refetch()}
          />
        ) : list.data === undefined || !loaded ? (
          <SkeletonRows what="the bookings" />
        ) : names.environments.length === 0 ? (
          <Empty
            text="There are no environments yet that could be booked."
            action={<Button href="#/settings/environments">Add an environment</Button>}
          />
        ) : (
          <div className={styles['page']}>
            <BookingRows
              {...{ axis, names, now, workingDays }}
              {...list.data}
              selected={search.sel}
              onOpen={select}
              onDraw={draw}
            />
            <BookingList
              bookings={list.data.bookings}
              {...{ names, now }}
              selected={search.sel}
              onOpen={select}
            />
          </div>
        )}
      </SplitView>
      {asked !== null && (
        <BookingDialog
          start={asked}
          names={names}
          onClose={() => setAsked(null)}
          save={async (typed) => {
            if (booking !== undefined && asked.id === booking.id)
              return edits.change(booking, typed);
            const answer = await edits.create(typed);
            if ('code' in answer) return answer;
            const on = dateIn(typed.startAt, zone);
            const isShown = on >= axis.from && on < axis.to;
            go({ sel: answer.id, ...(isShown ? {} : { from: on }) });
            return null;
          }}
        />
      )}
    </>
  );
}

/** `n` books; `p`, `t` and `f` turn the weeks. */
function useKeys(axis: BookingAxis, go: (patch: BookingsSearch) => void, ask: () => void) {
  return useMemo(() => {
    const { from, to, days } = axis;
    const show = (id: string, label: string, key: string, monday: string | undefined) => ({
      ...{ id, label, key },
      run: () => go({ from: monday }),
    });
    return [
      { id: 'booking-new', label: 'Book an environment', key: 'n', run: ask },
      show('weeks-before', 'Show the weeks before', 'p', plusDays(from, -days)),
      show('weeks-today', 'Show these weeks', 't', undefined),
      show('weeks-after', 'Show the weeks after', 'f', to),
    ];
  }, [axis, go, ask]);
}

function startOf(booking: BookingView): BookingStart {
  const { id, environmentId, releaseId, release, purpose } = booking;
  const { startAt, endAt, zone, bookedById, shared } = booking;
  return {
    ...{ id, environmentId, releaseId, release, purpose },
    ...{ startAt, endAt, zone, bookedById, shared },
  };
}

function bookingsHref({ from, weeks }: BookingsSearch): string {
  const asked = Object.entries({ from, weeks }).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${value}`],
  );
  return `#/calendar/bookings${asked.length === 0 ? '' : `?${asked.join('&')}`}`;
}

/** The next day of work where it is shown, else the first of the span. */
function firstHours(axis: BookingAxis, now: string, days: readonly number[]): [string, string] {
  const { zone, from, to } = axis;
  const next = workingDayFrom(plusDays(dateIn(now, zone), 1), days);
  const date = next >= from && next < to ? next : from;
  const at = (time: string) => toInstant({ date, time, zone }).instant;
  return [at('09:00'), at('17:00')];
}
