import Button from '@mui/material/Button';
import { useId } from 'react';
import type { ReactNode } from 'react';
import type { CallError } from '#shared/contract/procedure.ts';
import { ErrorPanel } from '../ErrorPanel.tsx';
import { Inspector } from '../Inspector.tsx';
import { FormConflict } from './FormConflict.tsx';

type FormInspectorProps = {
  title: string;
  /** Adds something; otherwise changes what is there. */
  isNew: boolean;
  isDirty: boolean;
  pending: boolean;
  /** Why the last save was refused; messages for single fields stand beside them. */
  error: CallError | null;
  /** What is saved now, where it differs from what was typed; shown when the save was refused as a conflict. */
  theirs: readonly { label: string; saved: string; typed: string }[];
  onSubmit: () => void;
  /** Saves over what somebody else saved meanwhile. */
  onKeepMine: () => void;
  /** Back to what is saved. */
  onDiscard: () => void;
  onClose: () => void;
  actionsNote?: string;
  children: ReactNode;
};

/** An inspector that is a form: fields, one clear Save, and what to do when it is refused. */
export function FormInspector(props: FormInspectorProps) {
  const { title, isNew, isDirty, pending, error, onDiscard, onClose, actionsNote } = props;
  const formId = useId();
  return (
    <Inspector
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button
            type="submit"
            form={formId}
            variant="contained"
            loading={pending}
            disabled={!isNew && !isDirty}
          >
            {isNew ? 'Add' : 'Save'}
          </Button>
          {isDirty && (
            <Button variant="text" onClick={onDiscard}>
              Discard what I typed
            </Button>
          )}
        </>
      }
      actionsNote={actionsNote}
    >
      <form
        id={formId}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          props.onSubmit();
        }}
      >
        {error?.code === 'conflict' && (
          <FormConflict
            error={error}
            theirs={props.theirs}
            onKeepMine={props.onKeepMine}
            onTakeTheirs={onDiscard}
          />
        )}
        {error !== null && error.code !== 'conflict' && (
          <ErrorPanel what="This was not saved" why={error.message} />
        )}
        {props.children}
      </form>
    </Inspector>
  );
}
