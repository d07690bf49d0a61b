import { memo, useSyncExternalStore } from 'react';
import { barTop } from '#shared/rules/planning/timeline/placed-rows.ts';
import type { PlacedRows } from '#shared/rules/planning/timeline/placed-rows.ts';
import { keyOf } from './bars-in-sight.ts';
import type { BarsInSight, SeenBar } from './bars-in-sight.ts';
import { widestPainted, xOf } from './chart-geometry.ts';
import type { Sheet } from './chart-geometry.ts';
import styles from './timeline.module.css';

type LongNamesProps = { sheet: Sheet; placed: PlacedRows; sight: BarsInSight };

/** More of them at once are not in sight. */
const mostNames = 120;

/** The names of long bars: they stay beside the heads of the rows while their bar is in sight. */
export const LongNames = memo(function LongNames({ sheet, placed, sight }: LongNamesProps) {
  const bars = useSyncExternalStore(sight.subscribe, sight.bars);
  const long = bars
    .filter(({ bar }) => (bar.to - bar.from) / sheet.scale > widestPainted)
    .slice(0, mostNames);
  return (
    <div aria-hidden>
      {long.map((seen) => (
        <LongName
          key={keyOf(seen.bar)}
          seen={seen}
          left={xOf(sheet, seen.bar.from)}
          width={(seen.bar.to - seen.bar.from) / sheet.scale}
          top={barTop(placed, seen.bar.lane)}
        />
      ))}
    </div>
  );
});

type LongNameProps = { seen: SeenBar; left: number; width: number; top: number };

const LongName = memo(function LongName({ seen, left, width, top }: LongNameProps) {
  const { bar, standing } = seen;
  return (
    <span className={styles['long']} style={{ left, width, top }}>
      <span className={styles['longName']}>
        <i className={`${styles['icon']} ${styles[standing.standing]}`} />
        <bdi>{bar.name}</bdi>
      </span>
    </span>
  );
});
