import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { Plus, X } from 'lucide-react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { checkVersion } from '#shared/rules/planning/versions/versions.ts';
import { SelectInput } from '../../../../components/form/SelectInput.tsx';
import { TextInput } from '../../../../components/form/TextInput.tsx';
import type { Names } from '../names.ts';
import { emptyComponent } from './draft.ts';
import type { ReleaseDraft } from './draft.ts';
import styles from './rows.module.css';

/** What the release ships: a service in a version, and the commit or artefact it is built from. */
export function ComponentRows({ names }: { names: Names }) {
  const { control } = useFormContext<ReleaseDraft>();
  const { fields, append, remove } = useFieldArray({ control, name: 'components' });
  return (
    <div className={styles['rows']}>
      {fields.map((row, index) => (
        <ComponentRow key={row.id} index={index} names={names} onRemove={() => remove(index)} />
      ))}
      <Button size="small" startIcon={<Plus />} onClick={() => append(emptyComponent())}>
        Component
      </Button>
    </div>
  );
}

type ComponentRowProps = { index: number; names: Names; onRemove: () => void };

function ComponentRow({ index, names, onRemove }: ComponentRowProps) {
  const { register, watch, formState } = useFormContext<ReleaseDraft>();
  const errors = formState.errors.components?.[index];
  const [serviceId, version] = watch([
    `components.${index}.serviceId`,
    `components.${index}.version`,
  ]);
  const problem = versionProblem(names, serviceId, version);
  const number = index + 1;
  return (
    <div className={styles['component']} role="group" aria-label={`Component ${number}`}>
      <SelectInput
        {...register(`components.${index}.serviceId`)}
        label="Service"
        none="Choose one"
        options={names.services.map(({ id, name }) => ({ value: id, label: name }))}
        error={errors?.serviceId?.message}
      />
      <TextInput
        {...register(`components.${index}.version`)}
        mono
        label="Version"
        error={problem === null ? errors?.version?.message : `Such as ${problem.example}`}
      />
      <TextInput
        {...register(`components.${index}.commit`)}
        mono
        optional
        label="Commit"
        placeholder="9f2c1ab"
        error={errors?.commit?.message}
      />
      <TextInput
        {...register(`components.${index}.artefact`)}
        mono
        optional
        label="Artefact"
        placeholder="registry/payments-api@sha256:…"
        error={errors?.artefact?.message}
      />
      <IconButton aria-label={`Remove component ${number}`} onClick={onRemove}>
        <X />
      </IconButton>
      {/* The whole sentence has no room under a narrow field. */}
      {problem !== null && <p className={styles['problem']}>{problem.message}</p>}
    </div>
  );
}

/** What the service's own scheme says about the version so far; nothing while there is none. */
function versionProblem(
  names: Names,
  serviceId: string,
  version: string,
): { message: string; example: string } | null {
  const service = names.services.find(({ id }) => id === serviceId);
  if (service === undefined || version === '') return null;
  const check = checkVersion(service.versionScheme, version);
  return check.ok ? null : check;
}
