import type { CSSProperties } from 'react';
import { Check, OctagonAlert } from 'lucide-react';
import { initials } from '../../../components/initials.ts';
import type { ReleasePage } from '../releases/index.ts';
import type { Bar } from './bar-axis.ts';
import { barInWords } from './task-words.ts';
import styles from './bars.module.css';

type TaskBarProps = {
  bar: Bar;
  /** Working days of the axis. */
  count: number;
  today: string;
  page: ReleasePage;
  /** Whether Tab comes to it. */
  tabbed: boolean;
};

/** One row of the bars: the title, and the task over its days. Enter opens it. */
export function TaskBar({ bar, count, today, page, tabbed }: TaskBarProps) {
  const { task } = bar;
  const owner = task.ownerId === null ? null : page.names.person(task.ownerId);
  const isDone = task.doneOn !== null;
  const selected = page.selected === task.id;
  const look = [
    task.kind === 'milestone' ? styles['milestone'] : styles['bar'],
    task.critical && styles['critical'],
    isDone && styles['isDone'],
    task.late && styles['late'],
  ];
  const words = barInWords(task, owner, today);
  return (
    <button
      type="button"
      data-opens
      className={`${styles['row']} ${selected ? styles['selected'] : ''}`}
      tabIndex={tabbed ? 0 : -1}
      aria-label={words}
      aria-current={selected ? 'true' : undefined}
      title={words}
      onClick={() => page.select(task.id)}
    >
      <span className={`${styles['name']} ${isDone ? styles['quiet'] : ''}`}>
        <bdi>{task.title}</bdi>
      </span>
      <span className={styles['track']}>
        {bar.base !== null && (
          <span className={styles['base']} style={spanStyle(bar.base, count)} />
        )}
        {bar.slackTo !== null && (
          <span
            className={styles['slack']}
            style={spanStyle({ left: bar.right, right: bar.slackTo }, count)}
          />
        )}
        <span className={look.filter(Boolean).join(' ')} style={barStyle(bar, count)} />
        <span className={styles['tail']} style={tailStyle(bar, count)}>
          {isDone && <Check size={14} className={styles['check']} />}
          {task.late && (
            <span className={styles['lateWord']}>
              <OctagonAlert size={14} /> Late
            </span>
          )}
          {owner !== null && <span className={styles['initials']}>{initials(owner)}</span>}
        </span>
      </span>
    </button>
  );
}

function barStyle({ left, right }: Bar, count: number): CSSProperties {
  return {
    insetInlineStart: `${(left / count) * 100}%`,
    width: left === right ? undefined : `${((right - left) / count) * 100}%`,
  };
}

function spanStyle({ left, right }: { left: number; right: number }, count: number): CSSProperties {
  return {
    insetInlineStart: `${(left / count) * 100}%`,
    width: `${(Math.max(0.2, right - left) / count) * 100}%`,
  };
}

function tailStyle({ right }: Bar, count: number): CSSProperties {
  return { insetInlineStart: `${(right / count) * 100}%` };
}
