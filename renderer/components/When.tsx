import Tooltip from '@mui/material/Tooltip';
import styles from './When.module.css';
import { rangeText, relativeText, utcText, whenText, zoneText } from './when-text.ts';

type Common = {
  /** IANA zone the time is told in. */
  zone: string;
  /** ISO instant that counts as the present. */
  now: string;
  /** Tells "in 2 d 7 h" beside the time. */
  relative?: boolean;
  /** Tells the place of the zone after the time. */
  showZone?: boolean;
  strong?: boolean;
  /** False in long lists, where the row holds the focus and a stop for each date would be in the way. */
  focusable?: boolean;
};

/** An instant in local time, with UTC and the zone on hover and focus. */
export function When({ at, ...common }: Common & { at: string }) {
  const { zone, now } = common;
  return (
    <Moment
      {...common}
      starts={at}
      text={whenText(at, zone, now)}
      inUtc={`${utcText(at, now)} · ${zone}`}
    />
  );
}

/** A span of time; one date when both ends share it. */
export function WhenRange({ from, to, ...common }: Common & { from: string; to: string }) {
  const { zone, now } = common;
  return (
    <Moment
      {...common}
      isRange
      starts={from}
      text={rangeText(from, to, zone, now)}
      inUtc={`${rangeText(from, to, 'UTC', now)} UTC · ${zone}`}
    />
  );
}

type MomentProps = Common & { starts: string; text: string; inUtc: string; isRange?: boolean };

function Moment({ starts, text, inUtc, isRange = false, ...common }: MomentProps) {
  const { zone, now, relative = false, showZone = false, strong = false } = common;
  const beside = [showZone ? zoneText(zone) : '', relative ? relativeText(starts, now) : ''];
  const besideText = beside.filter((part) => part !== '').join(' · ');
  const look = `${styles['when']} ${isRange ? styles['range'] : ''}`;
  const words = (
    <>
      <span className={strong ? styles['strong'] : undefined}>{text}</span>
      {besideText !== '' && <span className={styles['beside']}> {besideText}</span>}
    </>
  );
  // In a list of thousands the browser's own tooltip does: ours costs more than all else in a row.
  if (common.focusable === false) {
    return (
      <time dateTime={starts} title={inUtc} className={look}>
        {words}
      </time>
    );
  }
  return (
    <Tooltip title={inUtc} describeChild>
      <time dateTime={starts} tabIndex={0} className={look}>
        {words}
      </time>
    </Tooltip>
  );
}
