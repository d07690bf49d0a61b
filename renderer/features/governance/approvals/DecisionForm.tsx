import { useState } from 'react';
import Button from '@mui/material/Button';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import type { GateView } from '#shared/model/governance/gates.ts';
import { showFieldErrors } from '../../../api/field-errors.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { dropDraft, readDraft, useDraft } from '../../../state/draft.ts';
import type { ReleasePage } from '../../planning/releases/index.ts';
import { ConditionFields } from './ConditionFields.tsx';
import { DecisionFields } from './DecisionFields.tsx';
import { decisionDraft, decisionInput, emptyDecision } from './decision-draft.ts';
import type { DecisionDraft } from './decision-draft.ts';
import { outcomeMeaning, recordWords } from './outcome-words.ts';
import styles from './approvals.module.css';

type DecisionFormProps = {
  gate: GateView;
  page: ReleasePage;
  onDone: () => void;
};

/** Records a decision, one's own or somebody else's; what is typed outlives a reload. */
export function DecisionForm({ gate, page, onDone }: DecisionFormProps) {
  const draftKey = `decision.${gate.id}`;
  const form = useForm<DecisionDraft>({ defaultValues: startingDraft(draftKey, page) });
  useDraft(draftKey, form);
  const decide = useCommand('approvals.decide');
  const [refusal, setRefusal] = useState<string | null>(null);
  const outcome = useWatch({ control: form.control, name: 'outcome' });

  const record = async (draft: DecisionDraft) => {
    setRefusal(null);
    const checked = decisionInput(draft, {
      gateId: gate.id,
      actingId: page.actingId,
      zone: page.zone,
    });
    if (!checked.ok) {
      showFieldErrors(
        { code: 'invalid_input', message: '', fields: checked.fields },
        paths(draft),
        form.setError,
      );
      return;
    }
    const envelope = await decide.run(checked.input);
    if (envelope.ok) {
      dropDraft(draftKey);
      onDone();
    } else {
      // The sentence says the way out; a field's note alone would leave it unsaid.
      showFieldErrors(envelope.error, paths(draft), form.setError);
      setRefusal(envelope.error.message);
    }
  };

  return (
    <FormProvider {...form}>
      <form
        ref={focusOutcome}
        className={styles['form']}
        aria-label={`Record a decision for ${gate.name}`}
        noValidate
        onSubmit={(event) => void form.handleSubmit(record)(event)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.defaultPrevented) return;
          event.stopPropagation();
          onDone();
        }}
      >
        <DecisionFields gate={gate} page={page} />
        {outcome === 'conditional-go' && <ConditionFields page={page} />}
        {refusal !== null && (
          <p className={styles['refusal']} role="alert">
            {refusal}
          </p>
        )}
        <div className={styles['buttons']}>
          <Button type="submit" variant="contained" color="primary" disabled={decide.pending}>
            {recordWords[outcome]}
          </Button>
          <Button variant="text" onClick={onDone}>
            Cancel
          </Button>
        </div>
        <p className={styles['starts']} aria-live="polite">
          {gate.consequences[outcome] ?? outcomeMeaning[outcome]}
        </p>
      </form>
    </FormProvider>
  );
}

/** Opened by a key, the form is answered by keys: arrows choose the outcome. */
function focusOutcome(form: HTMLFormElement | null): void {
  form?.querySelector<HTMLElement>('input[type=radio]:checked')?.focus();
}

function startingDraft(key: string, page: ReleasePage): DecisionDraft {
  const kept = decisionDraft.safeParse(readDraft(key));
  return kept.success ? kept.data : emptyDecision(page.actingId ?? '');
}

/** Every place a message can stand at. */
function paths(draft: DecisionDraft) {
  const rows = draft.conditions.flatMap((_, index) => [
    `conditions.${index}.text` as const,
    `conditions.${index}.ownerId` as const,
    `conditions.${index}.dueOn` as const,
  ]);
  const own = [
    'outcome',
    'decidedById',
    'placeKey',
    'deferredTo',
    'channel',
    'date',
    'comment',
  ] as const;
  return [...own, ...rows, 'conditions' as const];
}
