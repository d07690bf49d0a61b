import Button from '@mui/material/Button';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ConnectionView } from '#shared/contract/delivery/connections.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';

/** The way out of a connection, with what goes with it. */
export function RemoveConnection({ connection }: { connection: ConnectionView }) {
  const { id, name } = connection;
  const [asks, setAsks] = useState(false);
  const remove = useCommand('connections.remove');
  const navigate = useNavigate();

  async function confirm(): Promise<void> {
    const removed = await remove.run({ id });
    if (!removed.ok) return;
    showToast({ text: `${name} removed` });
    await navigate({ to: '/pipelines' });
  }

  return (
    <>
      <Button variant="text" color="error" onClick={() => setAsks(true)}>
        Remove…
      </Button>
      <ConfirmDialog
        open={asks}
        title={`Remove the connection ${name}?`}
        action="Remove the connection"
        busy={remove.pending}
        onConfirm={() => void confirm()}
        onClose={() => setAsks(false)}
      >
        <p>
          What was imported from it no longer shows, and no longer counts for gates and
          environments. Decisions keep what they were taken on. The kept token is forgotten. This
          cannot be undone; history keeps it.
        </p>
        {remove.error !== null && (
          <ErrorPanel what="It was not removed" why={remove.error.message} />
        )}
      </ConfirmDialog>
    </>
  );
}
