import { useState } from 'react';
import type { FormEvent } from 'react';
import Button from '@mui/material/Button';
import { useForm, useWatch } from 'react-hook-form';
import { dependencyKind, dependencyKinds } from '#shared/model/planning/plan.ts';
import { dependencyWords } from '#shared/rules/planning/plan-words.ts';
import { showFieldErrors } from '../../../api/field-errors.ts';
import { DateInput } from '../../../components/form/DateInput.tsx';
import { NumberInput } from '../../../components/form/NumberInput.tsx';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import { TextInput } from '../../../components/form/TextInput.tsx';
import { dropDraft, useDraft, withDraft } from '../../../state/draft.ts';
import type { ReleasePage } from '../releases/index.ts';
import { lagOf } from './lag.ts';
import type { DependencyEdits } from './use-dependencies.ts';
import { useOtherReleases } from './use-other-releases.ts';
import styles from './dependencies.module.css';

type AddDependencyProps = {
  page: ReleasePage;
  owners: readonly { value: string; label: string }[];
  add: DependencyEdits['add'];
  onDone: () => void;
};

type Draft = {
  kind: string;
  title: string;
  targetReleaseId: string;
  ownerId: string;
  neededOn: string;
  lagDays: string;
  expectedOn: string;
};

const kinds = dependencyKinds.map((value) => ({ value, label: dependencyWords.kind[value] }));
const start: Draft = {
  ...{ kind: 'release', title: '', targetReleaseId: '', ownerId: '', neededOn: '' },
  ...{ lagDays: '0', expectedOn: '' },
};
const fields = [
  'title',
  'targetReleaseId',
  'ownerId',
  'neededOn',
  'lagDays',
  'expectedOn',
] as const;

export function AddDependency({ page, owners, add, onDone }: AddDependencyProps) {
  const draftKey = `dependency.${page.release.id}`;
  const form = useForm<Draft>({ defaultValues: withDraft(draftKey, start) });
  useDraft(draftKey, form);
  const { register, setError, formState, control } = form;
  const { errors } = formState;
  const [refusal, setRefusal] = useState<string | null>(null);
  const others = useOtherReleases(page.release.id);
  const isRelease = useWatch({ control, name: 'kind' }) === 'release';

  const send = async ({ kind, title, targetReleaseId, ownerId, ...dates }: Draft) => {
    const lag = lagOf(dates.lagDays);
    if (typeof lag === 'string') {
      setError('lagDays', { message: lag });
      return;
    }
    const named =
      kind === 'release'
        ? { targetReleaseId: targetReleaseId === '' ? null : targetReleaseId }
        : { title, expectedOn: dates.expectedOn === '' ? null : dates.expectedOn };
    const answer = await add({
      ...named,
      kind: dependencyKind.parse(kind),
      ownerId: ownerId === '' ? null : ownerId,
      neededOn: dates.neededOn === '' ? null : dates.neededOn,
      lagDays: lag,
    });
    if (typeof answer === 'string') {
      dropDraft(draftKey);
      onDone();
      return;
    }
    setRefusal(showFieldErrors(answer, [...fields], setError));
  };
  const close = () => {
    dropDraft(draftKey);
    onDone();
  };
  const onSubmit = (event: FormEvent) => void form.handleSubmit(send)(event);
  return (
    <form
      className={styles['add']}
      aria-label="Add a dependency"
      onSubmit={onSubmit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        close();
      }}
      noValidate
    >
      <SelectInput {...register('kind')} autoFocus label="Kind" options={kinds} />
      {isRelease ? (
        <SelectInput
          {...register('targetReleaseId')}
          label="Release it waits for"
          none="Choose a release"
          options={others}
          error={errors.targetReleaseId?.message}
        />
      ) : (
        <TextInput
          {...register('title')}
          label="What is needed"
          width={2400}
          placeholder="Acquirer’s sandbox with the new certificates"
          error={errors.title?.message}
        />
      )}
      {!isRelease && (
        <DateInput
          {...register('expectedOn')}
          label="Expected on"
          optional
          error={errors.expectedOn?.message}
        />
      )}
      <NumberInput
        {...register('lagDays')}
        label="Lag"
        unit="working days"
        width={64}
        error={errors.lagDays?.message}
      />
      <DateInput
        {...register('neededOn')}
        label="Needed by"
        optional
        error={errors.neededOn?.message}
      />
      <SelectInput {...register('ownerId')} label="Owner" options={owners} />
      <div className={styles['buttons']}>
        <Button type="submit">Add</Button>
        <Button variant="text" onClick={close}>
          Cancel
        </Button>
      </div>
      {refusal !== null && (
        <p className={styles['refusal']} role="alert">
          {refusal}
        </p>
      )}
    </form>
  );
}
