import IconButton from '@mui/material/IconButton';
import { X } from 'lucide-react';
import { useFormContext } from 'react-hook-form';
import { DateInput } from '../../../../components/form/DateInput.tsx';
import { NumberInput } from '../../../../components/form/NumberInput.tsx';
import { SelectInput } from '../../../../components/form/SelectInput.tsx';
import { TextInput } from '../../../../components/form/TextInput.tsx';
import type { Names } from '../names.ts';
import type { ReleaseDraft } from './draft.ts';
import { StartPreview } from './StartPreview.tsx';
import { zoneOptions } from './zones.ts';
import styles from './rows.module.css';

type DeploymentRowProps = {
  index: number;
  names: Names;
  workspaceZone: string;
  now: string;
  onRemove: () => void;
};

export function DeploymentRow({ index, names, workspaceZone, now, onRemove }: DeploymentRowProps) {
  const { register, watch, formState, getValues, setValue } = useFormContext<ReleaseDraft>();
  const errors = formState.errors.deployments?.[index];
  const at = `deployments.${index}` as const;
  const row = watch(at);
  const number = index + 1;

  const takeRegion = (environmentId: string) => {
    const environment = names.environments.find(({ id }) => id === environmentId);
    const known = names.environments.map(({ region }) => region);
    // A region somebody typed stays; one that came from the last environment goes with it.
    const typed = getValues(`${at}.region`);
    if (environment !== undefined && (typed === '' || known.includes(typed))) {
      setValue(`${at}.region`, environment.region);
    }
  };
  return (
    <div className={styles['deployment']} role="group" aria-label={`Deployment ${number}`}>
      <SelectInput
        {...register(`${at}.environmentId`, {
          onChange: (event: { target: { value: string } }) => takeRegion(event.target.value),
        })}
        label="Environment"
        none="Choose one"
        options={names.environments.map(({ id, name }) => ({ value: id, label: name }))}
        error={errors?.environmentId?.message}
      />
      <TextInput
        {...register(`${at}.region`)}
        optional
        label="Region"
        error={errors?.region?.message}
      />
      <DateInput {...register(`${at}.date`)} label="Start" error={errors?.date?.message} />
      <DateInput {...register(`${at}.time`)} kind="time" label="At" error={errors?.time?.message} />
      <SelectInput
        {...register(`${at}.zone`)}
        label="Zone"
        options={zoneOptions(workspaceZone, row.zone)}
        error={errors?.zone?.message}
      />
      <NumberInput
        {...register(`${at}.duration`)}
        label="Takes"
        unit="min"
        error={errors?.duration?.message}
      />
      <IconButton aria-label={`Remove deployment ${number}`} onClick={onRemove}>
        <X />
      </IconButton>
      <StartPreview row={row} now={now} />
    </div>
  );
}
