import { memo, useMemo } from 'react';
import type { Band } from '#shared/model/planning/windows.ts';
import { bandStyle, bandWords } from '../../../app/theme/bands.ts';
import { timeText } from '../../../components/when-text.ts';
import { laneStrips } from './band-lanes.ts';
import type { Strip } from './band-lanes.ts';
import { bandTitle } from './band-words.ts';
import styles from './BandStrips.module.css';
import type { Day } from './calendar-days.ts';

/** Pixels from one lane to the next. */
export const laneHeight = 20;
/** Pixels of a day's line with its number, above the lanes. */
export const dayTop = 27;

export type PickBand = (band: Band, anchor: HTMLElement) => void;

/** The bands of a row of days, laid out once for whoever draws them. */
export function useStrips(bands: readonly Band[], days: readonly Day[], most: number) {
  return useMemo(() => {
    const all = laneStrips(bands, days, 1);
    const strips = all.filter(({ lane }) => lane < most);
    const lanes = strips.reduce((count, { lane }) => Math.max(count, lane + 1), 0);
    return { strips, lanes, hidden: all.filter(({ lane }) => lane >= most) };
  }, [bands, days, most]);
}

type BandStripsProps = {
  strips: readonly Strip[];
  /** How many days the row has. */
  count: number;
  zone: string;
  now: string;
  onBand: PickBand;
};

/** The bands of a row of days as strips under the numbers of the days, each with its name once. */
export const BandStrips = memo(function BandStrips(props: BandStripsProps) {
  const { strips, count, zone, now, onBand } = props;
  return strips.map((strip) => {
    const { band, lane, left, width, begins, ends } = strip;
    const title = bandTitle(band, zone, now);
    return (
      <button
        key={`${band.windowId} ${band.originalWall} ${band.startsAt}`}
        type="button"
        className={`${styles['strip']} ${begins ? styles['begins'] : ''} ${ends ? styles['ends'] : ''}`}
        style={{
          ...bandStyle(band.kind),
          insetInlineStart: `${(left / count) * 100}%`,
          width: `${(width / count) * 100}%`,
          top: dayTop + lane * laneHeight,
        }}
        title={title}
        data-kind={band.kind}
        onClick={(event) => onBand(band, event.currentTarget)}
      >
        <span className={styles['label']}>
          {begins && isPartial(band, zone) && <span>{timeText(band.startsAt, zone)} </span>}
          <bdi className={styles['name']}>{band.name}</bdi>
          <span className={styles['kind']}> {bandWords[band.kind]}</span>
        </span>
      </button>
    );
  });
});

/** It begins in the middle of a day. */
function isPartial({ startsAt }: Band, zone: string): boolean {
  return !['00:00', '12:00 AM'].includes(timeText(startsAt, zone));
}

/** Freezes once more behind what lies in the days, for they are what people must not overlook. */
export const FreezeGround = memo(function FreezeGround({
  strips,
  count,
  top,
}: Pick<BandStripsProps, 'strips' | 'count'> & { top: number }) {
  return strips
    .filter(({ band }) => band.kind === 'hard-freeze' || band.kind === 'soft-freeze')
    .map(({ band, left, width }) => (
      <span
        key={`${band.windowId} ${band.startsAt}`}
        aria-hidden
        className={styles['ground']}
        style={{
          ...bandStyle(band.kind),
          insetInlineStart: `${(left / count) * 100}%`,
          width: `${(width / count) * 100}%`,
          top,
        }}
      />
    ));
});
