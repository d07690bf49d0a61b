import { useState } from 'react';
import type { CalendarEntry } from '#shared/contract/planning/calendar.ts';
import { dateIn, daysBetween, plusDays, toInstant } from '#shared/rules/planning/zoned-time.ts';
import type { PlacementFinding } from '#shared/model/planning/placement.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { CheckboxInput } from '../../../components/form/CheckboxInput.tsx';
import { MomentInput } from '../../../components/form/MomentInput.tsx';
import { TextArea } from '../../../components/form/TextArea.tsx';
import { timeText, zoneText } from '../../../components/when-text.ts';
import { AskException } from '../../governance/exceptions/index.ts';
import { Consequences } from './MoveBar.tsx';
import styles from './MoveDialog.module.css';
import { movedName, whenIn } from './move-words.ts';
import { PlacementView } from './Placement.tsx';
import { moveOf, placementOf } from './use-moving.ts';
import type { MovingHand } from './use-moving.ts';
import { isBlocked, usePlacement } from './use-placement.ts';

type MoveDialogProps = {
  entry: CalendarEntry;
  /** Where it is to go to begin with. */
  startAt: string;
  /** Whether all that is ahead goes along to begin with. */
  whole?: boolean;
  now: string;
  hand: MovingHand;
};

/** Moves a deployment to a date and time; where people prepared for it, with the reason in the record. */
export function MoveDialog(props: MoveDialogProps) {
  const { entry, startAt, now, hand } = props;
  const { zone } = entry;
  const [moment, setMoment] = useState({
    date: dateIn(startAt, zone),
    time: timeText(startAt, zone),
  });
  const [whole, setWhole] = useState(props.whole === true);
  const [reason, setReason] = useState('');
  const toAt = instantOf(moment, zone);
  const isMoved = toAt !== null && Date.parse(toAt) !== Date.parse(entry.startAt);
  const wanted = { toAt: toAt ?? entry.startAt };
  // What leads all that is ahead may be another deployment: the dialog moves it by as many days.
  const move = whole ? { byDays: daysOf(entry, moment.date) } : wanted;
  const preview = useProcedure('releases.previewReschedule', moveOf(entry, whole, move), {
    enabled: isMoved,
    keepPrevious: true,
  }).data;
  const checked = isMoved ? (preview?.toAt ?? null) : null;
  const placement = usePlacement(placementOf(entry, whole, checked));
  const isListed = isBlocked(placement);
  const [asked, setAsked] = useState<PlacementFinding | null>(null);
  const goTo = (freeAt: string) => {
    const days = daysBetween(dateIn(checked ?? freeAt, zone), dateIn(freeAt, zone));
    setMoment({ ...moment, date: plusDays(moment.date, days) });
  };
  const postponeTo = isMoved ? (preview?.postponeTo ?? null) : null;
  const isPostponing = postponeTo !== null && reason.trim() !== '';
  const send = () => {
    if (toAt === null) {
      return Promise.resolve('Give a date and a time that exist, such as 2026-11-26 and 22:00.');
    }
    if (postponeTo !== null && isPostponing) return hand.postpone(entry, postponeTo, reason.trim());
    return hand.apply(entry, whole, move);
  };
  return (
    <>
      <FormDialog
        title="Move to a date"
        action={isPostponing ? 'Postpone' : 'Move'}
        onSend={send}
        onClose={() => hand.setAsking(null)}
      >
        <p>
          <bdi>{movedName(entry)}</bdi> is planned for {whenIn(entry.startAt, zone, now)}.
        </p>
        <MomentInput label="New date" value={moment} zone={zoneText(zone)} onChange={setMoment} />
        <CheckboxInput
          label="Move all deployments of the release that are ahead"
          help="By as many days, each at its time of day; the dates of phases ahead move along."
          checked={whole}
          onChange={(event) => setWhole(event.target.checked)}
        />
        <div className={styles['consequences']} role="status">
          {isMoved && preview !== undefined && (
            <Consequences preview={isListed ? { ...preview, refused: null } : preview} />
          )}
        </div>
        {checked !== null && (
          <PlacementView placement={placement} now={now} onGo={goTo} onAsk={setAsked} />
        )}
        {checked !== null && isListed && (
          <p className={styles['wayOut']}>
            A blocked start is not moved to, unless an exception covers what blocks it.
          </p>
        )}
        {postponeTo !== null && (
          <TextArea
            label="Postpone with a reason"
            optional
            rows={2}
            help="People decided on this start or prepare for it. With a reason the release is postponed: all that is ahead moves, the drift stays in the record, and it is not undone. Without one it is moved as an edit."
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </FormDialog>
      {asked !== null && placement.check.data !== undefined && (
        <AskException
          releaseId={entry.releaseId}
          finding={asked}
          start={placement.check.data}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}

function instantOf({ date, time }: { date: string; time: string }, zone: string): string | null {
  try {
    return toInstant({ date, time, zone }).instant;
  } catch {
    return null;
  }
}

function daysOf({ startAt, zone }: CalendarEntry, date: string): number {
  return /^\d{4}-\d{2}-\d{2}$/.test(date) ? daysBetween(dateIn(startAt, zone), date) : 0;
}
