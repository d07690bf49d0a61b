import type { MovedRelease, MovePlan } from '#shared/model/planning/moves.ts';
import { dateIn, formatDate } from '#shared/rules/planning/zoned-time.ts';
import { Change } from '../../../components/Change.tsx';
import { Tag } from '../../../components/Chip.tsx';
import { Status } from '../../../components/Status.tsx';
import { rangeText, whenText, zoneText } from '../../../components/when-text.ts';
import { phaseNames } from '#shared/rules/planning/life.ts';
import type { ReleasePage } from '../releases/index.ts';
import { causeWords, findingLooks, sumInWords } from './move-words.ts';
import styles from './moves.module.css';

/** Each release that moves with its dates from old to new, and those that stay with the reason. */
export function MovePreview({ plan, page }: { plan: MovePlan; page: ReleasePage }) {
  if (plan.refused !== null) {
    return (
      <p className={styles['refused']} dir="auto">
        {plan.refused}
      </p>
    );
  }
  return (
    <>
      <p className={styles['sum']}>{sumInWords(plan)}</p>
      <ul className={styles['releases']} aria-label="Releases that move" tabIndex={0}>
        {plan.moved.map((moved) => (
          <li key={moved.id}>
            <Moved moved={moved} page={page} />
          </li>
        ))}
        {plan.stays.map(({ id, name, number, why }) => (
          <li key={id}>
            <p className={styles['head']}>
              <bdi className={styles['name']}>{name}</bdi>
              <code>R-{number}</code>
              <Tag>stays</Tag>
            </p>
            <p className={styles['why']} dir="auto">
              {why}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

function Moved({ moved, page }: { moved: MovedRelease; page: ReleasePage }) {
  const { name, number, cause, why, fromAt, toAt, zone, decisions, findings } = moved;
  const today = dateIn(page.now, page.zone);
  const day = (date: string) => formatDate(date, today);
  return (
    <>
      <p className={styles['head']}>
        <bdi className={styles['name']}>{name}</bdi>
        <code>R-{number}</code>
        {cause !== 'chosen' && <Tag>{causeWords[cause]}</Tag>}
        {fromAt !== null && toAt !== null && (
          <span className={styles['start']}>
            <Change from={whenText(fromAt, zone, page.now)} to={whenText(toAt, zone, page.now)} />{' '}
            {zoneText(zone)}
          </span>
        )}
      </p>
      {cause !== 'chosen' && (
        <p className={styles['why']} dir="auto">
          {why}
        </p>
      )}
      {findings.map(({ severity, sentence }) => (
        <p key={sentence} className={styles['finding']}>
          <Status kind={findingLooks[severity].kind} label={findingLooks[severity].word} />
          <span dir="auto">{sentence}</span>
        </p>
      ))}
      {moved.bookings.flatMap(({ id, place, clashes }) =>
        clashes.map((sentence) => (
          <p key={`${id} ${sentence}`} className={styles['finding']}>
            <Status kind="waiting" label="Booking clashes" />
            <span dir="auto">
              <bdi>{place}</bdi>: {sentence}
            </span>
          </p>
        )),
      )}
      {moved.kept.map(({ id, title, on, wouldBe }) => (
        <p key={id} className={styles['finding']}>
          <Status kind="not-applicable" label="Stays" />
          <span>
            <bdi>{title}</bdi> was edited by hand and stays{' '}
            {on === null ? 'without a date' : `on ${day(on)}`}; the train would have it on{' '}
            {day(wouldBe)}.
          </span>
        </p>
      ))}
      {decisions.map(({ gateId, gate, personId }) => (
        <p key={`${gateId} ${personId}`} className={styles['finding']}>
          <Status kind="out-of-date" label="Out of date" />
          <span>
            the approval of <bdi>{page.names.person(personId)}</bdi> at <bdi>{gate}</bdi>
          </span>
        </p>
      ))}
      <Dates moved={moved} page={page} />
    </>
  );
}

/** The start leads; what else carries a date stands under it, a line each. */
function Dates({ moved, page }: { moved: MovedRelease; page: ReleasePage }) {
  const today = dateIn(page.now, page.zone);
  const day = (date: string) => formatDate(date, today);
  const deployments = moved.deployments.length > 1 ? moved.deployments : [];
  const lines = [
    ...deployments.map(({ id, place, from, to, zone }) => ({
      ...{ key: id, what: `Deployment to ${place}` },
      ...{ from: whenText(from, zone, page.now), to: whenText(to, zone, page.now) },
    })),
    ...moved.tasks.map(({ id, kind, title, from, to }) => ({
      ...{ key: id, what: kind === 'milestone' ? `${title} (milestone)` : title },
      ...{ from: day(from), to: day(to) },
    })),
    ...moved.bookings.map(({ id, purpose, place, zone, from, to }) => ({
      ...{ key: id, what: `${place} booked: ${purpose}` },
      from: rangeText(from.startAt, from.endAt, zone, page.now),
      to: rangeText(to.startAt, to.endAt, zone, page.now),
    })),
    ...moved.commitments.map(({ id, who, days, from, to }) => ({
      ...{ key: id, what: `${who}, ${days} d in the week of` },
      ...{ from: day(from), to: day(to) },
    })),
    ...moved.phases.map(({ phase, from, to }) => ({
      ...{ key: phase, what: `${phaseNames[phase]} begins` },
      ...{ from: day(from), to: day(to) },
    })),
  ];
  if (lines.length === 0) return null;
  return (
    <dl className={styles['dates']}>
      {lines.map(({ key, what, from, to }) => (
        <div key={key}>
          <dt title={what}>
            <bdi>{what}</bdi>
          </dt>
          <dd>
            <Change from={from} to={to} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
