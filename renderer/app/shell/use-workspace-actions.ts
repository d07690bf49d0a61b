import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useAsk } from '../../api/useAsk.ts';
import { useCommand } from '../../api/useCommand.ts';
import { showToast } from '../../components/toasts/toast-store.ts';

export type WorkspaceActions = {
  backUp: () => Promise<void>;
  verify: () => Promise<void>;
  close: () => Promise<void>;
};

/** What the workspace menu and the palette do with the file; each says how it went. */
export function useWorkspaceActions(): WorkspaceActions {
  const { run: backup } = useCommand('workspace.backup');
  const verify = useAsk('workspace.verify');
  const { run: close } = useCommand('workspace.close');
  const navigate = useNavigate();
  return useMemo(
    () => ({
      async backUp() {
        const made = await backup({});
        if (made.ok) showToast({ text: `Backed up and checked: ${made.value.path}` });
        else showToast({ text: made.error.message, tone: 'failed' });
      },
      async verify() {
        const result = await verify({});
        if (!result.ok) {
          showToast({ text: result.error.message, tone: 'failed' });
        } else if (result.value.ok) {
          const head = result.value.head?.slice(0, 12) ?? 'none';
          showToast({ text: `The file is whole: ${result.value.entries} entries, head ${head}` });
        } else {
          const { findings } = result.value;
          const text = `The file is not as recorded (${findings.length} found). Verify it in Settings, Workspace for the list.`;
          showToast({ text, tone: 'failed' });
        }
      },
      async close() {
        const closed = await close({});
        if (!closed.ok) showToast({ text: closed.error.message, tone: 'failed' });
        else await navigate({ to: '/welcome' });
      },
    }),
    [backup, verify, close, navigate],
  );
}
