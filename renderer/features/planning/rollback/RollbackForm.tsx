import { useProcedure } from '../../../api/useProcedure.ts';
import type { CallError } from '#shared/contract/procedure.ts';
import type { RollbackPlan } from '#shared/model/planning/releases.ts';
import { SavedField } from '../../../components/editing/SavedField.tsx';
import { Panel, PanelList, PanelRow } from '../../../components/Panel.tsx';
import { Section } from '../../../components/Section.tsx';
import { Status } from '../../../components/Status.tsx';
import type { ReleasePage } from '../releases/index.ts';
import { useRollback } from './use-rollback.ts';
import styles from './rollback.module.css';

/** Enough for a plan of a weekend, and what the contract takes at most. */
const mostMinutes = 100_000;

export function RollbackForm({ plan, page }: { plan: RollbackPlan; page: ReleasePage }) {
  const save = useRollback(plan);
  const readOnly = !page.editable;
  const steps = plan.steps.split('\n').filter((step) => step.trim() !== '').length;
  return (
    <div className={styles['columns']}>
      <Section title="Steps" note={steps === 0 ? 'none yet' : `${steps} steps`}>
        <Panel padded>
          <SavedField
            kind="area"
            label="Rollback steps, in order"
            help="One step a line. With steps the plan counts as present; changing them makes decisions stale that were given on it."
            placeholder={'Switch traffic back to the old version\nRestore the payments database…'}
            width={900}
            readOnly={readOnly}
            value={plan.steps}
            save={(text) => save({ steps: text })}
          />
          <SavedField
            label="Point of no return"
            help="The moment after which going back is no longer possible, or no longer cheaper than going on."
            placeholder="When the new ledger entries are written, about 22:40"
            width={900}
            optional
            readOnly={readOnly}
            value={plan.pointOfNoReturn}
            save={(pointOfNoReturn) => save({ pointOfNoReturn })}
          />
        </Panel>
      </Section>
      <div>
        <Section title="Time and rehearsal">
          <Panel padded>
            <SavedField
              kind="number"
              label="Takes"
              unit="min"
              optional
              readOnly={readOnly}
              value={plan.durationMinutes === null ? '' : String(plan.durationMinutes)}
              save={(typed) => saveMinutes(typed, (durationMinutes) => save({ durationMinutes }))}
            />
            <SavedField
              kind="date"
              label="Rehearsed on"
              help="A rehearsal counts for 30 days. It binds no decision."
              optional
              readOnly={readOnly}
              value={plan.rehearsedOn ?? ''}
              save={(date) => save({ rehearsedOn: date === '' ? null : date })}
            />
            <SavedField
              label="Result of the rehearsal"
              placeholder="38 minutes on staging, step 3 by hand"
              optional
              readOnly={readOnly}
              value={plan.rehearsalResult}
              save={(rehearsalResult) => save({ rehearsalResult })}
            />
          </Panel>
        </Section>
        <RollbackGates page={page} />
      </div>
    </div>
  );
}

/** What the gates make of the plan, so that nobody has to go and look. */
function RollbackGates({ page }: { page: ReleasePage }) {
  const gates = useProcedure('gates.list', { releaseId: page.release.id }).data ?? [];
  const watching = gates.filter(
    ({ check }) => check === 'rollback-planned' || check === 'rollback-rehearsed',
  );
  if (watching.length === 0) return null;
  return (
    <Section title="What the gates say">
      <PanelList label="Gates that look at the rollback plan">
        {watching.map((gate) => (
          <PanelRow
            key={gate.id}
            lead={<Status kind={gate.status} variant="icon" />}
            title={gate.name}
            note={gate.summary}
          />
        ))}
      </PanelList>
    </Section>
  );
}

async function saveMinutes(
  typed: string,
  save: (minutes: number | null) => Promise<CallError | null>,
): Promise<CallError | null> {
  const text = typed.trim();
  if (text === '') return save(null);
  if (/^\d+$/.test(text) && Number(text) <= mostMinutes) return save(Number(text));
  return {
    code: 'invalid_input',
    message: `Expected whole minutes, such as 45, and found “${text}”.`,
  };
}
