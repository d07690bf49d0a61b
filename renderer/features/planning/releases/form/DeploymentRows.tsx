import Button from '@mui/material/Button';
import { Plus } from 'lucide-react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import type { Names } from '../names.ts';
import { DeploymentRow } from './DeploymentRow.tsx';
import { emptyDeployment } from './draft.ts';
import type { ReleaseDraft } from './draft.ts';
import styles from './rows.module.css';

type DeploymentRowsProps = { names: Names; zone: string; now: string };

/** Where the release goes and when, in the local time people plan in. */
export function DeploymentRows({ names, zone, now }: DeploymentRowsProps) {
  const { control, getValues } = useFormContext<ReleaseDraft>();
  const { fields, append, remove } = useFieldArray({ control, name: 'deployments' });
  const add = () => {
    // The next stage is mostly on the same day: starting from it saves typing.
    const last = getValues('deployments').at(-1);
    append({ ...emptyDeployment(last?.zone ?? zone), date: last?.date ?? '' });
  };
  return (
    <div className={styles['rows']}>
      {fields.map((row, index) => (
        <DeploymentRow
          key={row.id}
          index={index}
          names={names}
          workspaceZone={zone}
          now={now}
          onRemove={() => remove(index)}
        />
      ))}
      <Button size="small" startIcon={<Plus />} onClick={add}>
        Deployment
      </Button>
    </div>
  );
}
