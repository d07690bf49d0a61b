import { useState } from 'react';
import IconButton from '@mui/material/IconButton';
import { X } from 'lucide-react';
import type { CallError } from '#shared/contract/procedure.ts';
import type { PlanView, TaskView } from '#shared/model/planning/plan.ts';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import { InspectorPart } from '../../../components/Inspector.tsx';
import type { ReleasePage } from '../releases/index.ts';
import type { TaskPatch } from './use-plan.ts';
import styles from './tasks.module.css';

type PredecessorsProps = {
  task: TaskView;
  plan: PlanView;
  page: ReleasePage;
  change: (patch: TaskPatch) => Promise<CallError | null>;
};

/** What must be done before a task, and what waits for it; the core refuses a circle. */
export function Predecessors({ task, plan, page, change }: PredecessorsProps) {
  const [refusal, setRefusal] = useState<string>();
  const waiting = plan.tasks.filter(({ predecessorIds }) => predecessorIds.includes(task.id));
  const before = plan.tasks.filter(({ id }) => task.predecessorIds.includes(id));
  const others = plan.tasks.filter(({ id }) => id !== task.id && !task.predecessorIds.includes(id));
  const save = async (predecessorIds: string[]) => {
    const error = await change({ predecessorIds });
    setRefusal(error?.message);
  };
  return (
    <InspectorPart title="Waits for">
      <div className={styles['fields']}>
        {before.length > 0 && (
          <ul className={styles['names']} aria-label="Predecessors">
            {before.map(({ id, title }) => (
              <li key={id}>
                <TaskLink title={title} onOpen={() => page.select(id)} />
                {page.editable && (
                  <IconButton
                    aria-label={`Wait no longer for ${title}`}
                    title="Wait no longer"
                    onClick={() => void save(task.predecessorIds.filter((each) => each !== id))}
                  >
                    <X />
                  </IconButton>
                )}
              </li>
            ))}
          </ul>
        )}
        {page.editable && others.length > 0 && (
          <SelectInput
            label="Add a predecessor"
            none="Choose a task"
            value=""
            error={refusal}
            options={others.map(({ id, title }) => ({ value: id, label: title }))}
            onChange={({ target }) => {
              if (target.value !== '') void save([...task.predecessorIds, target.value]);
            }}
          />
        )}
        {!page.editable && before.length === 0 && <p>nothing</p>}
        {waiting.length > 0 && (
          <div>
            <p className={styles['what']}>Waiting for it</p>
            <ul className={styles['names']} aria-label="Waiting for it">
              {waiting.map(({ id, title }) => (
                <li key={id}>
                  <TaskLink title={title} onOpen={() => page.select(id)} />
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </InspectorPart>
  );
}

function TaskLink({ title, onOpen }: { title: string; onOpen: () => void }) {
  return (
    <button type="button" className={styles['link']} onClick={onOpen}>
      <bdi>{title}</bdi>
    </button>
  );
}
