import type { CSSProperties } from 'react';
import type { CriticalPath, PathStep } from '#shared/model/planning/critical-path.ts';
import { dateText } from '../../../components/when-text.ts';
import { dateIn } from '#shared/rules/planning/zoned-time.ts';
import type { ReleasePage } from '../releases/index.ts';
import { slackOfStep } from './path-words.ts';
import styles from './path.module.css';

const dayMs = 86_400_000;
/** A picture of more rows says less than the list under it. */
const mostRows = 12;

/** When each ends on the way to the start: what drives in colour, the slack as a thin line behind. */
export function PathPicture({ path, page }: { path: CriticalPath; page: ReleasePage }) {
  const { startAt, steps } = path;
  if (startAt === null) return null;
  const shown = steps.slice(0, mostRows).toSorted((a, b) => (a.readyAt < b.readyAt ? -1 : 1));
  const begins = shown.map(({ startAt: at, readyAt }) => Date.parse(at ?? readyAt));
  const ends = [startAt, ...shown.map(({ readyAt }) => readyAt)].map((at) => Date.parse(at));
  const from = Math.min(...begins) - dayMs;
  const to = Math.max(...ends) + dayMs;
  const share = (at: number) => ((at - from) / (to - from)) * 100;
  const startMs = Date.parse(startAt);
  const year = Number(page.now.slice(0, 4));
  const day = (at: number) => dateText(dateIn(new Date(at).toISOString(), page.zone), year);
  return (
    <figure className={styles['picture']} aria-label="The way to the start over time">
      <div className={styles['heads']} aria-hidden>
        <span>{day(from + dayMs)}</span>
        <span className={styles['flag']} style={flagStyle(share(startMs))}>
          Start {day(startMs)}
        </span>
      </div>
      <ul>
        {shown.map((step) => (
          <li key={step.key} className={styles['row']}>
            <span className={styles['name']} title={step.name}>
              <bdi>{step.name}</bdi>
            </span>
            <span
              className={styles['track']}
              role="img"
              aria-label={`${step.name}: ready ${day(Date.parse(step.readyAt))}, ${slackOfStep(step)}`}
            >
              <span className={styles['startLine']} style={at(share(startMs))} />
              {step.slackDays > 0 && (
                <span
                  className={styles['slackLine']}
                  style={between(share(Date.parse(step.readyAt)), share(slackEnd(step, startMs)))}
                />
              )}
              <span
                className={lookOf(step)}
                style={between(
                  share(Date.parse(step.startAt ?? step.readyAt)),
                  share(Date.parse(step.readyAt)),
                )}
              />
            </span>
          </li>
        ))}
      </ul>
    </figure>
  );
}

/** Working days drawn as days of the week, never beyond the start that limits them. */
function slackEnd({ readyAt, slackDays }: PathStep, startMs: number): number {
  const ready = Date.parse(readyAt);
  return Math.max(ready, Math.min(startMs, ready + (slackDays * 7 * dayMs) / 5));
}

function lookOf({ drives, slackDays, releaseId }: PathStep): string {
  const look = [
    releaseId === null ? styles['point'] : styles['bar'],
    drives && styles['drives'],
    slackDays < 0 && styles['late'],
  ];
  return look.filter(Boolean).join(' ');
}

function at(left: number): CSSProperties {
  return { insetInlineStart: `${left}%` };
}

function flagStyle(left: number): CSSProperties {
  return { insetInlineStart: `${left}%`, translate: left > 80 ? '-100% 0' : '-50% 0' };
}

function between(left: number, right: number): CSSProperties {
  return { insetInlineStart: `${left}%`, width: `${Math.max(0, right - left)}%` };
}
