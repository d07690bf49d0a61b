import Button from '@mui/material/Button';
import { involvements } from '#shared/model/planning/plan.ts';
import type { Stakeholder } from '#shared/model/planning/plan.ts';
import { involvementWords } from '#shared/rules/planning/plan-words.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { SavedField } from '../../../components/editing/SavedField.tsx';
import { SavedSelect } from '../../../components/editing/SavedSelect.tsx';
import { Inspector, InspectorPart } from '../../../components/Inspector.tsx';
import type { ReleasePage } from '../releases/index.ts';
import { contactOf } from './contact.ts';
import { useStakeholders } from './use-stakeholders.ts';
import type { StakeholderPatch } from './use-stakeholders.ts';
import styles from './stakeholders.module.css';

/** The opened stakeholder, edited in place; nothing while none is opened. */
export function StakeholderInspector({ page }: { page: ReleasePage }) {
  const list = useProcedure('stakeholders.list', { releaseId: page.release.id });
  const found = list.data?.find(({ id }) => id === page.selected);
  if (found === undefined) return null;
  return <Opened key={found.id} stakeholder={found} page={page} />;
}

const choices = involvements.map((value) => ({ value, label: involvementWords[value] }));

function Opened({ stakeholder, page }: { stakeholder: Stakeholder; page: ReleasePage }) {
  const edits = useStakeholders(page.release.id);
  const { editable } = page;
  const { name, personId, interest, involvement, contact } = stakeholder;
  const change = (patch: StakeholderPatch) => edits.change(stakeholder, patch);
  const takeOff = async () => {
    if ((await edits.remove(stakeholder)) === null) page.select(null);
  };
  const fromWorkspace = contactOf({ contact: '', personId }, page.names.people);
  return (
    <Inspector
      title={name}
      note={personId === null ? 'From outside of the workspace' : 'Of the workspace'}
      onClose={() => page.select(null)}
      actions={
        editable ? (
          <Button variant="text" onClick={() => void takeOff()}>
            Remove
          </Button>
        ) : undefined
      }
    >
      <InspectorPart title="Facts">
        <dl className={styles['facts']}>
          <dt>Is</dt>
          <dd>
            {editable ? (
              <SavedSelect
                label="Involvement"
                value={involvement}
                options={choices}
                save={(chosen) => change({ involvement: chosen })}
              />
            ) : (
              involvementWords[involvement]
            )}
          </dd>
        </dl>
        <div className={styles['fields']}>
          {personId === null && (
            <SavedField
              label="Name"
              readOnly={!editable}
              value={name}
              save={(typed) => change({ name: typed })}
            />
          )}
          <SavedField
            kind="area"
            label="Interest"
            readOnly={!editable}
            value={interest}
            save={(typed) => change({ interest: typed })}
          />
          <SavedField
            label="Contact"
            readOnly={!editable}
            value={contact}
            placeholder={fromWorkspace}
            save={(typed) => change({ contact: typed })}
          />
        </div>
      </InspectorPart>
    </Inspector>
  );
}
