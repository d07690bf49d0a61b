import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import Button from '@mui/material/Button';
import { FormProvider, useForm } from 'react-hook-form';
import { dropDraft, readDraft, useDraft } from '../../../../state/draft.ts';
import type { Checked } from '../form/draft-input.ts';
import { draftOfRelease } from '../form/draft-of-release.ts';
import { releaseDraft } from '../form/draft.ts';
import type { ReleaseDraft } from '../form/draft.ts';
import { showPlanErrors } from '../form/plan-errors.ts';
import type { ReleasePage } from '../release-page.ts';
import { useReleaseEdits } from '../use-release-edits.ts';
import type { ReleasePatch } from '../use-release-edits.ts';
import { listInWords } from './list-in-words.ts';
import styles from './overview.module.css';

type PlanEditorProps = {
  what: 'components' | 'deployments';
  page: ReleasePage;
  patchOf: (draft: ReleaseDraft) => Checked<ReleasePatch>;
  onDone: () => void;
  children: ReactNode;
};

/** A list of the plan as a form with one Save: its rows belong together and are given whole. */
export function PlanEditor({ what, page, patchOf, onDone, children }: PlanEditorProps) {
  const { release } = page;
  const draftKey = `${what}.${release.id}`;
  const [begun] = useState(() => startingDraft(draftKey, page));
  const form = useForm<ReleaseDraft>({ defaultValues: begun });
  useDraft(draftKey, form);
  const change = useReleaseEdits(release);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [conflict, setConflict] = useState(false);

  const leave = () => {
    dropDraft(draftKey);
    onDone();
  };
  const send = async (draft: ReleaseDraft) => {
    setRefusal(null);
    const checked = patchOf(draft);
    if (!checked.ok) {
      setRefusal(showPlanErrors(checked.fields, '', form.setError));
      return;
    }
    const error = await change(checked.input);
    if (error === null) {
      leave();
      return;
    }
    setConflict(error.code === 'conflict');
    setRefusal(showPlanErrors(error.fields ?? {}, error.message, form.setError));
  };
  const onSubmit = (event: FormEvent) => void form.handleSubmit(send)(event);
  return (
    <FormProvider {...form}>
      <form
        className={styles['editor']}
        aria-label={`Edit the ${what}`}
        onSubmit={onSubmit}
        noValidate
      >
        {children}
        {conflict && (
          <div className={styles['conflict']} role="alert">
            <p>
              Somebody changed the release while you edited. It has now:{' '}
              <strong>{listInWords(what, page)}</strong>. What you typed is kept above; saving again
              puts it in place of theirs.
            </p>
          </div>
        )}
        {refusal !== null && !conflict && (
          <p className={styles['refusal']} role="alert">
            {refusal}
          </p>
        )}
        <div className={styles['buttons']}>
          <Button type="submit">{conflict ? 'Save mine' : `Save ${what}`}</Button>
          <Button variant="text" onClick={leave}>
            {conflict ? 'Keep theirs' : 'Cancel'}
          </Button>
        </div>
        <p className={styles['quiet']}>
          {what === 'components'
            ? 'Changing a version, commit or artefact makes decisions that bind the components stale.'
            : 'Moving the planned start makes decisions that bind it stale.'}
        </p>
      </form>
    </FormProvider>
  );
}

function startingDraft(key: string, { release }: ReleasePage): ReleaseDraft {
  const kept = releaseDraft.safeParse(readDraft(key));
  return kept.success ? kept.data : draftOfRelease(release);
}
