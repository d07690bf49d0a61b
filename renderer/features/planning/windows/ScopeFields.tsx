import { useWatch } from 'react-hook-form';
import type { UseFormReturn } from 'react-hook-form';
import { messageOf } from '../../../api/field-errors.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { CheckboxInput } from '../../../components/form/CheckboxInput.tsx';
import { FieldGroup } from '../../../components/form/Field.tsx';
import { TextInput } from '../../../components/form/TextInput.tsx';
import { Section } from '../../../components/Section.tsx';
import type { WindowFields } from './window-fields.ts';
import styles from './windows.module.css';

/** Which deployments it is about; nothing chosen means all of them, and says so. */
export function ScopeFields({ form }: { form: UseFormReturn<WindowFields> }) {
  const { register, control, formState } = form;
  const { errors } = formState;
  const services = useProcedure('services.list', {}).data ?? [];
  const environments = useProcedure('environments.list', {}).data ?? [];
  const [serviceIds, environmentIds, regions] = useWatch({
    control,
    name: ['serviceIds', 'environmentIds', 'regions'],
  });
  const known = [...new Set(environments.map(({ region }) => region).filter(Boolean))];
  return (
    <Section title="About">
      <FieldGroup
        label="Services"
        help={serviceIds.length === 0 ? 'None chosen: it is about all services.' : undefined}
        error={messageOf(errors.serviceIds)}
      >
        <div className={styles['choices']}>
          {services.map(({ id, name }) => (
            <CheckboxInput key={id} label={name} value={id} {...register('serviceIds')} />
          ))}
          {services.length === 0 && 'The workspace has no services yet.'}
        </div>
      </FieldGroup>
      <FieldGroup
        label="Environments"
        help={
          environmentIds.length === 0 ? 'None chosen: it is about all environments.' : undefined
        }
        error={messageOf(errors.environmentIds)}
      >
        <div className={styles['choices']}>
          {environments.map(({ id, name }) => (
            <CheckboxInput key={id} label={name} value={id} {...register('environmentIds')} />
          ))}
          {environments.length === 0 && 'The workspace has no environments yet.'}
        </div>
      </FieldGroup>
      <TextInput
        label="Regions"
        optional
        width={300}
        help={
          regions.trim() === ''
            ? `Empty: it is about all regions.${known.length > 0 ? ` Known here: ${known.join(', ')}.` : ''}`
            : 'With commas between.'
        }
        error={messageOf(errors.regions)}
        {...register('regions')}
      />
    </Section>
  );
}
