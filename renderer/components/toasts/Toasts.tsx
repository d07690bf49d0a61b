import { useEffect, useState } from 'react';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { CircleCheck, OctagonX, X } from 'lucide-react';
import styles from './Toasts.module.css';
import { toastTime, useToasts } from './toast-store.ts';
import type { Toast } from './toast-store.ts';

/** Where toasts appear; stands once in the window. */
export function Toasts() {
  const toasts = useToasts((store) => store.toasts);
  // The region is there before its first message: a live region that arrives with it stays unread.
  return (
    <section className={styles['viewport']} aria-label="Messages" aria-live="polite">
      {toasts.map((toast) => (
        <ToastBar key={toast.id} toast={toast} />
      ))}
    </section>
  );
}

function ToastBar({ toast }: { toast: Toast }) {
  const dismiss = useToasts((store) => store.dismiss);
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => dismiss(toast.id), toastTime);
    return () => clearTimeout(timer);
  }, [held, dismiss, toast.id]);
  const { undo, action = undo && { label: 'Undo', run: undo } } = toast;
  const Icon = toast.tone === 'failed' ? OctagonX : CircleCheck;
  return (
    <div
      className={styles['toast']}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon className={styles[toast.tone]} size={16} aria-hidden />
      <span className={styles['text']}>{toast.text}</span>
      {action !== undefined && (
        <Button
          variant="text"
          color="primary"
          onClick={() => {
            dismiss(toast.id);
            action.run();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton aria-label="Dismiss" onClick={() => dismiss(toast.id)}>
        <X />
      </IconButton>
    </div>
  );
}
