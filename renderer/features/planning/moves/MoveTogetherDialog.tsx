import { useState } from 'react';
import { plannedStart } from '#shared/rules/planning/start.ts';
import { dateIn, toInstant } from '#shared/rules/planning/zoned-time.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { MomentInput } from '../../../components/form/MomentInput.tsx';
import type { Moment } from '../../../components/form/MomentInput.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { timeText, whenText, zoneText } from '../../../components/when-text.ts';
import { undoOf } from '../../../state/edits.ts';
import type { ReleasePage } from '../releases/index.ts';
import { actionInWords, movedInWords } from './move-words.ts';
import { MovePreview } from './MovePreview.tsx';
import styles from './moves.module.css';

/** Moves the release to a start, and says before what moves along and what stays. */
export function MoveTogetherDialog({ page, onClose }: { page: ReleasePage; onClose: () => void }) {
  const { release, names, now } = page;
  const kinds = new Map(names.environments.map(({ id, kind }) => [id, kind]));
  const start = plannedStart(release.deployments, kinds);
  const zone = start?.zone ?? page.zone;
  const fromAt = start?.startAt ?? null;
  const [moment, setMoment] = useState<Moment>({
    date: fromAt === null ? '' : dateIn(fromAt, zone),
    time: fromAt === null ? '' : timeText(fromAt, zone),
  });
  const typed = instantOf(moment, zone);
  const isMoved = typed !== null && typed.instant !== fromAt;
  const preview = useProcedure(
    'releases.previewMove',
    { id: release.id, start: typed?.instant ?? now },
    { enabled: isMoved, keepPrevious: true },
  );
  const plan = isMoved ? preview.data : undefined;
  const { run } = useCommand('releases.move');
  const send = async () => {
    if (typed === null) return 'Give a date and a time that exist, such as 2026-11-26 and 22:00.';
    const seen = fromAt === null ? {} : { fromAt };
    const answer = await run({ id: release.id, start: typed.instant, ...seen });
    if (!answer.ok) return answer.error.message;
    showToast({ text: movedInWords(release.name, answer.value), undo: undoOf(answer) });
    return null;
  };
  return (
    <FormDialog
      title="Move with everything behind it"
      action={actionInWords(plan)}
      onSend={send}
      onClose={onClose}
    >
      <p>
        {fromAt === null
          ? 'No deployment is ahead. Plan one first.'
          : `Now planned for ${whenText(fromAt, zone, now)} ${zoneText(zone)}. What is part of it goes by the same step; what waits for it moves only as far as it must.`}
      </p>
      <MomentInput label="New start" value={moment} zone={zoneText(zone)} onChange={setMoment} />
      {typed !== null && typed.note !== null && <p className={styles['note']}>{typed.note}</p>}
      <div className={styles['preview']} role="status" aria-label="What would move">
        {isMoved && preview.isError && plan === undefined && (
          <p className={styles['refused']}>
            What moves along could not be read: {preview.error.message}
          </p>
        )}
        {plan !== undefined && <MovePreview plan={plan} page={page} />}
      </div>
    </FormDialog>
  );
}

function instantOf({ date, time }: Moment, zone: string) {
  try {
    return toInstant({ date, time, zone });
  } catch {
    return null;
  }
}
