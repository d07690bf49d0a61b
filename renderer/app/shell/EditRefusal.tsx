import Button from '@mui/material/Button';
import { useNavigate } from '@tanstack/react-router';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import type { Edits } from './use-edits.ts';
import styles from './EditRefusal.module.css';

const words = {
  undo: 'This was not undone',
  redo: 'This was not done again',
} as const;

/** Why nothing was taken back, with both values where somebody changed the same field, and the ways out. */
export function EditRefusal({ edits }: { edits: Edits }) {
  const { refused, dismiss, undo } = edits;
  const navigate = useNavigate();
  const showHistory = (releaseId: string) => {
    dismiss();
    const params = { releaseId, tab: 'history' } as const;
    void navigate({ to: '/releases/$releaseId/$tab', params });
  };
  if (refused === null) return null;
  const { way, error, releaseIds, instead, path } = refused;
  const [releaseId] = releaseIds;
  return (
    <div className={styles['refusal']}>
      <ErrorPanel what={words[way]} why={error.message}>
        {releaseId !== undefined && path !== `/releases/${releaseId}/history` && (
          <Button onClick={() => showHistory(releaseId)}>Show the history</Button>
        )}
        {instead !== null && (
          <Button onClick={() => undo(instead.command)}>Undo instead: {instead.what}</Button>
        )}
        <Button variant="text" onClick={dismiss}>
          Dismiss
        </Button>
      </ErrorPanel>
    </div>
  );
}
