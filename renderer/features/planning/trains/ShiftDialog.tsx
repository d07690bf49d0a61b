import { useState } from 'react';
import { markWords } from '#shared/rules/planning/trains/train-dates.ts';
import type { DepartureView, TrainView } from '#shared/model/planning/train-views.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { MomentInput } from '../../../components/form/MomentInput.tsx';
import { instantOf, momentOf } from '../../../components/form/moment.ts';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { dateText, whenText, zoneText } from '../../../components/when-text.ts';
import { undoOf } from '../../../state/edits.ts';
import styles from './trains.module.css';

type ShiftDialogProps = {
  train: TrainView;
  release: NonNullable<DepartureView['release']>;
  now: string;
  onClose: () => void;
};

/** Shifts one release of a train; what follows and what stays by hand is shown before. */
export function ShiftDialog({ train, release, now, onClose }: ShiftDialogProps) {
  const { zone } = train;
  const { startAt } = release;
  const [moment, setMoment] = useState(() => momentOf(startAt, zone));
  const day = (date: string) => dateText(date, Number(now.slice(0, 4)));
  const shift = useCommand('trains.shift');
  const wanted = instantOf(moment, zone) ?? null;
  const input = { releaseId: release.id, startAt: wanted ?? startAt ?? now };
  const isOther = wanted !== null && wanted !== startAt;
  const preview = useProcedure('trains.previewShift', input, { enabled: isOther });
  const send = async () => {
    if (wanted === null) return 'Give the new start as a date and a time, such as 22:00.';
    const answer = await shift.run({ releaseId: release.id, startAt: wanted });
    if (!answer.ok) return answer.error.message;
    const text = `${release.name} shifted to ${whenText(wanted, zone, now)}`;
    showToast({ text, undo: undoOf(answer) });
    return null;
  };
  const shown = isOther ? preview.data : undefined;
  return (
    <FormDialog title={`Shift ${release.name}`} action="Shift it" onSend={send} onClose={onClose}>
      <p>
        {startAt === null
          ? 'It has no deployment ahead.'
          : `It departs ${whenText(startAt, zone, now)} ${zoneText(zone)}. Its dates follow, the other releases of ${train.name} stay.`}
      </p>
      <MomentInput label="New start" value={moment} zone={zoneText(zone)} onChange={setMoment} />
      {shown !== undefined && shown.refused !== null && <p role="status">{shown.refused}</p>}
      {shown !== undefined && shown.refused === null && (
        <dl className={styles['follow']} aria-label="What follows">
          {shown.moves.map(({ mark, from, to }) => (
            <div key={mark}>
              <dt>{markWords[mark]}</dt>
              <dd>
                {from === null ? '' : `${day(from)} → `}
                {day(to)}
              </dd>
            </div>
          ))}
          {shown.kept.map(({ mark, on, wouldBe }) => (
            <div key={mark}>
              <dt>{markWords[mark]}</dt>
              <dd>
                stays {on === null ? 'without a date' : day(on)}, as it was edited by hand; the
                train would make it {day(wouldBe)}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </FormDialog>
  );
}
