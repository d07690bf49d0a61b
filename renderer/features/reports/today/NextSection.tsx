import { Empty } from '../../../components/Empty.tsx';
import { HashText } from '../../../components/HashText.tsx';
import { ReadinessRing } from '../../../components/ReadinessRing.tsx';
import { Section } from '../../../components/Section.tsx';
import { Status } from '../../../components/Status.tsx';
import { When } from '../../../components/When.tsx';
import { zoneText } from '../../../components/when-text.ts';
import { releaseHref, standingOf } from '../../planning/releases/index.ts';
import type { Today, TodayView } from './view.ts';
import styles from './today.module.css';

/** The next releases, each with the first thing that stands in its way. */
export function NextSection({ view }: { view: TodayView }) {
  const { today, zone } = view;
  return (
    <Section title="Next releases" note={`by start, ${zoneText(zone)} time`}>
      {today.next.length === 0 ? (
        <Empty small text="No release has a planned start. Plan a deployment and it shows here." />
      ) : (
        <ul className={styles['cards']} aria-label="Next releases">
          {today.next.map((release) => (
            <NextCard key={release.id} release={release} view={view} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function NextCard({ release, view }: { release: Today['next'][number]; view: TodayView }) {
  const { names, now, zone } = view;
  const { readiness, startAt } = release;
  const { kind, word, note } = standingOf(release);
  const places = release.environmentIds.map((id) => names.environment(id)).join(', ');
  return (
    <li className={styles['card']}>
      <div className={styles['cardHead']}>
        <div className={styles['cardName']}>
          <a href={releaseHref(release.id, 'overview')} title={release.name}>
            <bdi>{release.name}</bdi>
          </a>
          <span className={styles['quiet']}>
            {release.type} · {release.risk.band} risk
          </span>
        </div>
        {readiness !== null && (
          <ReadinessRing passed={readiness.passed} of={readiness.total} tone={readiness.worst} />
        )}
      </div>
      {startAt !== null && (
        <When
          at={startAt}
          zone={release.zone ?? zone}
          now={now}
          strong
          relative
          showZone={release.zone !== zone}
        />
      )}
      <p className={styles['standing']}>
        <Status kind={release.onHold ? 'waiting' : kind} variant="icon" />
        <span>
          {release.onHold ? 'On hold. ' : ''}
          {word}
          {note === '' ? '' : ': '}
          <HashText text={note} />
        </span>
      </p>
      <span className={styles['quiet']}>
        <bdi>{places}</bdi>
      </span>
    </li>
  );
}
