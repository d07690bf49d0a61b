import type { PlanView, TaskView } from '#shared/model/planning/plan.ts';
import type { ReleasePage } from '../releases/index.ts';
import { planKeys } from './plan-keys.ts';
import { TaskRow } from './TaskRow.tsx';
import type { PlanEdits } from './use-plan.ts';
import type { TaskOrder } from './use-task-order.ts';
import styles from './tasks.module.css';

export type PlanProps = { plan: PlanView; page: ReleasePage; edits: PlanEdits; order: TaskOrder };

/** The plan as a list, in the order people gave it. */
export function TaskList({ plan, page, edits, order }: PlanProps) {
  const titles = new Map(plan.tasks.map(({ id, title }) => [id, title]));
  const waitsFor = ({ predecessorIds }: TaskView) =>
    predecessorIds.map((id) => titles.get(id) ?? '').join(', ');
  return (
    <div className={styles['table']}>
      <div className={`${styles['row']} ${styles['head']}`} aria-hidden>
        <span className={styles['done']}>Done</span>
        <span className={styles['title']}>Task</span>
        <span className={styles['waits']}>Waits for</span>
        <span className={styles['state']} />
        <span className={styles['when']}>From – to</span>
        <span className={styles['days']}>Days</span>
        <span className={styles['slack']} title="Working days it can slip">
          Slack
        </span>
        <span className={styles['owner']}>Owner</span>
        <span className={styles['actions']} />
      </div>
      <ul aria-label="Tasks" onKeyDown={planKeys(page, order)}>
        {order.tasks.map((task, place) => (
          <li key={task.id} data-task={task.id} className={styles['item']}>
            <TaskRow
              task={task}
              place={place}
              waitsFor={waitsFor(task)}
              plan={plan}
              page={page}
              edits={edits}
              order={order}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
