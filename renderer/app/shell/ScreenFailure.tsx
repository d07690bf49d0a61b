import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import Button from '@mui/material/Button';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import styles from './Shell.module.css';

/** A screen that failed while it was drawn or fetched: the rest of the window still works. */
export function ScreenFailure({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const message = error instanceof Error ? error.message : String(error);
  const stack = error instanceof Error ? error.stack : undefined;
  function again(): void {
    reset();
    void router.invalidate();
  }
  return (
    <div className={styles['alone']}>
      <ErrorPanel
        what="This screen could not be shown"
        why={message}
        todo="What was saved is safe. Try again; if it happens twice, reload the window and report the details."
        details={stack ?? message}
        onRetry={again}
      >
        <Button onClick={() => location.reload()}>Reload the window</Button>
      </ErrorPanel>
    </div>
  );
}
