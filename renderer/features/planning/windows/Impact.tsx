import type { CallError } from '#shared/contract/procedure.ts';
import type { WindowImpact } from '#shared/model/planning/window-views.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { SkeletonText } from '../../../components/Skeleton.tsx';
import { Status } from '../../../components/Status.tsx';
import { whenText, zoneText } from '../../../components/when-text.ts';
import { releaseHref } from '../releases/index.ts';
import { Tell } from './Tell.tsx';
import styles from './windows.module.css';

type ImpactProps = {
  impact: WindowImpact | undefined;
  error: CallError | null;
  onRetry: () => void;
  now: string;
  /** It is a saved one as it is being changed: what it did not hit before is marked. */
  compares?: boolean;
};

type Hit = {
  key: string;
  name: string;
  href: string | null;
  place: string;
  startAt: string;
  endAt: string;
  zone: string;
  how: 'overlaps' | 'outside';
  already: boolean;
  overlap: WindowImpact['releases'][number]['overlap'];
};

/** What a window hits of what is planned, and whom to tell. */
export function Impact({ impact, error, onRetry, now, compares = false }: ImpactProps) {
  if (impact === undefined) {
    if (error === null) return <SkeletonText lines={3} what="what it hits" />;
    return <ErrorPanel what="What it hits is not known" why={error.message} onRetry={onRetry} />;
  }
  const groups = groupsOf(impact);
  const count = groups.reduce((sum, { hits }) => sum + hits.length, impact.more);
  return (
    <div className={styles['impact']}>
      {impact.notes.map((note) => (
        <p key={note} className={styles['caution']}>
          <Status kind="waiting" variant="icon" label="Note" size={14} /> {note}
        </p>
      ))}
      {count === 0 && (
        <p className={styles['clear']}>
          <Status kind="passed" variant="icon" label="Clear" size={14} /> Nothing that is planned.
        </p>
      )}
      {groups.map(({ title, hits }) => (
        <section key={title} aria-label={title}>
          <h4 className={styles['group']}>
            {title} <span>{hits.length}</span>
          </h4>
          <ul className={styles['hits']}>
            {hits.slice(0, shown).map((hit) => (
              <HitRow key={hit.key} hit={hit} isNew={compares && !hit.already} now={now} />
            ))}
          </ul>
          {hits.length > shown && <p className={styles['quiet']}>and {hits.length - shown} more</p>}
        </section>
      ))}
      {impact.more > 0 && <p className={styles['quiet']}>and {impact.more} more of these</p>}
      {impact.tell.length > 0 && <Tell people={impact.tell} />}
    </div>
  );
}

/** Beside a form as many as can be looked over; the number says the rest. */
const shown = 30;

function groupsOf({ releases, bookings, trains }: WindowImpact): { title: string; hits: Hit[] }[] {
  return [
    {
      title: 'Planned deployments',
      hits: releases.map((each) => ({
        ...each,
        key: each.deploymentId,
        href: releaseHref(each.releaseId, 'overview'),
      })),
    },
    {
      title: 'Bookings',
      hits: bookings.map((each) => ({
        ...each,
        key: each.bookingId,
        name: each.purpose,
        href: null,
      })),
    },
    {
      title: 'Departures of trains',
      hits: trains.map((each) => ({
        ...each,
        key: `${each.trainId} ${each.startAt}`,
        href: null,
      })),
    },
  ].filter(({ hits }) => hits.length > 0);
}

function HitRow({ hit, isNew, now }: { hit: Hit; isNew: boolean; now: string }) {
  const { name, href, place, startAt, endAt, zone, how, overlap } = hit;
  const isWhole = overlap.startsAt === startAt && overlap.endsAt === endAt;
  return (
    <li>
      <span className={styles['hitHead']}>
        {href === null ? (
          <bdi title={name}>{name}</bdi>
        ) : (
          <a href={href} title={name}>
            <bdi>{name}</bdi>
          </a>
        )}
        {isNew && <span className={styles['mark']}>new</span>}
      </span>
      {isWhole ? (
        <span className={styles['where']}>
          <bdi>{place}</bdi> · {overlap.local}
        </span>
      ) : (
        <>
          <span className={styles['where']}>
            <bdi>{place}</bdi> · starts {whenText(startAt, zone, now)} {zoneText(zone)}
          </span>
          <span className={styles['where']}>in the window {overlap.local}</span>
        </>
      )}
      <span className={styles['utc']}>{overlap.utc}</span>
      {how === 'outside' && (
        <span className={styles['clock']}>Outside of every deployment window that is about it</span>
      )}
    </li>
  );
}
