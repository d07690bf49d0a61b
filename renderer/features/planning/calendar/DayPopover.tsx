import Popover from '@mui/material/Popover';
import type { Band } from '#shared/model/planning/windows.ts';
import { bandStyle, bandWords } from '../../../app/theme/bands.ts';
import { longDay, plainDayOf } from '../../../components/date-names.ts';
import { bandsOn } from './band-lanes.ts';
import { bandTitle } from './band-words.ts';
import type { PickBand } from './BandStrips.tsx';
import type { Day } from './calendar-days.ts';
import { EntryCard } from './EntryCard.tsx';
import type { ShownEntry } from './entry-words.ts';
import styles from './Popovers.module.css';

type DayPopoverProps = {
  day: Day;
  anchor: HTMLElement;
  entries: readonly ShownEntry[];
  bands: readonly Band[];
  zone: string;
  now: string;
  onBand: PickBand;
  onClose: () => void;
};

/** All of one day, where its cell could not hold it. */
export function DayPopover(props: DayPopoverProps) {
  const { day, anchor, entries, bands, zone, now, onBand, onClose } = props;
  const title = longDay(plainDayOf(day.date));
  return (
    <Popover
      open
      anchorEl={anchor}
      onClose={onClose}
      anchorOrigin={{ vertical: 'top', horizontal: 'center' }}
      transformOrigin={{ vertical: 'top', horizontal: 'center' }}
      slotProps={{ paper: { role: 'dialog', 'aria-label': title } }}
    >
      <div className={styles['day']}>
        <h3 className={styles['title']}>{title}</h3>
        {bandsOn(bands, day).map((band) => (
          <button
            key={`${band.windowId} ${band.startsAt}`}
            type="button"
            className={styles['band']}
            title={bandTitle(band, zone, now)}
            onClick={(event) => onBand(band, event.currentTarget)}
          >
            <span className={styles['swatch']} style={bandStyle(band.kind)} aria-hidden />
            <span className={styles['bandName']}>
              <bdi>{band.name}</bdi> <span className={styles['quiet']}>{bandWords[band.kind]}</span>
            </span>
          </button>
        ))}
        {entries.map((entry) => (
          <EntryCard key={entry.deploymentId} entry={entry} zone={zone} isMoving={false} />
        ))}
      </div>
    </Popover>
  );
}
