import { memo } from 'react';

import type { TimelineZoom } from '#shared/model/planning/timeline.ts';
import { axisOfTile } from './axis-tiles.ts';
import type { Calendar } from './axis-tiles.ts';
import { tileWidth, xOf } from './chart-geometry.ts';
import type { Sheet, Sight } from './chart-geometry.ts';
import type { BarsInSight } from './bars-in-sight.ts';
import styles from './timeline.module.css';
import { WindowStrip } from './WindowStrip.tsx';

type AxisHeadProps = {
  sheet: Sheet;
  sight: Sight;
  calendar: Calendar;
  /** Milliseconds since 1970, and how the day is called. */
  now: number;
  iso: string;
  today: string;
  drawn: BarsInSight;
};

/** The axis over the columns in sight, and the day it is. Screen readers hear times with the bars. */
export function AxisHead(props: AxisHeadProps) {
  const { sheet, sight, calendar, now, iso, today, drawn } = props;
  const columns = Array.from({ length: sight.right - sight.left + 1 }, (_, n) => sight.left + n);
  return (
    <div className={styles['axis']} aria-hidden>
      {upperTicks(columns, sheet, calendar).map(({ at, until, label }) => (
        <span
          key={`above ${at}`}
          className={styles['above']}
          style={{ left: xOf(sheet, at), width: (until - at) / sheet.scale }}
        >
          <span className={styles['stay']}>{label}</span>
        </span>
      ))}
      {columns.map((column) => (
        <AxisColumn
          key={column}
          column={column}
          left={(column - sheet.firstTile) * tileWidth}
          zoom={sheet.zoom}
          scale={sheet.scale}
          calendar={calendar}
        />
      ))}
      <WindowStrip {...{ sheet, drawn }} zone={calendar.zone} now={iso} />
      <span className={styles['flag']} style={{ left: xOf(sheet, now) }}>
        {today}
      </span>
    </div>
  );
}

type AxisColumnProps = {
  column: number;
  left: number;
  zoom: TimelineZoom;
  scale: number;
  calendar: Calendar;
};

/** Months and years reach over columns: each is named once, as long as it is in sight. */
function upperTicks(columns: readonly number[], { zoom }: Sheet, calendar: Calendar) {
  const ticks = columns.flatMap((column) => axisOfTile(zoom, column, calendar).upper);
  return [...new Map(ticks.map((tick) => [tick.at, tick])).values()];
}

/** The ticks that begin over a column. */
const AxisColumn = memo(function AxisColumn(props: AxisColumnProps) {
  const { column, left, zoom, scale, calendar } = props;
  const { lower } = axisOfTile(zoom, column, calendar);
  const from = column * tileWidth * scale;
  const x = (at: number) => (at - from) / scale;
  return (
    <div className={styles['column']} style={{ left, width: tileWidth }}>
      {lower
        .filter(({ at }) => at >= from)
        .map((tick) => (
          <span
            key={tick.at}
            className={styles['below']}
            style={{ left: x(tick.at), width: x(tick.until) - x(tick.at) }}
          >
            {tick.label}
            {tick.aside !== '' && <span className={styles['aside']}>{tick.aside}</span>}
          </span>
        ))}
    </div>
  );
});
