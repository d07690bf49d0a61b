import type { CallError } from '#shared/contract/procedure.ts';
import { phase as phaseSchema, phases } from '#shared/model/planning/releases.ts';
import type { ChecklistEntry } from '#shared/model/governance/checklists.ts';
import { dueWords } from '#shared/rules/governance/checklist-templates.ts';
import { SavedField } from '../../../components/editing/SavedField.tsx';
import { SavedSelect } from '../../../components/editing/SavedSelect.tsx';
import { InspectorPart } from '../../../components/Inspector.tsx';
import { peopleToChoose } from '../../planning/releases/index.ts';
import type { Names } from '../../planning/releases/index.ts';
import { phaseWords } from './checklist-groups.ts';
import { ownerWords } from './item-words.ts';
import type { ItemPatch } from './use-checklist.ts';
import styles from './checklists.module.css';

type ItemFieldsProps = {
  item: ChecklistEntry;
  names: Names;
  editable: boolean;
  set: (patch: ItemPatch) => Promise<CallError | null>;
};

const phaseOptions = phases
  .filter((phase) => phase !== 'closed')
  .map((value) => ({ value, label: phaseWords[value] }));

/** Words, phase, owner and date of an item. */
export function ItemFields({ item, names, editable, set }: ItemFieldsProps) {
  // Until somebody is named, whoever has the role on the release.
  const byRole =
    item.owner === null || item.ownerRole === null
      ? ownerWords({ ...item, owner: null }, names)
      : `${names.person(item.owner)} (${names.role(item.ownerRole)})`;
  const fallback = item.ownerId === null ? byRole : 'Whoever has its role';
  const owners = [{ value: '', label: fallback }, ...peopleToChoose(names, [item.ownerId])];
  const roles = [
    { value: '', label: 'No role' },
    ...names.roles.map(({ key, name }) => ({ value: key, label: name })),
  ];
  return (
    <InspectorPart title="What, who, when">
      <div className={styles['fields']}>
        <SavedField
          kind="area"
          label="What has to be true"
          readOnly={!editable}
          value={item.text}
          save={(text) => set({ text: text.replace(/\s*\n\s*/g, ' ') })}
        />
        <dl className={styles['facts']}>
          <dt>Before the end of</dt>
          <dd>
            {editable ? (
              <SavedSelect
                label="Before the end of"
                value={item.phase}
                options={phaseOptions}
                save={(value) => set({ phase: phaseSchema.parse(value) })}
              />
            ) : (
              phaseWords[item.phase]
            )}
          </dd>
          <dt>Role</dt>
          <dd>
            {editable ? (
              <SavedSelect
                label="Role that owns it"
                value={item.ownerRole ?? ''}
                options={roles}
                save={(role) => set({ ownerRole: role === '' ? null : role })}
              />
            ) : (
              (item.ownerRole !== null && names.role(item.ownerRole)) || 'none'
            )}
          </dd>
          <dt>Owner</dt>
          <dd>
            {editable ? (
              <SavedSelect
                label="Owner"
                value={item.ownerId ?? ''}
                options={owners}
                save={(ownerId) => set({ ownerId: ownerId === '' ? null : ownerId })}
              />
            ) : (
              <bdi>{ownerWords(item, names)}</bdi>
            )}
          </dd>
        </dl>
        <SavedField
          kind="date"
          label="Due"
          readOnly={!editable}
          help={dueHelp(item)}
          value={item.due ?? ''}
          save={(due) => set({ dueOn: due === '' ? null : due })}
        />
      </div>
    </InspectorPart>
  );
}

/** A date by hand stays where it is; one of a template moves with the release. */
function dueHelp({ dueOn, dueDaysBefore }: ChecklistEntry): string | undefined {
  if (dueDaysBefore === null) return undefined;
  const counted = dueWords(dueDaysBefore);
  return dueOn === null
    ? `Counted: ${counted}. It moves with the release until you set a date.`
    : `Set by hand; clear it to count again: ${counted}.`;
}
