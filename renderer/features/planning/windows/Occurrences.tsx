import { useState } from 'react';
import Button from '@mui/material/Button';
import type { Input } from '#shared/contract/index.ts';
import type { WindowOccurrence, WindowView } from '#shared/model/planning/window-views.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { SkeletonText } from '../../../components/Skeleton.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { whenText } from '../../../components/when-text.ts';
import { undoOf } from '../../../state/edits.ts';
import { MoveOccurrenceDialog } from './MoveOccurrenceDialog.tsx';
import { OccurrenceRows } from './OccurrenceRows.tsx';

type Change = Input<'windows.changeOccurrence'>['to'];

/** The next occurrences of a saved window; each can be skipped, moved and put back. */
export function Occurrences({ window, now }: { window: WindowView; now: string }) {
  const list = useProcedure('windows.occurrences', { windowId: window.id, withSkipped: true });
  const { run } = useCommand('windows.changeOccurrence');
  const [moving, setMoving] = useState<WindowOccurrence | null>(null);
  const change = async (each: WindowOccurrence, to: Change, done: string) => {
    const answer = await run({ id: window.id, originalWall: each.originalWall, to });
    if (!answer.ok) return answer.error.message;
    showToast({
      text: `${whenText(each.startsAt, window.zone, now)} ${done}`,
      undo: undoOf(answer),
    });
    return null;
  };
  const at = async (each: WindowOccurrence, to: Change, done: string) => {
    const refused = await change(each, to, done);
    if (refused !== null) showToast({ text: refused, tone: 'failed' });
  };
  if (list.isError && list.data === undefined) {
    return (
      <ErrorPanel
        {...errorParts('The occurrences could not be read', list.error)}
        onRetry={() => void list.refetch()}
      />
    );
  }
  if (list.data === undefined) return <SkeletonText lines={4} what="the occurrences" />;
  const isSingle = window.recurrence === '';
  const actions = (each: WindowOccurrence) => {
    const when = whenText(each.startsAt, window.zone, now);
    if (each.state !== 'regular') {
      return (
        <Button
          size="small"
          variant="text"
          aria-label={`Put back ${when}`}
          onClick={() => void at(each, { change: 'put-back' }, 'put back')}
        >
          Put back
        </Button>
      );
    }
    return (
      <>
        <Button
          size="small"
          variant="text"
          aria-label={`Move ${when}`}
          onClick={() => setMoving(each)}
        >
          Move…
        </Button>
        <Button
          size="small"
          variant="text"
          aria-label={`Skip ${when}`}
          onClick={() => void at(each, { change: 'skip' }, 'skipped')}
        >
          Skip
        </Button>
      </>
    );
  };
  return (
    <>
      <OccurrenceRows occurrences={list.data} now={now} {...(isSingle ? {} : { actions })} />
      {moving !== null && (
        <MoveOccurrenceDialog
          occurrence={moving}
          onMove={(to) => change(moving, { change: 'move', ...to }, 'moved')}
          onClose={() => setMoving(null)}
        />
      )}
    </>
  );
}
