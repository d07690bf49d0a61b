import { whenText, zoneText } from '../../../components/when-text.ts';
import styles from './CalendarScreen.module.css';

type PrintHeadProps = {
  workspace: string;
  title: string;
  /** What narrows the calendar, in words; empty where nothing does. */
  filter: string;
  zone: string;
  now: string;
};

/** What paper says that the screen says with its controls: which calendar, how narrowed, as of when. */
export function PrintHead({ workspace, title, filter, zone, now }: PrintHeadProps) {
  return (
    <div className={styles['printHead']} aria-hidden>
      <span className={styles['printTitle']}>{title}</span>
      <bdi>{workspace}</bdi>
      <span className={styles['printFilter']}>
        <bdi>{filter === '' ? 'Everything planned' : filter}</bdi>
      </span>
      <span>
        As of {whenText(now, zone, '1970-01-01T00:00:00.000Z')} {zoneText(zone)}
      </span>
    </div>
  );
}
