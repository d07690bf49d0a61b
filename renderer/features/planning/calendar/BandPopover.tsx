import Popover from '@mui/material/Popover';
import { useRouter } from '@tanstack/react-router';
import type { Band } from '#shared/model/planning/windows.ts';
import { bandStyle, bandWords } from '../../../app/theme/bands.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { rangeText, zoneText } from '../../../components/when-text.ts';
import { useNames } from '../releases/index.ts';
import { capital, scopeText, utcRange } from './band-words.ts';
import styles from './Popovers.module.css';

type BandPopoverProps = {
  band: Band;
  anchor: HTMLElement;
  zone: string;
  now: string;
  onClose: () => void;
};

/** What a band is: kind, what it is about, when here and in UTC, when next, and who may lift it. */
export function BandPopover({ band, anchor, zone, now, onClose }: BandPopoverProps) {
  const { kind, name, startsAt, endsAt } = band;
  return (
    <Popover
      open
      anchorEl={anchor}
      onClose={onClose}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
      slotProps={{
        paper: { role: 'dialog', 'aria-label': `${capital(bandWords[kind])}: ${name}` },
      }}
    >
      <div className={styles['facts']}>
        <h3 className={styles['title']}>
          <bdi>{name}</bdi>
        </h3>
        <p className={styles['kind']}>
          <span className={styles['swatch']} style={bandStyle(kind)} aria-hidden />
          {capital(bandWords[kind])}
        </p>
        <dl className={styles['list']}>
          <dt>{zoneText(zone)}</dt>
          <dd>{rangeText(startsAt, endsAt, zone, now)}</dd>
          {band.zone !== zone && (
            <>
              <dt>{zoneText(band.zone)}</dt>
              <dd>{rangeText(startsAt, endsAt, band.zone, now)} (its own zone)</dd>
            </>
          )}
          <dt>UTC</dt>
          <dd>{utcRange(startsAt, endsAt, now)}</dd>
          <More band={band} zone={zone} now={now} />
        </dl>
        <WindowsLink />
      </div>
    </Popover>
  );
}

function More({ band, zone, now }: Pick<BandPopoverProps, 'band' | 'zone' | 'now'>) {
  const { names } = useNames();
  const next = useProcedure('calendar.nextOccurrences', {
    windowId: band.windowId,
    after: band.endsAt,
  });
  return (
    <>
      <dt>About</dt>
      <dd>
        <bdi>{scopeText(band, names)}</bdi>
      </dd>
      {band.kind === 'hard-freeze' && (
        <>
          <dt>Exception</dt>
          <dd>
            {band.authorityId === null ? (
              'Nobody may grant an emergency exception.'
            ) : (
              <>
                <bdi>{names.person(band.authorityId)}</bdi> may grant an emergency exception.
              </>
            )}
          </dd>
        </>
      )}
      {band.kind === 'soft-freeze' && (
        <>
          <dt>Exception</dt>
          <dd>A second person may grant one.</dd>
        </>
      )}
      <dt>Next</dt>
      <dd>{next.data === undefined ? '…' : <Next found={next.data} zone={zone} now={now} />}</dd>
    </>
  );
}

type NextProps = {
  found: readonly { startsAt: string; endsAt: string }[];
  zone: string;
  now: string;
};

function Next({ found, zone, now }: NextProps) {
  if (found.length === 0) return 'It does not come again within two years.';
  return (
    <ol className={styles['next']}>
      {found.map(({ startsAt, endsAt }) => (
        <li key={startsAt} title={utcRange(startsAt, endsAt, now)}>
          {rangeText(startsAt, endsAt, zone, now)}
        </li>
      ))}
    </ol>
  );
}

/** Where windows are kept, once there is such a room. */
function WindowsLink() {
  const { routesByPath } = useRouter();
  if (!('/calendar/windows' in routesByPath)) return null;
  return <a href="#/calendar/windows">Windows</a>;
}
