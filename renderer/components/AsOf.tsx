import Tooltip from '@mui/material/Tooltip';
import { CircleDashed } from 'lucide-react';
import styles from './AsOf.module.css';
import { ageOf, ageText, utcText, whenText } from './when-text.ts';

type AsOfProps = {
  /** ISO instant the fact was taken at; null where it never was. */
  at: string | null;
  zone: string;
  now: string;
  /** Minutes after which the fact is out of date; none: it only ages. */
  limit?: number;
  /** Where it comes from, told on hover: "GitHub Actions, run 4711". */
  source?: string;
};

const minute = 60_000;

/** How old an imported fact is; past its limit it says so in its own colour, with the date. */
export function AsOf({ at, zone, now, limit, source }: AsOfProps) {
  if (at === null) return <span className={styles['age']}>never read</span>;
  const age = ageOf(at, now);
  const isOld = limit !== undefined && age > limit * minute;
  const from = source === undefined ? '' : `${source} · `;
  return (
    <Tooltip title={`${from}${whenText(at, zone, now)} · ${utcText(at, now)}`} describeChild>
      <time dateTime={at} className={`${styles['age']} ${isOld ? styles['old'] : ''}`}>
        {isOld && <CircleDashed size={14} aria-hidden />}
        {isOld ? `out of date, ${whenText(at, zone, now)}` : `${ageText(age)} ago`}
      </time>
    </Tooltip>
  );
}
