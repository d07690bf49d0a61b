import { useState } from 'react';
import type { CallError } from '#shared/contract/procedure.ts';
import { mondayOf } from '#shared/rules/planning/capacity/capacity.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { DateInput } from '../../../components/form/DateInput.tsx';
import { FieldRow } from '../../../components/form/Field.tsx';
import { NumberInput } from '../../../components/form/NumberInput.tsx';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import { TextArea } from '../../../components/form/TextArea.tsx';
import type { Names } from '../releases/index.ts';
import { quarterDays } from './quarter-days.ts';
import { WeekOutlook } from './WeekOutlook.tsx';

export type CommitStart = {
  /** Null where the release is chosen in the dialog. */
  releaseId: string | null;
  roleKey: string;
  personId: string | null;
  weekOn: string;
  days: number;
  note: string;
};

export type Committed = Omit<CommitStart, 'releaseId'> & { releaseId: string; weeks: number };

type CommitDialogProps = {
  start: CommitStart;
  /** Changes one that is there: of one week, for the same release. */
  isChange?: boolean;
  names: Names;
  save: (typed: Committed) => Promise<CallError | null>;
  onClose: () => void;
};

/** Asks for the days a release needs of a role or a person, and says what the week then comes to. */
export function CommitDialog({ start, isChange = false, names, save, onClose }: CommitDialogProps) {
  const [typed, setTyped] = useState(() => ({
    releaseId: start.releaseId ?? '',
    roleKey: start.roleKey,
    personId: start.personId ?? '',
    weekOn: start.weekOn,
    days: String(start.days),
    weeks: '1',
    note: start.note,
  }));
  const patch = (change: Partial<typeof typed>) => setTyped((before) => ({ ...before, ...change }));
  const open = useProcedure(
    'releases.list',
    { which: 'open', limit: 500 },
    { enabled: start.releaseId === null },
  ).data?.releases;
  const holders = names.people.filter(
    ({ leftOn, roles, id }) =>
      id === start.personId || (leftOn === null && roles.includes(typed.roleKey)),
  );
  const days = quarterDays(typed.days);
  const send = async () => {
    const { releaseId, roleKey, personId, note } = typed;
    if (releaseId === '') return 'Choose the release.';
    if (roleKey === '') return 'Choose the role.';
    if (typed.weekOn === '') return 'Give a day of the week it is for.';
    if (days === null) return `Expected days such as 2 or 2.5, found “${typed.days.slice(0, 40)}”.`;
    const weeks = /^\d{1,3}$/.test(typed.weeks.trim()) ? Number(typed.weeks) : Number.NaN;
    if (!(weeks >= 1 && weeks <= 26)) return 'Give a number of weeks from 1 to 26.';
    const weekOn = mondayOf(typed.weekOn);
    const whose = personId === '' ? null : personId;
    const error = await save({ releaseId, roleKey, personId: whose, weekOn, days, weeks, note });
    return error?.message ?? null;
  };
  return (
    <FormDialog
      title={isChange ? 'Change the commitment' : 'Commit days to a release'}
      action={isChange ? 'Change it' : 'Commit'}
      onSend={send}
      onClose={onClose}
    >
      {start.releaseId === null && (
        <SelectInput
          label="Release"
          none="Choose a release"
          value={typed.releaseId}
          options={(open ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => patch({ releaseId: event.target.value })}
        />
      )}
      <FieldRow>
        <SelectInput
          label="Role"
          none="Choose a role"
          value={typed.roleKey}
          options={names.roles.map(({ key, name }) => ({ value: key, label: name }))}
          onChange={(event) => patch({ roleKey: event.target.value, personId: '' })}
        />
        <SelectInput
          label="Of"
          none="Anybody in the role"
          value={typed.personId}
          options={holders.map(({ id }) => ({ value: id, label: names.person(id) }))}
          onChange={(event) => patch({ personId: event.target.value })}
        />
      </FieldRow>
      <FieldRow>
        <DateInput
          label="In the week of"
          help={isChange ? undefined : 'Any day of it'}
          value={typed.weekOn}
          onChange={(event) => patch({ weekOn: event.target.value })}
        />
        <NumberInput
          label="Days"
          unit="a week"
          width={72}
          value={typed.days}
          onChange={(event) => patch({ days: event.target.value })}
        />
        {!isChange && (
          <NumberInput
            label="For"
            unit="weeks"
            width={72}
            value={typed.weeks}
            onChange={(event) => patch({ weeks: event.target.value })}
          />
        )}
      </FieldRow>
      <TextArea
        label="Note"
        optional
        rows={2}
        value={typed.note}
        onChange={(event) => patch({ note: event.target.value })}
      />
      <WeekOutlook
        weekOn={typed.weekOn}
        roleKey={typed.roleKey}
        personId={typed.personId}
        added={days ?? 0}
        before={isChange ? start : null}
      />
    </FormDialog>
  );
}
