import { zodResolver } from '@hookform/resolvers/zod';
import { z } from 'zod';
import { shortText } from '#shared/model/primitives.ts';
import { environmentKind, type Environment } from '#shared/model/workspace/services.ts';
import { messageOf, showFieldErrors } from '../../../api/field-errors.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { FormInspector } from '../../../components/editing/FormInspector.tsx';
import { ChoiceInput } from '../../../components/form/ChoiceInput.tsx';
import { TextInput } from '../../../components/form/TextInput.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';
import { useSavedForm } from '../../../state/saved-form.ts';

const fields = z.object({
  name: shortText,
  kind: environmentKind,
  region: z.string().trim().max(60, 'is longer than 60 characters; shorten it'),
});
type Fields = z.infer<typeof fields>;

const kindChoices = [
  { value: 'development', label: 'Development' },
  { value: 'test', label: 'Test' },
  { value: 'staging', label: 'Staging', note: 'As production is, without its users.' },
  {
    value: 'production',
    label: 'Production',
    note: 'Its first planned deployment is the start of a release.',
  },
] as const;

type EnvironmentInspectorProps = {
  /** Null for a new one. */
  environment: Environment | null;
  onClose: () => void;
  onSaved: (id: string) => void;
};

/** Adds or changes one environment. */
export function EnvironmentInspector({ environment, onClose, onSaved }: EnvironmentInspectorProps) {
  const save = useCommand('environments.save');
  const saved = fieldsOf(environment);
  const edit = useSavedForm<Fields>({
    draftKey: `environment.${environment?.id ?? 'new'}`,
    values: saved,
    rev: environment?.rev,
    resolver: zodResolver(fields),
  });
  const { register, formState, getValues, handleSubmit, setError } = edit.form;
  const { errors } = formState;

  async function submit(values: Fields, rev = edit.baseRev): Promise<void> {
    const result = await save.run({ ...values, id: environment?.id, rev });
    if (!result.ok) {
      showFieldErrors(result.error, ['name', 'kind', 'region'], setError);
      return;
    }
    edit.settle(fieldsOf(environment === null ? null : result.value), result.value.rev);
    const text = environment === null ? `${values.name} added` : `${values.name} saved`;
    showToast({ text, undo: undoOf(result) });
    onSaved(result.value.id);
  }

  return (
    <FormInspector
      title={environment?.name ?? 'A new environment'}
      isNew={environment === null}
      isDirty={formState.isDirty}
      pending={save.pending}
      error={save.error}
      theirs={differences(saved, getValues())}
      onSubmit={() => void handleSubmit((values) => submit(values))()}
      onKeepMine={() => void handleSubmit((values) => submit(values, environment?.rev))()}
      onDiscard={() => {
        edit.settle(saved, environment?.rev);
        save.clearError();
      }}
      onClose={onClose}
      actionsNote={
        environment === null ? 'It is added at the end; move it in the list.' : undefined
      }
    >
      <TextInput
        label="Name"
        autoFocus={environment === null}
        error={messageOf(errors.name)}
        {...register('name')}
      />
      <ChoiceInput
        label="Kind"
        choices={kindChoices}
        error={messageOf(errors.kind)}
        {...register('kind')}
      />
      <TextInput
        label="Region"
        optional
        help="Where it stands, in your own words: eu-west-1, Frankfurt."
        error={messageOf(errors.region)}
        {...register('region')}
      />
    </FormInspector>
  );
}

function fieldsOf(environment: Environment | null): Fields {
  const { name = '', kind = 'production', region = '' } = environment ?? {};
  return { name, kind, region };
}

function differences(saved: Fields, typed: Fields) {
  return [
    { label: 'Name', saved: saved.name, typed: typed.name },
    { label: 'Kind', saved: saved.kind, typed: typed.kind },
    { label: 'Region', saved: saved.region, typed: typed.region },
  ].filter((each) => each.saved !== each.typed);
}
