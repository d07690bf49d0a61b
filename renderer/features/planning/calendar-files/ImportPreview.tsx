import { useState } from 'react';
import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import type { Output } from '#shared/contract/index.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { useAsk } from '../../../api/useAsk.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { numberText } from '../../../components/number-text.ts';
import { Progress } from '../../../components/progress/Progress.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';
import { useProgress } from '../../../state/progress.ts';
import styles from './calendar-files.module.css';
import { GoneEvents } from './GoneEvents.tsx';
import { ImportChoices } from './ImportChoices.tsx';
import type { Choices } from './ImportChoices.tsx';
import { ImportRows } from './ImportRows.tsx';
import { countsInWords, isWritten, writes } from './import-words.ts';
import type { ChosenFile } from './use-ics-file.ts';

const progressId = 'calendar file';

type ImportPreviewProps = {
  source: ChosenFile['source'];
  choices: Choices;
  onChoose: (changed: Partial<Choices>) => void;
  onClose: () => void;
};

/** What becomes of each event of the chosen file, and the button that accepts it. */
export function ImportPreview({ source, choices, onChoose, onClose }: ImportPreviewProps) {
  // A name that is still typed changes nothing of the preview: a new calendar is empty.
  const { holidayCalendar: into, ...others } = choices;
  const known = into !== undefined && 'id' in into ? { holidayCalendar: into } : {};
  const reading = useProcedure(
    'calendar.readIcs',
    { ...others, ...known, source, progressId },
    { keepPrevious: true },
  );
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const take = useCommand('calendar.importIcs');
  const running = useProgress(({ running: all }) => all.find(({ id }) => id === progressId));
  const cancel = useAsk('progress.cancel');
  const { data: read } = reading;

  const turn = (uid: string) =>
    setLeftOut((before) => {
      const next = new Set(before);
      if (!next.delete(uid)) next.add(uid);
      return next;
    });

  async function accept(digest: string): Promise<void> {
    const leaveOut = [...leftOut];
    const answer = await take.run({ ...choices, source, progressId, digest, leaveOut });
    if (!answer.ok) return;
    showToast({
      text: `Imported: ${countsInWords(answer.value.counts)}`,
      undo: undoOf(answer),
    });
    onClose();
  }

  const count = read === undefined ? 0 : left(read, leftOut);
  const inTheWay = read === undefined ? '' : whyNot(read, choices, count);
  return (
    <>
      <DialogContent className={styles['preview']}>
        {running !== undefined && (
          <Progress
            id={running.id}
            what={running.what}
            done={running.done}
            of={running.total}
            left={running.endsInMs}
            onCancel={() => void cancel({ id: progressId })}
          />
        )}
        {reading.isError && (
          <ErrorPanel
            {...errorParts('The file could not be read', reading.error)}
            onRetry={() => void reading.refetch()}
          />
        )}
        {read !== undefined && !reading.isError && (
          <>
            <ImportChoices read={read} choices={choices} onChoose={onChoose} />
            <p className={styles['counts']} role="status">
              {read.name !== '' && (
                <>
                  <bdi>{read.name}</bdi>:{' '}
                </>
              )}
              {countsInWords(read.counts)}.{beyond(read)}
            </p>
            {read.events.length > 0 && (
              <ImportRows events={read.events} leftOut={leftOut} onTurn={turn} />
            )}
            <GoneEvents gone={read.gone} />
          </>
        )}
        {take.error !== null && (
          <p className={styles['refusal']} role="alert">
            {take.error.message}
          </p>
        )}
      </DialogContent>
      <DialogActions>
        {inTheWay !== '' && <p className={styles['inTheWay']}>{inTheWay}</p>}
        <Button variant="text" onClick={onClose}>
          Cancel
        </Button>
        <Button
          variant="contained"
          loading={take.pending}
          disabled={read === undefined || reading.isError || inTheWay !== ''}
          onClick={() => read !== undefined && void accept(read.digest)}
        >
          {count === 0
            ? 'Import'
            : `Import ${numberText(count)} ${count === 1 ? 'event' : 'events'}`}
        </Button>
      </DialogActions>
    </>
  );
}

type Read = Output<'calendar.readIcs'>;

/** What accepting writes, without what was left out by hand. */
function left({ counts, events }: Read, leftOut: ReadonlySet<string>): number {
  const out = events.filter(({ uid, state }) => isWritten(state) && leftOut.has(uid)).length;
  return writes(counts) - out;
}

/** Why it cannot be accepted yet; empty when it can. */
function whyNot(read: Read, choices: Choices, count: number): string {
  if (read.zones.some(({ zone }) => zone === null)) return 'Choose the zone nobody knows.';
  if (choices.as === 'holidays' && choices.holidayCalendar === undefined) {
    return 'Name the new holiday calendar.';
  }
  return count === 0 ? 'There is nothing to write.' : '';
}

/** The list holds the first thousand of each state. */
function beyond({ counts, events }: Read): string {
  const all = Object.values(counts).reduce((sum, each) => sum + each, 0);
  return all === events.length ? '' : ` The first ${numberText(events.length)} are listed.`;
}
