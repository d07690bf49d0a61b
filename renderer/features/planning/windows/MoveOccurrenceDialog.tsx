import { useState } from 'react';
import type { WindowOccurrence } from '#shared/model/planning/window-views.ts';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { MomentInput } from '../../../components/form/MomentInput.tsx';
import { zoneText } from '../../../components/when-text.ts';

type MoveOccurrenceDialogProps = {
  occurrence: WindowOccurrence;
  onMove: (to: { startWall: string; endWall: string }) => Promise<string | null>;
  onClose: () => void;
};

/** Moves one occurrence alone; the window itself stays as it is. */
export function MoveOccurrenceDialog({ occurrence, onMove, onClose }: MoveOccurrenceDialogProps) {
  const { start, end, zone } = occurrence.local;
  const [starts, setStarts] = useState(() => momentOf(start));
  const [ends, setEnds] = useState(() => momentOf(end));
  const place = zoneText(zone);
  return (
    <FormDialog
      title="Move one occurrence"
      action="Move it"
      onSend={() => onMove({ startWall: wallOf(starts), endWall: wallOf(ends) })}
      onClose={onClose}
    >
      <p>The others stay as they are. It can be put back later.</p>
      <MomentInput label="Starts on" value={starts} zone={place} onChange={setStarts} />
      <MomentInput label="Ends on" value={ends} zone={place} onChange={setEnds} />
    </FormDialog>
  );
}

type Moment = { date: string; time: string };

function momentOf(wall: string): Moment {
  const [date = '', time = ''] = wall.split('T');
  return { date, time };
}

function wallOf({ date, time }: Moment): string {
  return `${date}T${time}`;
}
