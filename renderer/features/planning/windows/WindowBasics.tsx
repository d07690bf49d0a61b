import { useWatch } from 'react-hook-form';
import type { UseFormReturn } from 'react-hook-form';
import { bandStyle } from '../../../app/theme/bands.ts';
import { messageOf } from '../../../api/field-errors.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import { TextArea } from '../../../components/form/TextArea.tsx';
import { TextInput } from '../../../components/form/TextInput.tsx';
import { Section } from '../../../components/Section.tsx';
import type { WindowFields } from './window-fields.ts';
import { kindChoices, kindWords } from './window-words.ts';
import styles from './windows.module.css';

type WindowBasicsProps = { form: UseFormReturn<WindowFields>; isNew: boolean };

/** What it is called and what it means to releases. */
export function WindowBasics({ form, isNew }: WindowBasicsProps) {
  const { register, control, formState } = form;
  const { errors } = formState;
  const kind = useWatch({ control, name: 'kind' });
  const people = useProcedure('people.list', {}).data?.people ?? [];
  const authorityId = useWatch({ control, name: 'authorityId' });
  return (
    <Section title="What">
      <TextInput
        label="Name"
        width={460}
        autoFocus={isNew}
        placeholder="Quarter-end freeze"
        error={messageOf(errors.name)}
        {...register('name')}
      />
      <SelectInput
        label="Kind"
        width={240}
        help={
          <span className={styles['kindHelp']}>
            <span className={styles['swatch']} style={bandStyle(kind)} aria-hidden />
            {kindWords[kind].means}
          </span>
        }
        options={kindChoices.map((value) => ({ value, label: kindWords[value].label }))}
        error={messageOf(errors.kind)}
        {...register('kind')}
      />
      {kind === 'hard-freeze' && (
        <SelectInput
          label="Authority"
          width={300}
          help="Who may grant an emergency exception. With nobody, none can be granted."
          none="Nobody"
          options={people
            .filter(({ id, leftOn }) => leftOn === null || id === authorityId)
            .map(({ id, name, leftOn }) => ({
              value: id,
              label: leftOn === null ? name : `${name} (left)`,
            }))}
          error={messageOf(errors.authorityId)}
          {...register('authorityId')}
        />
      )}
      <TextArea
        label="Note"
        optional
        rows={2}
        width={460}
        help="Why it is there, and whom to ask."
        error={messageOf(errors.note)}
        {...register('note')}
      />
    </Section>
  );
}
