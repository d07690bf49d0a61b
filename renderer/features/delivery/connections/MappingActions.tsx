import type { ReactNode } from 'react';
import Button from '@mui/material/Button';
import styles from './fields.module.css';

type MappingActionsProps = {
  isEdited: boolean;
  isSaving: boolean;
  onSave: () => void;
  onDiscard: () => void;
  /** What else can be done with this mapping. */
  children: ReactNode;
};

/** Saves a mapping of a connection, or goes back to the one that is saved. */
export function MappingActions(props: MappingActionsProps) {
  const { isEdited, isSaving, onSave, onDiscard, children } = props;
  return (
    <div className={styles['actions']}>
      <Button variant="contained" disabled={!isEdited} loading={isSaving} onClick={onSave}>
        Save the mapping
      </Button>
      {isEdited && (
        <Button variant="text" onClick={onDiscard}>
          Discard
        </Button>
      )}
      {children}
    </div>
  );
}
