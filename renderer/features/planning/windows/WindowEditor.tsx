import { useDeferredValue, useId } from 'react';
import { useWatch } from 'react-hook-form';
import Button from '@mui/material/Button';
import { ArrowLeft } from 'lucide-react';
import type { WindowView } from '#shared/model/planning/window-views.ts';
import { errorParts } from '../../../api/error-parts.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { FormConflict } from '../../../components/editing/FormConflict.tsx';
import { SkeletonCard } from '../../../components/Skeleton.tsx';
import { SplitView } from '../../../components/SplitView.tsx';
import { DraftPreview } from './DraftPreview.tsx';
import { ScopeFields } from './ScopeFields.tsx';
import { TimesFields } from './TimesFields.tsx';
import { useWindowForm } from './use-window-form.ts';
import { WindowBasics } from './WindowBasics.tsx';
import { draftOf } from './window-fields.ts';
import styles from './windows.module.css';

type WindowEditorProps = {
  /** Null for a new one. */
  windowId: string | null;
  around: { zone: string; now: string };
  /** The id of the window that was saved, or none. */
  onClose: (id: string | null) => void;
};

/** Adds or changes a window; what it hits stands beside it while it is typed. */
export function WindowEditor({ windowId, around, onClose }: WindowEditorProps) {
  const list = useProcedure('windows.list', {});
  const window = list.data?.find(({ id }) => id === windowId);
  if (windowId === null) return <Editor window={null} around={around} onClose={onClose} />;
  if (window !== undefined) return <Editor window={window} around={around} onClose={onClose} />;
  return (
    <div className={styles['lost']}>
      {list.isPending && <SkeletonCard lines={6} what="the window" />}
      {list.isError && (
        <ErrorPanel
          {...errorParts('The window could not be read', list.error)}
          onRetry={() => void list.refetch()}
        />
      )}
      {list.isSuccess && (
        <ErrorPanel
          what="This window is not on the calendar"
          why="It may have been removed, or be in another workspace."
        >
          <Button onClick={() => onClose(null)}>All windows</Button>
        </ErrorPanel>
      )}
    </div>
  );
}

type EditorProps = Omit<WindowEditorProps, 'windowId'> & { window: WindowView | null };

function Editor({ window, around, onClose }: EditorProps) {
  const formId = useId();
  const hand = useWindowForm(window, around, onClose);
  const { form, save, isDirty } = hand;
  const fields = useWatch({ control: form.control, compute: (values) => values });
  const draft = useDeferredValue(draftOf(fields));
  return (
    <SplitView inspector={<DraftPreview draft={draft} windowId={window?.id} now={around.now} />}>
      <div className={styles['bar']}>
        <Button
          variant="text"
          startIcon={<ArrowLeft />}
          onClick={() => onClose(window?.id ?? null)}
        >
          All windows
        </Button>
      </div>
      {save.error?.code === 'conflict' && (
        <FormConflict
          error={save.error}
          theirs={hand.theirs}
          onKeepMine={hand.keepMine}
          onTakeTheirs={hand.discard}
        />
      )}
      {hand.refusal !== null && save.error?.code !== 'conflict' && (
        <ErrorPanel what="This was not saved" why={hand.refusal} />
      )}
      <form
        id={formId}
        className={styles['form']}
        noValidate
        aria-label={window === null ? 'A new window' : 'The window'}
        onSubmit={(event) => {
          event.preventDefault();
          hand.submit();
        }}
      >
        <WindowBasics form={form} isNew={window === null} />
        <TimesFields form={form} around={around} />
        <ScopeFields form={form} />
      </form>
      <div className={styles['save']}>
        <Button
          type="submit"
          form={formId}
          variant="contained"
          loading={save.pending}
          disabled={window !== null && !isDirty}
        >
          {window === null ? 'Add the window' : 'Save the window'}
        </Button>
        {isDirty && (
          <Button variant="text" onClick={hand.discard}>
            Discard what I typed
          </Button>
        )}
      </div>
    </SplitView>
  );
}
