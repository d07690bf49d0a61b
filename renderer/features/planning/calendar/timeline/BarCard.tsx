import type { CSSProperties } from 'react';
import { Kbd } from '../../../../components/Kbd.tsx';
import { Status } from '../../../../components/Status.tsx';
import { dayText, whenText } from '../../../../components/when-text.ts';
import type { useNames } from '../../releases/index.ts';
import { exceptionsOf } from '../entry-words.ts';
import { isoOf, localRange, utcRange } from './bar-words.ts';
import type { SeenBar } from './bars-in-sight.ts';
import styles from './card.module.css';

type BarCardProps = {
  id: string;
  seen: SeenBar;
  /** Of the bar, in the window. */
  box: { left: number; top: number; bottom: number };
  names: ReturnType<typeof useNames>['names'];
  zone: string;
  now: string;
};

const mostListed = 4;
const cardWidth = 360;

/** What a bar is about, beside it while it is pointed at or in focus. */
export function BarCard({ id, seen, box, names, zone, now }: BarCardProps) {
  const { bar, standing, inTheWay } = seen;
  const phase = bar.phase.replace('-', ' ');
  return (
    <div id={id} role="tooltip" className={styles['card']} style={placed(box)}>
      <div className={styles['title']}>
        <bdi className={styles['name']}>{bar.name}</bdi>
        <span className={styles['number']}>R-{bar.number}</span>
      </div>
      <div className={styles['standing']}>
        <Status kind={standing.standing} variant="plain" label={standing.word} />
        <span>
          {bar.type} · {bar.risk} risk · {phase}
        </span>
      </div>
      {bar.exceptions > 0 && (
        <Status kind="exception" variant="plain" label={exceptionsOf(bar.exceptions)} />
      )}
      {inTheWay !== '' && <bdi className={styles['way']}>{inTheWay}</bdi>}
      <dl className={styles['facts']}>
        <dt>Local</dt>
        <dd>{localRange(bar, zone, now)}</dd>
        <dt>UTC</dt>
        <dd>{utcRange(bar, now)}</dd>
        <dt>Owner</dt>
        <dd>
          <bdi>{names.person(bar.ownerId)}</bdi>
        </dd>
        <List
          title={bar.deployments.length === 1 ? 'Deployment' : 'Deployments'}
          rows={bar.deployments.map(({ id: key, environmentId, from, result }) => ({
            key,
            name: names.environment(environmentId),
            when: `${whenText(isoOf(from), zone, now)}${result === null ? '' : `, ${result.replace('-', ' ')}`}`,
          }))}
        />
        <List
          title={bar.milestones.length === 1 ? 'Milestone' : 'Milestones'}
          rows={bar.milestones.map(({ id: key, title, at, done }) => ({
            key,
            name: title,
            // Reached at the end of its day, which is the first instant of the next one.
            when: `${dayText(isoOf(at - 1), zone, now)}${done ? ', reached' : ''}`,
          }))}
        />
      </dl>
      <p className={styles['keys']}>
        <Kbd keys="Enter" /> opens <Kbd keys="M" /> or drag moves <Kbd keys="←" /> <Kbd keys="→" />{' '}
        <Kbd keys="↑" /> <Kbd keys="↓" /> walk
      </p>
    </div>
  );
}

type ListProps = { title: string; rows: { key: string; name: string; when: string }[] };

function List({ title, rows }: ListProps) {
  if (rows.length === 0) return null;
  const more = rows.length - mostListed;
  return (
    <>
      <dt>{title}</dt>
      <dd>
        {rows.slice(0, mostListed).map(({ key, name, when }) => (
          <div key={key} className={styles['row']}>
            <bdi className={styles['what']}>{name}</bdi>
            <span>{when}</span>
          </div>
        ))}
        {more > 0 && <div>and {more} more</div>}
      </dd>
    </>
  );
}

/** Under the bar, above it where the window ends; never over the bar itself. */
function placed({ left, top, bottom }: BarCardProps['box']): CSSProperties {
  const across = Math.max(8, Math.min(left, window.innerWidth - cardWidth - 8));
  return bottom > window.innerHeight * 0.55
    ? { left: across, bottom: window.innerHeight - top + 8, width: cardWidth }
    : { left: across, top: bottom + 8, width: cardWidth };
}
