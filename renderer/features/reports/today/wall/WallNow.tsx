import { Status } from '../../../../components/Status.tsx';
import { relativeText, timeText } from '../../../../components/when-text.ts';
import type { WallProps } from './wall-view.ts';
import styles from './wall.module.css';

/** Deployments under way, with how much of their time has gone, and incidents that are open. */
export function WallNow({ wall: { deployments, incidents }, view: { now } }: WallProps) {
  return (
    <section className={styles['part']} aria-label="Now">
      <h2>Now</h2>
      {deployments.length === 0 && incidents.length === 0 && (
        <p className={styles['quiet']}>No deployment is under way, and no incident is open.</p>
      )}
      <ul className={styles['now']}>
        {incidents.map((each) => (
          <li key={each.id} className={styles['incident']}>
            <Status kind="failed" variant="icon" size={22} />
            <div>
              <bdi className={styles['title']}>{each.title}</bdi>
              <p>
                {each.severity} · <bdi>{each.release}</bdi> · open since{' '}
                {relativeText(each.detectedAt, now).replace(' ago', '')}
              </p>
            </div>
          </li>
        ))}
        {deployments.map((each) => {
          const isOver = each.endAt < now;
          return (
            <li key={each.id}>
              <Status kind={isOver ? 'waiting' : 'running'} variant="icon" size={22} />
              <div>
                <bdi className={styles['title']}>{each.release}</bdi>
                <p>
                  <bdi>{each.environment}</bdi> · since {timeText(each.startedAt, each.zone)} ·{' '}
                  {isOver ? 'should have been over' : 'over'} {relativeText(each.endAt, now)}
                </p>
                <progress
                  max={1}
                  value={shareGone(each.startedAt, each.endAt, now)}
                  aria-label="Planned time that has gone"
                />
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function shareGone(from: string, to: string, now: string): number {
  const whole = Date.parse(to) - Date.parse(from);
  return whole <= 0 ? 1 : Math.min(1, (Date.parse(now) - Date.parse(from)) / whole);
}
