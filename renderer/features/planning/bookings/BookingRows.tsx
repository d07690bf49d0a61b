import { useMemo } from 'react';
import type { CSSProperties, KeyboardEvent } from 'react';
import type { BookingView, EnvironmentUse } from '#shared/model/planning/bookings.ts';
import type { Band } from '#shared/model/planning/windows.ts';
import { isWorkingDay } from '#shared/rules/planning/working-days.ts';
import { formatDate, plusDays } from '#shared/rules/planning/zoned-time.ts';
import { bandStyle, bandWords } from '../../../app/theme/bands.ts';
import { BandLegend } from '../../../components/Band.tsx';
import { rangeText, zoneText } from '../../../components/when-text.ts';
import type { Names } from '../releases/index.ts';
import { isAbout, isShort, lanesOf, placeOf } from './booking-axis.ts';
import type { BookingAxis } from './booking-axis.ts';
import { barInWords } from './booking-words.ts';
import { UseBar } from './UseBar.tsx';
import { useDrawnSpan } from './use-drawn-span.ts';
import styles from './rows.module.css';

type BookingRowsProps = {
  axis: BookingAxis;
  names: Names;
  now: string;
  workingDays: readonly number[];
  bookings: readonly BookingView[];
  deployments: readonly EnvironmentUse[];
  bands: readonly Band[];
  selected: string | undefined;
  onOpen: (id: string) => void;
  /** A span drawn over free time of an environment. */
  onDraw: (environmentId: string, startAt: string, endAt: string) => void;
};

/** A row for each environment: what uses it as bars, windows behind them. */
export function BookingRows(props: BookingRowsProps) {
  const { axis, names, now, bookings, deployments, bands } = props;
  const uses = useMemo(
    () =>
      Map.groupBy(
        [...bookings.map((each) => usedBy(each, names)), ...deployments],
        (use) => use.environmentId,
      ),
    [bookings, deployments, names],
  );
  const clashing = useMemo(() => clashCounts(bookings), [bookings]);
  const all = [...uses.values()].flat();
  const tabbed = all.find(({ id }) => id === props.selected)?.id ?? firstOf(names, uses);
  const kinds = [...new Set(bands.map(({ kind }) => kind))];
  return (
    <figure className={styles['chart']} aria-label="Environments over the weeks">
      <div className={styles['scroller']}>
        <div className={styles['sheet']}>
          <Heads axis={axis} now={now} />
          <div onKeyDown={moveBetweenBars}>
            {names.environments.map((environment) => (
              <Row
                key={environment.id}
                {...props}
                name={environment.name}
                environmentId={environment.id}
                uses={uses.get(environment.id) ?? []}
                bands={bands.filter((band) => isAbout(band, environment))}
                clashing={clashing}
                tabbed={tabbed}
              />
            ))}
          </div>
        </div>
      </div>
      <figcaption className={styles['caption']}>
        Times of {zoneText(axis.zone)}. Drag over free time to book it.
        {kinds.map((kind) => (
          <BandLegend key={kind} kind={kind} />
        ))}
      </figcaption>
    </figure>
  );
}

function Heads({ axis, now }: { axis: BookingAxis; now: string }) {
  const daily = axis.weeks === '2';
  const today = now.slice(0, 10);
  const shown = Array.from({ length: axis.days }, (_, day) => day).filter(
    (day) => daily || day % 7 === 0,
  );
  return (
    <div className={styles['heads']} aria-hidden>
      {shown.map((day) => {
        const text = formatDate(plusDays(axis.from, day), today);
        return (
          <span key={day} className={styles['day']} style={{ insetInlineStart: share(day, axis) }}>
            {daily ? text.split(' ').slice(0, 2).join(' ') : text}
          </span>
        );
      })}
    </div>
  );
}

type RowProps = BookingRowsProps & {
  name: string;
  environmentId: string;
  uses: readonly EnvironmentUse[];
  clashing: ReadonlyMap<string, number>;
  tabbed: string | undefined;
};

