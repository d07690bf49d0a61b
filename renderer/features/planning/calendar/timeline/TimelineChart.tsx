import { useCallback, useImperativeHandle, useMemo, useState } from 'react';
import type { Ref } from 'react';
import type { CalendarEntry } from '#shared/contract/planning/calendar.ts';
import type { TimelineOutline, TimelineView } from '#shared/model/planning/timeline.ts';
import { placeRows } from '#shared/rules/planning/timeline/placed-rows.ts';
import { dayText } from '../../../../components/when-text.ts';
import type { useNames } from '../../releases/index.ts';
import { DragFlag } from '../DragFlag.tsx';
import type { MovingHand } from '../use-moving.ts';
import { AxisHead } from './AxisHead.tsx';
import type { Calendar } from './axis-tiles.ts';
import { BarsLayer } from './BarsLayer.tsx';
import { createSight } from './bars-in-sight.ts';
import { headWidth, sheetOf, slotOf, timeAt, xOf } from './chart-geometry.ts';
import { DragGhost } from './DragGhost.tsx';
import { useInks } from './painting/inks.ts';
import { RowHeads } from './RowHeads.tsx';
import type { TimeSpan } from './SpanButtons.tsx';
import { TileCanvas } from './TileCanvas.tsx';
import styles from './timeline.module.css';
import { nounOf } from './timeline-words.ts';
import { useBarDrag } from './use-bar-drag.ts';
import { useSheetScroll } from './use-sheet-scroll.ts';
import { useWheelZoom } from './use-wheel-zoom.ts';

/** What the head of the page does with the sheet. */
export type TimelineHand = {
  goTo: (at: number) => void;
  /** By windows, to the left where negative. */
  page: (by: number) => void;
  span: () => TimeSpan;
};

type TimelineChartProps = {
  ref: Ref<TimelineHand>;
  outline: TimelineOutline;
  view: TimelineView;
  calendar: Calendar;
  names: ReturnType<typeof useNames>['names'];
  now: string;
  /** The time it begins with, milliseconds since 1970. */
  begin: number;
  onRest: (about: number, span: TimeSpan) => void;
  onZoom: (steps: number) => void;
  moving: MovingHand;
};

/** Rows over time: heads and axis stay, bars are painted in tiles, links over them can be walked. */
export function TimelineChart(props: TimelineChartProps) {
  const { ref, outline, view, calendar, names, now, begin, onRest, onZoom, moving } = props;
  const present = Date.parse(now);
  const { zoom } = view;
  // Where it is about matters only to a sheet that is longer than browsers can; the present moves on by the hour.
  const hour = Math.floor(present / 3_600_000) * 3_600_000;
  const [about, setAbout] = useState(begin);
  const sheet = useMemo(() => sheetOf(outline, zoom, hour, about), [outline, zoom, hour, about]);
  const placed = useMemo(() => placeRows(outline.rows), [outline]);
  const [drawn] = useState(createSight);
  const scroll = useSheetScroll(sheet, placed.height, begin, onRest, drawn.move);
  const { scroller, sight, viewport, goTo, hold } = scroll;
  const inks = useInks();
  useWheelZoom(scroller, (steps, x) => {
    hold(x);
    onZoom(steps);
  });
  useImperativeHandle(
    ref,
    () => ({
      goTo(at) {
        setAbout(at);
        goTo(at);
      },
      page(by) {
        const { left, width } = viewport();
        goTo(timeAt(sheet, left + width * (1 / 3 + 0.8 * by)));
      },
      span() {
        const { left, width } = viewport();
        return { from: timeAt(sheet, left), to: timeAt(sheet, left + width) };
      },
    }),
    [goTo, viewport, sheet],
  );
  const drag = useBarDrag({ sheet, placed, sight: drawn, scroller, names, moving });
  const { setAsking } = moving;
  const onMove = useCallback((entry: CalendarEntry) => setAsking(entry), [setAsking]);
  const place = useMemo(() => ({ scroller, viewport }), [scroller, viewport]);
  const columns = range(sight.left, sight.right);
  const lines = range(sight.top, sight.bottom);
  return (
    <div
      ref={scroller}
      className={styles['scroller']}
      role="region"
      aria-label="Timeline"
      tabIndex={-1}
    >
      <div className={styles['sheet']} style={{ width: headWidth + sheet.width }}>
        <div className={styles['corner']} />
        <AxisHead
          {...{ sheet, sight, calendar, drawn }}
          iso={now}
          now={present}
          today={dayText(now, calendar.zone, now)}
        />
        <RowHeads {...{ placed }} top={sight.top} bottom={sight.bottom} noun={nounOf(view.group)} />
        <div
          className={styles['body']}
          style={{ width: sheet.width, height: placed.height }}
          data-dragging={drag.ghost === null ? undefined : ''}
          {...drag.on}
        >
          {columns.flatMap((column) =>
            lines.map((line) => (
              <TileCanvas
                key={slotOf(sight, column, line)}
                {...{ column, line, sheet, placed, view, calendar, inks, sight: drawn }}
              />
            )),
          )}
          <span className={styles['today']} style={{ left: xOf(sheet, present) }} aria-hidden />
          {/* A bar in focus is none of the rows that stand for something else. */}
          <BarsLayer
            key={view.group}
            {...{ sheet, placed, view, sight: drawn, names, now, onMove }}
            scroll={place}
            zone={calendar.zone}
          />
          <DragGhost ghost={drag.ghost} sheet={sheet} placed={placed} />
        </div>
      </div>
      <DragFlag finding={drag.finding} now={now} />
    </div>
  );
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
