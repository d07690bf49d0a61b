import { useState } from 'react';
import type { PlacementFinding } from '#shared/model/planning/placement.ts';
import { isPlannable } from '#shared/model/primitives.ts';
import { plannedStart } from '#shared/rules/planning/start.ts';
import { dateIn, toInstant } from '#shared/rules/planning/zoned-time.ts';
import { FormDialog } from '../../../../components/FormDialog.tsx';
import { DateInput } from '../../../../components/form/DateInput.tsx';
import { FieldRow } from '../../../../components/form/Field.tsx';
import { TextArea } from '../../../../components/form/TextArea.tsx';
import { timeText, whenText, zoneText } from '../../../../components/when-text.ts';
import { AskException } from '../../../governance/exceptions/index.ts';
import { PlacementView, usePlacement } from '../../calendar/index.ts';
import { startOf } from '../form/draft-input.ts';
import { StartPreview } from '../form/StartPreview.tsx';
import type { ReleasePage } from '../release-page.ts';

type PostponeDialogProps = {
  page: ReleasePage;
  send: (startAt: string, reason: string) => Promise<string | null>;
  onClose: () => void;
};

/** Moves the start to a later time; all that is ahead moves with it, and the drift is kept. */
export function PostponeDialog({ page, send, onClose }: PostponeDialogProps) {
  const { release, names, now } = page;
  // What has happened is not moved: the start is that of what is still ahead.
  const ahead = release.deployments.filter(({ actualStartAt }) => actualStartAt === null);
  const kinds = new Map(names.environments.map(({ id, kind }) => [id, kind]));
  const start = plannedStart(ahead, kinds);
  const zone = start?.zone ?? page.zone;
  const startAt = start?.startAt ?? null;
  const [date, setDate] = useState(startAt === null ? '' : dateIn(startAt, zone));
  const [time, setTime] = useState(startAt === null ? '' : timeText(startAt, zone));
  const [reason, setReason] = useState('');
  const onSend = () => {
    if (reason.trim() === '') return Promise.resolve('Say why: the drift is kept with its reason.');
    try {
      return send(toInstant({ date, time, zone }).instant, reason);
    } catch {
      return Promise.resolve('Give the new start as a date and a time, such as 22:00.');
    }
  };
  const typed = startOf({ environmentId: '', region: '', date, time, zone, duration: '' });
  const isMoved = startAt !== null && typeof typed !== 'string' && typed.instant !== startAt;
  const placement = usePlacement({
    releaseId: release.id,
    start: isMoved && isPlannable(typed.instant) ? typed.instant : null,
  });
  const [asked, setAsked] = useState<PlacementFinding | null>(null);
  const row = { environmentId: '', region: '', date, time, zone, duration: '' };
  return (
    <>
      <FormDialog title="Postpone" action="Postpone" onSend={onSend} onClose={onClose}>
        <p>
          {startAt === null
            ? 'No deployment is ahead. Plan one first.'
            : `Now planned for ${whenText(startAt, zone, now)} ${zoneText(zone)}. Every deployment that has not happened moves along, and so do the dates of the phases ahead.`}
        </p>
        <FieldRow>
          <DateInput
            label="New start"
            value={date}
            onChange={(event) => setDate(event.target.value)}
          />
          <DateInput
            kind="time"
            label="At"
            zone={zoneText(zone)}
            value={time}
            onChange={(event) => setTime(event.target.value)}
          />
        </FieldRow>
        <StartPreview row={row} now={now} />
        {isMoved && (
          <PlacementView
            placement={placement}
            now={now}
            onAsk={setAsked}
            onGo={(freeAt) => setDate(dateIn(freeAt, zone))}
          />
        )}
        <TextArea
          label="Why"
          rows={3}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </FormDialog>
      {asked !== null && placement.check.data !== undefined && (
        <AskException
          releaseId={release.id}
          finding={asked}
          start={placement.check.data}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}
