import { releaseTypes } from '#shared/model/planning/releases.ts';
import type { SheetDefaults, UsedReading } from '#shared/model/planning/imports.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { DateInput } from '../../../components/form/DateInput.tsx';
import { NumberInput } from '../../../components/form/NumberInput.tsx';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import { peopleToChoose, useNames, zoneOptions } from '../releases/index.ts';
import styles from './imports.module.css';

type DefaultFieldsProps = {
  reading: UsedReading;
  onDefaults: (changed: Partial<SheetDefaults>) => void;
};

/** What rows get where the sheet has no column for it, or an empty cell. */
export function DefaultFields({ reading, onDefaults }: DefaultFieldsProps) {
  const { kind, defaults } = reading;
  const home = useProcedure('workspace.state', {}).data?.open?.workspace.zone ?? 'UTC';
  return (
    <div className={styles['fields']}>
      <SelectInput
        label="Zone of times"
        options={zoneOptions(home, defaults.zone)}
        value={defaults.zone}
        onChange={({ target }) => onDefaults({ zone: target.value })}
      />
      {kind === 'releases' && <ReleaseDefaults {...{ defaults, onDefaults }} />}
    </div>
  );
}

type ReleaseDefaultsProps = Pick<DefaultFieldsProps, 'onDefaults'> & { defaults: SheetDefaults };

function ReleaseDefaults({ defaults, onDefaults }: ReleaseDefaultsProps) {
  const { names } = useNames();
  return (
    <>
      <SelectInput
        label="Type"
        options={releaseTypes.map((type) => ({ value: type, label: type }))}
        value={defaults.type}
        onChange={({ target }) => {
          const type = releaseTypes.find((each) => each === target.value);
          if (type !== undefined) onDefaults({ type });
        }}
      />
      <SelectInput
        label="Owner"
        none="Nobody: rows without one are refused"
        options={peopleToChoose(names)}
        value={defaults.ownerId ?? ''}
        onChange={({ target }) => onDefaults({ ownerId: target.value || null })}
      />
      <SelectInput
        label="Environment"
        none="None: rows without one are refused"
        options={names.environments.map(({ id, name }) => ({ value: id, label: name }))}
        value={defaults.environmentId ?? ''}
        onChange={({ target }) => onDefaults({ environmentId: target.value || null })}
      />
      <DateInput
        key={defaults.startTime}
        kind="time"
        label="Start time"
        defaultValue={defaults.startTime}
        onBlur={({ target }) => {
          const { value } = target;
          if (/^([01]\d|2[0-3]):[0-5]\d$/.test(value) && value !== defaults.startTime) {
            onDefaults({ startTime: value });
          }
        }}
      />
      <NumberInput
        key={`${defaults.durationMinutes} min`}
        label="Duration"
        unit="min"
        min={0}
        defaultValue={defaults.durationMinutes}
        onBlur={({ target }) => {
          const minutes = Number(target.value);
          if (!Number.isInteger(minutes) || minutes < 0 || minutes > 100_000) return;
          if (minutes !== defaults.durationMinutes) onDefaults({ durationMinutes: minutes });
        }}
      />
    </>
  );
}
