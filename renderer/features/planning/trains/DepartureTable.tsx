import { TriangleAlert } from 'lucide-react';
import type { DepartureView, TrainView } from '#shared/model/planning/train-views.ts';
import { trainMarks } from '#shared/model/planning/trains.ts';
import type { TrainMark } from '#shared/model/planning/trains.ts';
import { phaseNames } from '#shared/rules/planning/life.ts';
import { markWords } from '#shared/rules/planning/trains/train-dates.ts';
import { RowMenu } from '../../../components/RowMenu.tsx';
import type { RowAction } from '../../../components/RowMenu.tsx';
import { When } from '../../../components/When.tsx';
import { dateText } from '../../../components/when-text.ts';
import { releaseHref } from '../releases/index.ts';
import styles from './trains.module.css';

type DepartureTableProps = {
  train: TrainView;
  now: string;
  onLeaveOut: (departure: DepartureView) => void;
  onShift: (departure: DepartureView) => void;
  onPassOn: (releaseId: string) => void;
};

/** The next departures of a train, a row each: its dates, its release, what can be done with it. */
export function DepartureTable({ train, now, ...on }: DepartureTableProps) {
  const marks = trainMarks.filter((mark) => train.offsets[mark] !== null);
  if (train.departures.length === 0) {
    return (
      <p className={styles['none']}>
        It departs no more: its cadence has ended. Edit the train to let it go on.
      </p>
    );
  }
  return (
    <div
      className={styles['scroll']}
      tabIndex={0}
      role="region"
      aria-label={`${train.name}, departures`}
    >
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">Departs</th>
            {marks.map((mark) => (
              <th key={mark} scope="col">
                {markWords[mark]}
              </th>
            ))}
            <th scope="col">Release</th>
            <th scope="col">
              <span className="visually-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {train.departures.map((departure) => (
            <tr key={departure.on} className={departure.skipped ? styles['skipped'] : undefined}>
              <th scope="row">
                <When
                  at={departure.release?.startAt ?? departure.startAt}
                  zone={train.zone}
                  now={now}
                />
                {!departure.working && (
                  <span className={styles['off']}>
                    <TriangleAlert size={14} aria-hidden /> <bdi>{departure.why}</bdi>
                  </span>
                )}
                {shiftedFrom(departure) && (
                  <span className={styles['under']}>shifted from {departure.on}</span>
                )}
              </th>
              {marks.map((mark) => (
                <td key={mark}>
                  <MarkCell departure={departure} mark={mark} now={now} />
                </td>
              ))}
              <td>
                <ReleaseCell departure={departure} />
              </td>
              <td className={styles['actions']}>
                <RowMenu
                  name={`${train.name} ${departure.on}`}
                  actions={actionsOf(departure, on)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function shiftedFrom({ release, startAt }: DepartureView): boolean {
  return release !== null && release.startAt !== null && release.startAt !== startAt;
}

type MarkCellProps = { departure: DepartureView; mark: TrainMark; now: string };

function MarkCell({ departure: { release, dates }, mark, now }: MarkCellProps) {
  const own = release?.dates.find((each) => each.mark === mark);
  const on = release === null ? dates.find((each) => each.mark === mark)?.on : own?.on;
  if (on === undefined || on === null) return <span className={styles['quiet']}>none</span>;
  return (
    <>
      <time dateTime={on}>{dateText(on, Number(now.slice(0, 4)))}</time>
      {own?.byHand === true && <span className={styles['under']}>by hand</span>}
    </>
  );
}

function ReleaseCell({ departure: { release, skipped } }: { departure: DepartureView }) {
  if (release === null) {
    return <span className={styles['quiet']}>{skipped ? 'left out' : 'not made yet'}</span>;
  }
  const facts = [
    phaseNames[release.phase],
    release.open === 0 ? 'nothing open' : `${release.open} open`,
    ...(release.late === 0 ? [] : [`${release.late} late`]),
  ];
  return (
    <>
      <a href={releaseHref(release.id, 'overview')}>
        <bdi>{release.name}</bdi>
      </a>
      <span className={styles['under']}>{facts.join(' · ')}</span>
    </>
  );
}

function actionsOf(
  departure: DepartureView,
  on: Pick<DepartureTableProps, 'onLeaveOut' | 'onShift' | 'onPassOn'>,
): RowAction[] {
  const { release, skipped } = departure;
  if (release === null) {
    const label = skipped ? 'Take it up again' : 'Leave this departure out';
    return [{ label, run: () => on.onLeaveOut(departure) }];
  }
  return [
    { label: 'Shift it…', run: () => on.onShift(departure) },
    { label: 'Let open scope go with the next train', run: () => on.onPassOn(release.id) },
  ];
}
