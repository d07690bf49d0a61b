import Button from '@mui/material/Button';
import type { CallError } from '#shared/contract/procedure.ts';
import { taskKinds } from '#shared/model/planning/plan.ts';
import type { PlanView, TaskView } from '#shared/model/planning/plan.ts';
import { daysInWords } from '#shared/rules/planning/plan-words.ts';
import { slackInWords } from '#shared/rules/planning/task-slack.ts';
import { SavedField } from '../../../components/editing/SavedField.tsx';
import { SavedSelect } from '../../../components/editing/SavedSelect.tsx';
import { Inspector, InspectorPart } from '../../../components/Inspector.tsx';
import type { ReleasePage } from '../releases/index.ts';
import { Predecessors } from './Predecessors.tsx';
import { kindWords, spanInWords } from './task-words.ts';
import type { PlanEdits, TaskPatch } from './use-plan.ts';
import { wholeDays } from './whole-days.ts';
import styles from './tasks.module.css';

type TaskInspectorProps = {
  task: TaskView;
  plan: PlanView;
  page: ReleasePage;
  edits: PlanEdits;
  owners: readonly { value: string; label: string }[];
};

const kinds = taskKinds.map((value) => ({ value, label: kindWords[value] }));

/** One task, edited in place. */
export function TaskInspector({ task, plan, page, edits, owners }: TaskInspectorProps) {
  const { editable, names } = page;
  const isDone = task.doneOn !== null;
  const change = (patch: TaskPatch) => edits.change(task, patch);
  const takeOut = async () => {
    if ((await edits.remove(task)) === null) page.select(null);
  };
  return (
    <Inspector
      title={task.title}
      note={`${spanInWords(task, plan.today)}, ${daysInWords(task)}`}
      onClose={() => page.select(null)}
      actions={
        editable ? (
          <>
            <Button onClick={() => edits.mark(task, plan.today)}>
              {isDone ? 'Mark as not done' : 'Mark as done'}
            </Button>
            <Button variant="text" onClick={() => void takeOut()}>
              Take out of the plan
            </Button>
          </>
        ) : undefined
      }
    >
      <InspectorPart title="When">
        <p className={styles['why']} dir="auto">
          {task.why}
          {task.slackDays !== null && ` ${slackInWords(task.slackDays)}`}
        </p>
        <Dates task={task} editable={editable} change={change} />
      </InspectorPart>
      <Predecessors task={task} plan={plan} page={page} change={change} />
      <InspectorPart title="What">
        <div className={styles['fields']}>
          <SavedField
            label="Title"
            readOnly={!editable}
            value={task.title}
            save={(title) => change({ title })}
          />
          <dl className={styles['facts']}>
            <dt>Kind</dt>
            <dd>
              {editable ? (
                <SavedSelect
                  label="Kind"
                  value={task.kind}
                  options={kinds}
                  save={(kind) => change({ kind })}
                />
              ) : (
                kindWords[task.kind]
              )}
            </dd>
            <dt>Owner</dt>
            <dd>
              {editable ? (
                <SavedSelect
                  label="Owner"
                  value={task.ownerId ?? ''}
                  options={owners}
                  save={(ownerId) => change({ ownerId: ownerId === '' ? null : ownerId })}
                />
              ) : (
                <bdi>{names.person(task.ownerId)}</bdi>
              )}
            </dd>
          </dl>
          <SavedField
            kind="area"
            label="Note"
            readOnly={!editable}
            value={task.note}
            save={(note) => change({ note })}
          />
        </div>
      </InspectorPart>
    </Inspector>
  );
}

type DatesProps = {
  task: TaskView;
  editable: boolean;
  change: (patch: TaskPatch) => Promise<CallError | null>;
};

function Dates({ task, editable, change }: DatesProps) {
  const isMilestone = task.kind === 'milestone';
  const own = { readOnly: !editable };
  return (
    <div className={styles['pair']}>
      <SavedField
        {...own}
        kind="date"
        label={isMilestone ? 'On' : 'From'}
        help="At the earliest"
        value={task.startOn ?? ''}
        save={(startOn) => change({ startOn: startOn === '' ? null : startOn })}
      />
      {!isMilestone && (
        <SavedField
          {...own}
          kind="number"
          label="Working days"
          width={96}
          value={String(task.durationDays)}
          save={(typed) => {
            const days = wholeDays(typed);
            return 'code' in days ? Promise.resolve(days) : change(days);
          }}
        />
      )}
      {!isMilestone && (
        <SavedField
          {...own}
          kind="date"
          label="Last day"
          help="Sets the working days"
          value={task.endsOn}
          save={(endOn) => (endOn === '' ? Promise.resolve(null) : change({ endOn }))}
        />
      )}
      <SavedField
        {...own}
        kind="date"
        label="Done on"
        value={task.doneOn ?? ''}
        save={(doneOn) => change({ doneOn: doneOn === '' ? null : doneOn })}
      />
    </div>
  );
}
