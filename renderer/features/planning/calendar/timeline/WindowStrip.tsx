import { useSyncExternalStore } from 'react';
import type { TimelineBand } from '#shared/model/planning/timeline.ts';
import { bandStyle, bandWords } from '../../../../app/theme/bands.ts';
import { localRange, utcRange } from './bar-words.ts';
import type { BarsInSight } from './bars-in-sight.ts';
import { xOf } from './chart-geometry.ts';
import type { Sheet } from './chart-geometry.ts';
import styles from './timeline.module.css';

type WindowStripProps = { sheet: Sheet; drawn: BarsInSight; zone: string; now: string };

/** More of them at once are no names any more. */
const mostShown = 60;
const narrowestNamed = 44;

/** The windows over the columns in sight, named where they stay readable however far rows are scrolled. */
export function WindowStrip({ sheet, drawn, zone, now }: WindowStripProps) {
  const windows = useSyncExternalStore(drawn.subscribe, drawn.windows);
  return (
    <div className={styles['windows']}>
      {windows.slice(0, mostShown).map((band) => {
        const { from, to } = spanOf(band);
        const width = (to - from) / sheet.scale;
        return (
          <span
            key={`${band.windowId} ${band.startsAt}`}
            className={styles['window']}
            style={{ ...bandStyle(band.kind), left: xOf(sheet, from), width }}
            title={windowWords(band, zone, now)}
          >
            {width >= narrowestNamed && <bdi className={styles['windowName']}>{band.name}</bdi>}
          </span>
        );
      })}
    </div>
  );
}

function spanOf({ startsAt, endsAt }: TimelineBand) {
  return { from: Date.parse(startsAt), to: Date.parse(endsAt) };
}

function windowWords(band: TimelineBand, zone: string, now: string): string {
  const span = spanOf(band);
  const what = `${band.name} (${bandWords[band.kind]})`;
  return `${what}\n${localRange(span, zone, now)}\n${utcRange(span, now)}`;
}
