import { useEffect, useState } from 'react';
import type { FormEvent } from 'react';
import Button from '@mui/material/Button';
import { useNavigate } from '@tanstack/react-router';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import type { TemplateSummary } from '#shared/model/planning/templates.ts';
import { useCommand } from '../../../../api/useCommand.ts';
import { PageHeader } from '../../../../components/PageHeader.tsx';
import { showToast } from '../../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../../state/edits.ts';
import { dropDraft, readDraft, useDraft } from '../../../../state/draft.ts';
import { createInput } from '../form/draft-input.ts';
import { emptyDraft, releaseDraft } from '../form/draft.ts';
import type { ReleaseDraft } from '../form/draft.ts';
import { showPlanErrors } from '../form/plan-errors.ts';
import type { Names } from '../names.ts';
import { isChosen, offeredChoice } from './chosen-template.ts';
import { ReleaseFields } from './ReleaseFields.tsx';
import { TemplatePanel } from './TemplatePanel.tsx';
import styles from './new.module.css';

type NewReleaseFormProps = {
  workspaceId: string;
  zone: string;
  actingId: string;
  now: string;
  names: Names;
  templates: readonly TemplateSummary[];
};

export function NewReleaseForm(props: NewReleaseFormProps) {
  const { workspaceId, zone, actingId, now, names, templates } = props;
  const draftKey = `new-release.${workspaceId}`;
  const fresh = emptyDraft(actingId, zone);
  const [kept] = useState(() => releaseDraft.safeParse(readDraft(draftKey)));
  const [continued, setContinued] = useState(kept.success);
  const form = useForm<ReleaseDraft>({ defaultValues: kept.success ? kept.data : fresh });
  useDraft(draftKey, form);
  const navigate = useNavigate();
  const create = useCommand('releases.create');
  const [refusal, setRefusal] = useState<string | null>(null);
  const type = useWatch({ control: form.control, name: 'type' });
  const templateVersionId = useWatch({ control: form.control, name: 'templateVersionId' });
  const choice = offeredChoice(templates, { type, templateVersionId });
  const template = templates.find((one) => isChosen(one, choice));
  useEffect(() => {
    if (choice.templateVersionId === templateVersionId) return;
    form.setValue('templateVersionId', choice.templateVersionId);
  }, [form, choice.templateVersionId, templateVersionId]);

  const startOver = () => {
    form.reset(fresh);
    dropDraft(draftKey);
    setContinued(false);
    setRefusal(null);
  };
  const send = async (draft: ReleaseDraft) => {
    const checked = createInput(draft);
    if (!checked.ok) {
      setRefusal(showPlanErrors(checked.fields, '', form.setError));
      return;
    }
    const answer = await create.run(checked.input);
    if (!answer.ok) {
      setRefusal(showPlanErrors(answer.error.fields ?? {}, answer.error.message, form.setError));
      return;
    }
    dropDraft(draftKey);
    showToast({ text: `${answer.value.name} created`, undo: undoOf(answer) });
    await navigate({
      to: '/releases/$releaseId/$tab',
      params: { releaseId: answer.value.id, tab: 'overview' },
    });
  };
  const onSubmit = (event: FormEvent) => void form.handleSubmit(send)(event);

  return (
    <FormProvider {...form}>
      <form className={styles['page']} aria-label="New release" onSubmit={onSubmit} noValidate>
        <PageHeader
          title="New release"
          note={continued ? 'Continued from what you typed earlier.' : undefined}
          actions={
            <>
              {continued && (
                <Button variant="text" onClick={startOver}>
                  Start over
                </Button>
              )}
              <Button variant="contained" color="primary" type="submit" disabled={create.pending}>
                Create release
              </Button>
            </>
          }
        />
        <div className={styles['columns']}>
          <div className={styles['fields']}>
            {refusal !== null && (
              <p className={styles['refusal']} role="alert">
                {refusal}
              </p>
            )}
            <ReleaseFields names={names} templates={templates} zone={zone} now={now} />
          </div>
          {/* A scroller that holds nothing to focus could not be scrolled by keyboard. */}
          <div
            className={styles['beside']}
            tabIndex={0}
            role="group"
            aria-label="What the template brings"
          >
            {template !== undefined && <TemplatePanel template={template} />}
          </div>
        </div>
      </form>
    </FormProvider>
  );
}
