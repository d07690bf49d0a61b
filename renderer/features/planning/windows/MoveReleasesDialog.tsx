import { useMemo } from 'react';
import type { WindowMove, WindowView } from '#shared/model/planning/window-views.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { Change } from '../../../components/Change.tsx';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { SkeletonText } from '../../../components/Skeleton.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { whenText, zoneText } from '../../../components/when-text.ts';
import { undoOf } from '../../../state/edits.ts';
import { releasesInWords } from './window-words.ts';
import styles from './windows.module.css';

type MoveReleasesDialogProps = {
  window: WindowView;
  releaseIds: readonly string[];
  now: string;
  onClose: () => void;
};

/** Moves what a window hits out of its way, each release with all that is ahead of it. */
export function MoveReleasesDialog(props: MoveReleasesDialogProps) {
  const { window, releaseIds, now, onClose } = props;
  const { run } = useCommand('windows.moveReleases');
  const input = useMemo(
    () => ({ windowId: window.id, releaseIds: [...releaseIds] }),
    [window.id, releaseIds],
  );
  const preview = useProcedure('windows.previewMoves', input, { keepPrevious: true });
  const moves = preview.data ?? [];
  const able = moves.flatMap(({ releaseId, fromAt, toAt }) =>
    fromAt === null || toAt === null ? [] : [{ releaseId, fromAt, toAt }],
  );
  const stale = moves.reduce((sum, each) => sum + each.stale, 0);
  const send = async () => {
    if (able.length === 0) return 'None of them can be moved so; the reason stands beside each.';
    const answer = await run({ moves: able });
    if (!answer.ok) return answer.error.message;
    const { moved, refused } = answer.value;
    const [first] = refused;
    if (moved.length === 0 && first !== undefined) return first.why;
    const rest = refused.length === 0 ? '' : `, ${refused.length} refused`;
    showToast({ text: `${releasesInWords(moved.length)} moved${rest}`, undo: undoOf(answer) });
    return null;
  };
  return (
    <FormDialog
      title={`Move what ${window.name} hits`}
      action={able.length === 0 ? 'Move' : `Move ${releasesInWords(able.length)}`}
      onSend={send}
      onClose={onClose}
    >
      <p>
        Each goes to the next working day that is clear of this window and of every freeze, at the
        same local time, with all of its deployments that are ahead. One undo takes all of it back.
      </p>
      {preview.isError && <p role="alert">{preview.error.error.message}</p>}
      {preview.isPending && <SkeletonText lines={3} what="the new dates" />}
      {stale > 0 && (
        <p className={styles['caution']} role="status">
          {stale === 1 ? '1 approval binds' : `${stale} approvals bind`} a planned start and would
          be out of date.
        </p>
      )}
      <ul className={styles['moves']} aria-label="Releases" tabIndex={0}>
        {moves.map((move) => (
          <MoveRow key={move.releaseId} move={move} now={now} />
        ))}
      </ul>
    </FormDialog>
  );
}

function MoveRow({ move, now }: { move: WindowMove; now: string }) {
  const { name, fromAt, toAt, zone, moves, note, refused } = move;
  const place = zone ?? 'UTC';
  return (
    <li>
      <bdi className={styles['moveName']}>{name}</bdi>
      {refused !== null && <span className={styles['refused']}>Stays: {refused}</span>}
      {fromAt !== null && toAt !== null && (
        <Change
          from={whenText(fromAt, place, now)}
          to={`${whenText(toAt, place, now)} ${zoneText(place)}`}
        />
      )}
      {moves > 1 && <span className={styles['utc']}>{moves} deployments move</span>}
      {note !== null && <span className={styles['clock']}>{note}</span>}
    </li>
  );
}
