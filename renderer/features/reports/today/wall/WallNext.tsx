import { HashText } from '../../../../components/HashText.tsx';
import { ReadinessRing } from '../../../../components/ReadinessRing.tsx';
import { Status } from '../../../../components/Status.tsx';
import { relativeText, whenText, zoneText } from '../../../../components/when-text.ts';
import { standingOf } from '../../../planning/releases/index.ts';
import type { Wall, WallProps } from './wall-view.ts';
import styles from './wall.module.css';

/** The next releases, the first thing in the way of each in large letters. */
export function WallNext({ wall, view }: WallProps) {
  return (
    <section className={styles['part']} aria-label="Next releases">
      <h2>Next</h2>
      {wall.next.length === 0 ? (
        <p className={styles['quiet']}>No release has a planned start.</p>
      ) : (
        <ol className={styles['next']}>
          {wall.next.map((release) => (
            <NextRow key={release.id} release={release} view={view} />
          ))}
        </ol>
      )}
    </section>
  );
}

function NextRow({
  release,
  view: { names, zone, now },
}: {
  release: Wall['next'][number];
  view: WallProps['view'];
}) {
  const { name, startAt, readiness, onHold } = release;
  const { kind, word, note } = standingOf(release);
  const own = release.zone ?? zone;
  const places = release.environmentIds.map((id) => names.environment(id)).join(', ');
  return (
    <li className={styles['row']}>
      {readiness === null ? (
        <span />
      ) : (
        <ReadinessRing
          passed={readiness.passed}
          of={readiness.total}
          tone={readiness.worst}
          size={64}
        />
      )}
      <div className={styles['what']}>
        <bdi className={styles['name']}>{name}</bdi>
        <p className={styles['standing']}>
          <Status kind={onHold ? 'waiting' : kind} variant="icon" size={20} />
          <span>
            {onHold ? 'On hold. ' : ''}
            {word}
            {note === '' ? '' : ': '}
            <HashText text={note} />
          </span>
        </p>
      </div>
      <div className={styles['when']}>
        {startAt !== null && (
          <>
            <strong>{relativeText(startAt, now)}</strong>
            <span>
              {whenText(startAt, own, now)}
              {own === zone ? '' : ` ${zoneText(own)}`}
            </span>
            <bdi className={styles['quiet']}>{places}</bdi>
          </>
        )}
      </div>
    </li>
  );
}
