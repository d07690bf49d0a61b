import { useState } from 'react';
import type { FormEvent } from 'react';
import Button from '@mui/material/Button';
import { useForm, useWatch } from 'react-hook-form';
import { z } from 'zod';
import { showFieldErrors } from '../../../api/field-errors.ts';
import { DateInput } from '../../../components/form/DateInput.tsx';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import { TextArea } from '../../../components/form/TextArea.tsx';
import { TextInput } from '../../../components/form/TextInput.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { dropDraft, readDraft, useDraft } from '../../../state/draft.ts';
import { peopleToChoose } from '../../planning/releases/index.ts';
import type { ReleasePage } from '../../planning/releases/index.ts';
import { impacts, likelihoods, scoreOf } from './risk-words.ts';
import type { RiskEdits } from './use-risks.ts';
import styles from './risks.module.css';

const riskDraft = z.object({
  title: z.string(),
  likelihood: z.string(),
  impact: z.string(),
  mitigation: z.string(),
  ownerId: z.string(),
  category: z.string(),
  residualLikelihood: z.string(),
  residualImpact: z.string(),
  dueOn: z.string(),
});
type RiskDraft = z.infer<typeof riskDraft>;

const blank: RiskDraft = {
  ...{ title: '', likelihood: '3', impact: '3', mitigation: '', ownerId: '' },
  ...{ category: '', residualLikelihood: '', residualImpact: '', dueOn: '' },
};

const fieldsShown = [
  ...(['title', 'mitigation', 'ownerId', 'category', 'dueOn'] as const),
  ...(['residualLikelihood', 'residualImpact'] as const),
];

const levelOf = (chosen: string) => (chosen === '' ? null : Number(chosen));

type AddRiskProps = {
  page: ReleasePage;
  add: RiskEdits['add'];
  /** The new risk's id, or null when it was left. */
  onDone: (id: string | null) => void;
};

export function AddRisk({ page, add, onDone }: AddRiskProps) {
  const draftKey = `risk.${page.release.id}`;
  const kept = riskDraft.safeParse(readDraft(draftKey));
  const form = useForm<RiskDraft>({ defaultValues: kept.success ? kept.data : blank });
  useDraft(draftKey, form);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { errors } = form.formState;
  const [likelihood, impact] = useWatch({
    control: form.control,
    name: ['likelihood', 'impact'],
  });

  const send = async (draft: RiskDraft) => {
    const answer = await add({
      title: draft.title,
      likelihood: Number(draft.likelihood),
      impact: Number(draft.impact),
      mitigation: draft.mitigation,
      ownerId: draft.ownerId === '' ? null : draft.ownerId,
      category: draft.category,
      residualLikelihood: levelOf(draft.residualLikelihood),
      residualImpact: levelOf(draft.residualImpact),
      dueOn: draft.dueOn === '' ? null : draft.dueOn,
    });
    if (typeof answer === 'string') {
      dropDraft(draftKey);
      onDone(answer);
    } else {
      setRefusal(showFieldErrors(answer, fieldsShown, form.setError));
    }
  };
  const onSubmit = (event: FormEvent) => void form.handleSubmit(send)(event);
  return (
    <div className={styles['add']}>
      <Panel padded>
        <form aria-label="Add a risk" onSubmit={onSubmit} noValidate>
          <TextInput
            {...form.register('title')}
            autoFocus
            label="What could go wrong"
            width={620}
            error={errors.title?.message}
          />
          <div className={styles['levels']}>
            <SelectInput
              {...form.register('likelihood')}
              label="Likelihood"
              options={likelihoods}
            />
            <SelectInput {...form.register('impact')} label="Impact" options={impacts} />
            <SelectInput
              {...form.register('ownerId')}
              label="Owner"
              none="Nobody yet"
              options={peopleToChoose(page.names)}
            />
            <TextInput
              {...form.register('category')}
              optional
              label="Category"
              placeholder="Data, security, supplier…"
              error={errors.category?.message}
            />
            <SelectInput
              {...form.register('residualLikelihood')}
              label="Likelihood once mitigated"
              none="Not judged"
              options={likelihoods.slice(0, Number(likelihood))}
              error={errors.residualLikelihood?.message}
            />
            <SelectInput
              {...form.register('residualImpact')}
              label="Impact once mitigated"
              none="Not judged"
              options={impacts.slice(0, Number(impact))}
              error={errors.residualImpact?.message}
            />
            <DateInput
              {...form.register('dueOn')}
              optional
              label="Mitigated by"
              error={errors.dueOn?.message}
            />
          </div>
          <TextArea
            {...form.register('mitigation')}
            label="What is done about it"
            optional
            error={errors.mitigation?.message}
          />
          {refusal !== null && (
            <p className={styles['refusal']} role="alert">
              {refusal}
            </p>
          )}
          <div className={styles['buttons']}>
            <Button type="submit">
              Add risk with score{' '}
              {scoreOf({ likelihood: Number(likelihood), impact: Number(impact) })}
            </Button>
            <Button variant="text" onClick={() => onDone(null)}>
              Cancel
            </Button>
          </div>
        </form>
      </Panel>
    </div>
  );
}
