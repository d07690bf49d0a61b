import type { PathPlace, StepStanding } from '#shared/model/delivery/paths.ts';
import { Status } from '../../../components/Status.tsx';
import { When } from '../../../components/When.tsx';
import { placeWords, stepLook } from './path-words.ts';
import styles from './paths.module.css';

type StepProps = {
  standing: StepStanding;
  word: string;
  why: string;
  /** Something long that says more, cut to its cell: a digest. */
  detail?: string | null;
};

/** One step of a path: where it stands, and why in a sentence below. */
export function Step({ standing, word, why, detail = null }: StepProps) {
  return (
    <div className={styles['step']}>
      <Status kind={stepLook[standing]} variant="plain" label={word} />
      <span className={styles['why']}>
        <bdi>{why}</bdi>
      </span>
      {detail !== null && (
        <bdi className={styles['detail']} title={detail} dir="ltr">
          {detail}
        </bdi>
      )}
    </div>
  );
}

type PlaceStepProps = { place: PathPlace; zone: string; now: string };

/** An environment of the path, with when, and which connection told it. */
export function PlaceStep({ place, zone, now }: PlaceStepProps) {
  const { standing, why, at, imported } = place;
  return (
    <div className={styles['step']}>
      <Status kind={stepLook[standing]} variant="plain" label={placeWords[standing]} />
      {at !== null && (
        <span className={styles['why']}>
          <When at={at} zone={zone} now={now} />
        </span>
      )}
      <span className={styles['why']}>
        <bdi>{imported === null ? why : `${why} ${imported.connection} told it.`}</bdi>
      </span>
    </div>
  );
}