function Row({ name, environmentId, uses, ...props }: RowProps) {
  const { axis, now, bands, clashing, tabbed, selected, onOpen, onDraw, workingDays } = props;
  const { bars, lanes } = useMemo(() => lanesOf(uses, axis), [uses, axis]);
  const drawn = useDrawnSpan(axis, (from, to) => onDraw(environmentId, from, to));
  const present = placeOf(now, axis);
  return (
    <div className={styles['row']} style={rowStyle(lanes)} role="group" aria-label={name}>
      <span className={styles['name']} title={name}>
        <bdi>{name}</bdi>
      </span>
      <div className={styles['track']} {...drawn.hand}>
        {Array.from({ length: axis.days }, (_, day) => (
          <span
            key={day}
            className={`${styles['cell']} ${isWorkingDay(plusDays(axis.from, day), workingDays) ? '' : styles['off']} ${day % 7 === 0 ? styles['monday'] : ''}`}
            style={placed(day, day + 1, axis)}
          />
        ))}
        {bands.map((band) => {
          const { windowId, startsAt, endsAt, kind } = band;
          const left = Math.max(0, placeOf(startsAt, axis));
          const right = Math.min(axis.days, placeOf(endsAt, axis));
          const words = `${band.name}, ${bandWords[kind]}, ${rangeText(startsAt, endsAt, axis.zone, now)}`;
          return (
            <span
              key={`${windowId} ${startsAt}`}
              className={styles['band']}
              style={{ ...placed(left, right, axis), ...bandStyle(kind) }}
              role="img"
              aria-label={words}
              title={words}
            />
          );
        })}
        {present >= 0 && present <= axis.days && (
          <span className={styles['now']} style={{ insetInlineStart: share(present, axis) }} />
        )}
        {drawn.span !== null && (
          <span className={styles['drawn']} style={placed(drawn.span[0], drawn.span[1], axis)} />
        )}
        {bars.map(({ use, left, right, lane }) => (
          <UseBar
            key={use.id}
            use={use}
            words={barInWords(use, name, clashing.get(use.id) ?? 0, axis.zone, now)}
            clashes={(clashing.get(use.id) ?? 0) > 0}
            selected={use.id === selected}
            tabbed={use.id === tabbed}
            short={isShort({ left, right }, axis.days)}
            style={{ ...placed(left, right, axis), top: `calc(${lane} * var(--lane) + 5px)` }}
            onOpen={onOpen}
          />
        ))}
      </div>
    </div>
  );
}

function usedBy(booking: BookingView, names: Names): EnvironmentUse {
  const { id, environmentId, releaseId, release, purpose, startAt, endAt, zone, shared } = booking;
  return {
    ...{ kind: 'booking', id, environmentId, releaseId, release, what: purpose },
    ...{ personId: booking.bookedById, person: names.person(booking.bookedById) },
    ...{ startAt, endAt, zone, shared },
  };
}

/** A clash is one of both, also of the deployment that knows nothing of it. */
function clashCounts(bookings: readonly BookingView[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { id, clashes } of bookings) {
    if (clashes.length > 0) counts.set(id, clashes.length);
    for (const { with: other } of clashes) {
      if (other.kind === 'deployment') counts.set(other.id, (counts.get(other.id) ?? 0) + 1);
    }
  }
  return counts;
}

/** One of the bars is in the way of Tab; arrows go to the others. */
function firstOf(names: Names, uses: ReadonlyMap<string, readonly EnvironmentUse[]>) {
  const [first] = names.environments.flatMap(({ id }) => uses.get(id) ?? []);
  return first?.id;
}

const steps: Readonly<Record<string, number>> = {
  ...{ ArrowLeft: -1, ArrowUp: -1, k: -1, ArrowRight: 1, ArrowDown: 1, j: 1 },
};

function moveBetweenBars(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key];
  if (step === undefined || event.altKey) return;
  const bars = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-use]')];
  const next = bars[bars.findIndex((bar) => bar === document.activeElement) + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

function share(at: number, { days }: BookingAxis): string {
  return `${(at / days) * 100}%`;
}

function placed(left: number, right: number, axis: BookingAxis): CSSProperties {
  return { insetInlineStart: share(left, axis), width: share(Math.max(0, right - left), axis) };
}

function rowStyle(lanes: number): CSSProperties {
  return { height: `calc(${lanes} * var(--lane) + 9px)` };
}
