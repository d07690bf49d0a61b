import { zodResolver } from '@hookform/resolvers/zod';
import { controlKinds } from '#shared/model/governance/controls.ts';
import { evidenceKinds } from '#shared/model/governance/evidence.ts';
import { evidenceKindNames } from '#shared/rules/governance/evidence/evidence-words.ts';
import { kindInWords } from '#shared/rules/reports/controls/words.ts';
import { messageOf, showFieldErrors } from '../../../api/field-errors.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { FormInspector } from '../../../components/editing/FormInspector.tsx';
import { CheckboxInput } from '../../../components/form/CheckboxInput.tsx';
import { FieldGroup } from '../../../components/form/Field.tsx';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import { TextArea } from '../../../components/form/TextArea.tsx';
import { TextInput } from '../../../components/form/TextInput.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';
import { useSavedForm } from '../../../state/saved-form.ts';
import { AppliesField } from './AppliesField.tsx';
import type { Coverage, RegisteredControl } from './control-columns.tsx';
import { controlDifferences, controlFields, fieldsOf } from './control-fields.ts';
import type { ControlFields } from './control-fields.ts';
import { ControlUse } from './ControlUse.tsx';
import styles from './controls.module.css';

type ControlInspectorProps = {
  /** Null for a new one. */
  control: RegisteredControl | null;
  gates: readonly { key: string; name: string }[];
  coverage: Coverage | undefined;
  onClose: () => void;
  onSaved: (id: string | null) => void;
};

/** Enters or changes one control, and shows where it stands. */
export function ControlInspector(props: ControlInspectorProps) {
  const { control, gates, coverage, onClose, onSaved } = props;
  const save = useCommand('controls.save');
  const saved = fieldsOf(control);
  const edit = useSavedForm<ControlFields>({
    draftKey: `control.${control?.id ?? 'new'}`,
    values: saved,
    rev: control?.rev,
    resolver: zodResolver(controlFields),
  });
  const { register, formState, getValues, handleSubmit, setError } = edit.form;
  const { errors } = formState;
  async function submit(fields: ControlFields, rev = edit.baseRev): Promise<void> {
    const result = await save.run({ ...fields, id: control?.id, rev });
    if (!result.ok) {
      showFieldErrors(result.error, ['key', 'name', 'applies', 'gateKeys'], setError);
      return;
    }
    edit.settle(fieldsOf(control === null ? null : result.value), result.value.rev);
    const text = `${result.value.key} ${control === null ? 'entered' : 'saved'}`;
    showToast({ text, undo: undoOf(result) });
    onSaved(result.value.id);
  }
  // A control may name gates that only some releases have, by their template.
  const others = saved.gateKeys.filter((key) => !gates.some((each) => each.key === key));
  return (
    <FormInspector
      title={control?.key ?? 'A new control'}
      isNew={control === null}
      isDirty={formState.isDirty}
      pending={save.pending}
      error={save.error}
      theirs={controlDifferences(saved, getValues())}
      onSubmit={() => void handleSubmit((fields) => submit(fields))()}
      onKeepMine={() => void handleSubmit((fields) => submit(fields, control?.rev))()}
      onDiscard={() => {
        edit.settle(saved, control?.rev);
        save.clearError();
      }}
      onClose={onClose}
    >
      {control !== null && (
        <ControlUse control={control} coverage={coverage} onRemoved={() => onSaved(null)} />
      )}
      <TextInput
        label="Key"
        help="As its source counts it: PCI-DSS-6.5.1"
        autoFocus={control === null}
        error={messageOf(errors.key)}
        {...register('key')}
      />
      <TextInput label="Name" error={messageOf(errors.name)} {...register('name')} />
      <SelectInput
        label="Kind"
        width={200}
        options={controlKinds.map((kind) => ({ value: kind, label: kindInWords[kind] }))}
        {...register('kind')}
      />
      <TextInput
        label="Source"
        optional
        help="The law, standard or contract, and where in it."
        error={messageOf(errors.source)}
        {...register('source')}
      />
      <TextArea
        label="What proves it"
        optional
        rows={3}
        error={messageOf(errors.proof)}
        {...register('proof')}
      />
      <AppliesField form={edit.form} />
      <FieldGroup
        label="Gates that prove it"
        optional
        help="All of these that a release has must have passed."
        error={messageOf(errors.gateKeys)}
      >
        <div className={styles['choices']}>
          {gates.map(({ key, name }) => (
            <CheckboxInput key={key} label={name} value={key} {...register('gateKeys')} />
          ))}
          {others.map((key) => (
            <CheckboxInput key={key} label={key} value={key} {...register('gateKeys')} />
          ))}
        </div>
      </FieldGroup>
      <FieldGroup
        label="Evidence that proves it"
        optional
        help="One piece of any of these kinds, or one that names the control. Without gates and kinds, only evidence that names it."
        error={messageOf(errors.evidenceKinds)}
      >
        <div className={styles['choices']}>
          {evidenceKinds.map((kind) => (
            <CheckboxInput
              key={kind}
              label={evidenceKindNames[kind]}
              value={kind}
              {...register('evidenceKinds')}
            />
          ))}
        </div>
      </FieldGroup>
    </FormInspector>
  );
}
