import { useId, useMemo } from 'react';
import type { CSSProperties } from 'react';
import { axisOf, linePath } from './bar-axis.ts';
import type { Axis, Bar, Baselined } from './bar-axis.ts';
import { planKeys } from './plan-keys.ts';
import { TaskBar } from './TaskBar.tsx';
import type { PlanProps } from './TaskList.tsx';
import styles from './bars.module.css';

type TaskBarsProps = Omit<PlanProps, 'edits'> & { baseline: Baselined };

/** The plan as bars over working days; each bar is a button, and says in words what it shows. */
export function TaskBars({ plan, page, order, baseline }: TaskBarsProps) {
  const axis = useMemo(
    () => axisOf({ ...plan, tasks: [...order.tasks] }, baseline),
    [plan, order.tasks, baseline],
  );
  const id = useId();
  // One of the bars is in the way of Tab; arrows go to the others.
  const isShown = axis.bars.some(({ task }) => task.id === page.selected);
  const tabbed = isShown ? page.selected : axis.bars[0]?.task.id;
  return (
    <figure className={styles['chart']} aria-labelledby={id}>
      <div className={styles['scroller']}>
        <div className={styles['sheet']} style={sheetStyle(axis)}>
          <Heads axis={axis} />
          <div className={styles['rows']}>
            <Grid axis={axis} />
            <ul aria-label="Tasks as bars" onKeyDown={planKeys(page, order)}>
              {axis.bars.map((bar) => (
                <li key={bar.task.id} data-task={bar.task.id}>
                  <TaskBar
                    bar={bar}
                    count={axis.count}
                    today={plan.today}
                    page={page}
                    tabbed={bar.task.id === tabbed}
                  />
                </li>
              ))}
            </ul>
          </div>
        </div>
      </div>
      <figcaption id={id} className={styles['caption']}>
        Tasks over working days. Bars in colour are the chain that says when the plan ends; lines
        lead to what waits, dots show the slack
        {axis.bars.some(({ base }) => base !== null)
          ? ', and thin bars under them where the baseline had it'
          : ''}
        .
      </figcaption>
    </figure>
  );
}

function Heads({ axis }: { axis: Axis }) {
  const { weeks, today, releaseOn, count } = axis;
  return (
    <div className={styles['heads']} aria-hidden>
      {weeks.map(({ at, label }) => (
        <span key={at} className={styles['week']} style={placed(at, count)}>
          {label}
        </span>
      ))}
      {today !== null && (
        <span className={flagLook('today', today.at / count)} style={placed(today.at, count)}>
          Today
        </span>
      )}
      {releaseOn !== null && (
        <span
          className={`${styles['flag']} ${styles['start']}`}
          style={placed(releaseOn.at, count)}
        >
          Start {releaseOn.day}
        </span>
      )}
    </div>
  );
}

/** A flag stands over its line, unless it would leave the sheet there. */
function flagLook(mark: 'today' | 'start', share: number): string {
  const end = share > 0.85 ? styles['atEnd'] : '';
  return `${styles['flag']} ${styles[mark]} ${end}`;
}

/** Weeks, marks and the lines between bars, in the units of the axis; it stands behind the bars. */
function Grid({ axis }: { axis: Axis }) {
  const { count, bars, weeks, today, releaseOn } = axis;
  const rows = Math.max(1, bars.length);
  const vertical = (at: number) => `M${at} 0V${rows}`;
  return (
    <svg
      className={styles['grid']}
      viewBox={`0 0 ${count} ${rows}`}
      preserveAspectRatio="none"
      aria-hidden
    >
      {weeks.map(({ at }) => (
        <path key={at} className={styles['weekLine']} d={vertical(at)} />
      ))}
      {today !== null && <path className={styles['todayLine']} d={vertical(today.at)} />}
      {releaseOn !== null && <path className={styles['startLine']} d={vertical(releaseOn.at)} />}
      {linesOf(bars).map(({ key, d, critical }) => (
        <path key={key} className={critical ? styles['chainLine'] : styles['line']} d={d} />
      ))}
    </svg>
  );
}

function linesOf(bars: readonly Bar[]) {
  const places = new Map(bars.map((bar, row) => [bar.task.id, { bar, row }]));
  return bars.flatMap((bar, row) =>
    bar.task.predecessorIds.flatMap((id) => {
      const from = places.get(id);
      if (from === undefined) return [];
      const critical = bar.task.critical && from.bar.task.critical;
      return [{ key: `${id} ${bar.task.id}`, d: linePath(from, { bar, row }), critical }];
    }),
  );
}

function placed(at: number, count: number): CSSProperties {
  return { insetInlineStart: `${(at / count) * 100}%` };
}

/** A day is never so narrow that bars could not be told apart; beyond that the sheet scrolls. */
function sheetStyle({ count }: Axis): CSSProperties {
  return { minWidth: `calc(var(--titles) + var(--tail) + ${count * 7}px)` };
}
