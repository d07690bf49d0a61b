import type { ReactNode } from 'react';
import Button from '@mui/material/Button';
import { Copy, OctagonAlert, RotateCw } from 'lucide-react';
import styles from './ErrorPanel.module.css';
import { useCopied } from './use-copied.ts';

type ErrorPanelProps = {
  /** What happened, as one sentence. */
  what: string;
  /** Why, as far as is known. */
  why?: string;
  /** What people can do about it. */
  todo?: string;
  /** Text for a report: code, procedure, version. Copied, not shown. */
  details?: string;
  onRetry?: () => void;
  /** Further ways out, as buttons. */
  children?: ReactNode;
};

const copyWords = { idle: 'Copy details', copied: 'Copied', refused: 'Clipboard refused' } as const;

/** A failure people can act on: what happened, why, what to do. */
export function ErrorPanel({ what, why, todo, details, onRetry, children }: ErrorPanelProps) {
  const [copied, copy] = useCopied();
  const hasActions = details !== undefined || onRetry !== undefined || children !== undefined;
  return (
    <div className={styles['panel']} role="alert">
      <OctagonAlert className={styles['icon']} size={18} aria-hidden />
      <div className={styles['body']}>
        <p className={styles['what']}>{what}</p>
        {why !== undefined && <p className={styles['why']}>{why}</p>}
        {todo !== undefined && <p className={styles['todo']}>{todo}</p>}
        {hasActions && (
          <div className={styles['actions']}>
            {onRetry !== undefined && (
              <Button startIcon={<RotateCw />} onClick={onRetry}>
                Try again
              </Button>
            )}
            {children}
            {details !== undefined && (
              <Button variant="text" startIcon={<Copy />} onClick={() => copy(details)}>
                {copyWords[copied]}
              </Button>
            )}
          </div>
        )}
      </div>
    </div>
  );
}
