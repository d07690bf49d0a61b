import type { CallError } from '#shared/contract/procedure.ts';
import type { RollbackRecord } from '#shared/model/planning/rollback.ts';
import { SavedField } from '../../../components/editing/SavedField.tsx';
import { Panel } from '../../../components/Panel.tsx';
import { Section } from '../../../components/Section.tsx';
import type { ReleasePage } from '../releases/index.ts';
import type { RollbackEdits } from './use-rollback.ts';

/** Enough for a plan of a weekend, and what the contract takes at most. */
const mostMinutes = 100_000;

type RollbackStepsProps = { plan: RollbackRecord; page: ReleasePage; edits: RollbackEdits };

/** The way back itself, until when it can be gone, and how long it takes. */
export function RollbackSteps({ plan, page, edits: { save } }: RollbackStepsProps) {
  const readOnly = !page.editable;
  const steps = plan.steps.split('\n').filter((step) => step.trim() !== '').length;
  const count = steps === 1 ? '1 step' : `${steps} steps`;
  return (
    <Section title="Steps" note={steps === 0 ? 'none yet' : count}>
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
          kind="number"
          label="Takes"
          unit="min"
          optional
          readOnly={readOnly}
          value={plan.durationMinutes === null ? '' : String(plan.durationMinutes)}
          save={(typed) => saveMinutes(typed, (durationMinutes) => save({ durationMinutes }))}
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
