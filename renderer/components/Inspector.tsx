import { useId } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import Drawer from '@mui/material/Drawer';
import IconButton from '@mui/material/IconButton';
import { X } from 'lucide-react';
import styles from './Inspector.module.css';
import { useNarrow } from './use-narrow.ts';

type InspectorProps = {
  title: string;
  note?: ReactNode;
  onClose: () => void;
  /** Buttons at the foot; they stay in sight while the body scrolls. */
  actions?: ReactNode;
  /** What the actions set off, or why one of them is missing. */
  actionsNote?: ReactNode;
  children: ReactNode;
};

/** The selected thing beside its list: 380 wide, a drawer where the window is under 1100. Esc closes. */
export function Inspector(props: InspectorProps) {
  const id = useId();
  const narrow = useNarrow();
  const { onClose } = props;
  if (narrow) {
    return (
      <Drawer
        anchor="right"
        open
        onClose={onClose}
        slotProps={{ paper: { role: 'dialog', 'aria-labelledby': id } }}
      >
        <div className={styles['inspector']}>
          <Contents {...props} titleId={id} />
        </div>
      </Drawer>
    );
  }
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    onClose();
  };
  return (
    <aside
      className={`${styles['inspector']} ${styles['beside']}`}
      aria-labelledby={id}
      onKeyDown={closeOnEscape}
    >
      <Contents {...props} titleId={id} />
    </aside>
  );
}

function Contents({ titleId, ...props }: InspectorProps & { titleId: string }) {
  const { title, note, onClose, actions, actionsNote, children } = props;
  return (
    <>
      <div className={styles['head']}>
        <div className={styles['titles']}>
          <h2 id={titleId} className={styles['title']}>
            <bdi>{title}</bdi>
          </h2>
          {note !== undefined && <p className={styles['note']}>{note}</p>}
        </div>
        <IconButton aria-label="Close" title="Close (Esc)" onClick={onClose}>
          <X />
        </IconButton>
      </div>
      {/* A scroller that holds nothing to focus could not be scrolled by keyboard. */}
      <div className={styles['body']} tabIndex={0} role="group" aria-labelledby={titleId}>
        {children}
      </div>
      {(actions !== undefined || actionsNote !== undefined) && (
        <div className={styles['foot']}>
          {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
          {actionsNote !== undefined && <p className={styles['footNote']}>{actionsNote}</p>}
        </div>
      )}
    </>
  );
}

/** A part of an inspector under a small heading. */
export function InspectorPart({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles['part']}>
      <h3 className={styles['partTitle']}>{title}</h3>
      {children}
    </section>
  );
}
