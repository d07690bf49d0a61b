import Button from '@mui/material/Button';
import { Link } from '@tanstack/react-router';
import { DatabaseBackup, Lock, RefreshCw, Unplug, UserRound, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useProcedure } from '../../api/useProcedure.ts';
import { useConnection } from '../../state/connection.ts';
import styles from './Notices.module.css';
import type { OpenWorkspace } from './WorkspaceShell.tsx';

type NoticesProps = { open: OpenWorkspace; onChoosePerson: () => void };

/** Quiet lines over the screen for what is true of all of them. */
export function Notices({ open, onChoosePerson }: NoticesProps) {
  const { link, restarted, setRestarted } = useConnection();
  const failed = useProcedure('backups.schedule', {}).data?.failed ?? null;
  return (
    <div aria-live="polite">
      {link === 'lost' && (
        <Notice icon={Unplug} tone="waiting">
          The connection to Slipway is lost; trying again by itself. What you see is as it was, and
          changes are refused until it answers; what you typed stays.
        </Notice>
      )}
      {restarted !== null && (
        <Notice
          icon={RefreshCw}
          tone="running"
          action={
            <Button variant="text" onClick={() => setRestarted(null)}>
              Dismiss
            </Button>
          }
        >
          {restarted}
        </Notice>
      )}
      {failed !== null && (
        <Notice
          icon={DatabaseBackup}
          tone="waiting"
          action={
            <Button component={Link} to="/settings/workspace">
              Open the settings
            </Button>
          }
        >
          The scheduled backup was not made. {failed.message}
        </Notice>
      )}
      {open.readOnly !== null && (
        <Notice icon={Lock} tone="waiting">
          This workspace is open for reading only. {open.readOnly}
        </Notice>
      )}
      {open.readOnly === null && open.actingAs === null && (
        <Notice
          icon={UserRound}
          tone="running"
          action={<Button onClick={onChoosePerson}>Choose who is working</Button>}
        >
          Nobody is chosen as the person who works here. Everything can be looked at; a change needs
          a name to be recorded under.
        </Notice>
      )}
    </div>
  );
}

type NoticeProps = {
  icon: LucideIcon;
  tone: 'waiting' | 'running';
  action?: ReactNode;
  children: ReactNode;
};

function Notice({ icon: Icon, tone, action, children }: NoticeProps) {
  return (
    <div className={`${styles['notice']} ${styles[tone] ?? ''}`}>
      <Icon className={styles['icon']} size={16} aria-hidden />
      <p>{children}</p>
      {action}
    </div>
  );
}
