import { Diamond } from 'lucide-react';
import type { TaskView } from '#shared/model/planning/plan.ts';
import { slackInWords } from '#shared/rules/planning/task-slack.ts';
import choice from '../../../components/form/Choice.module.css';
import { Person } from '../../../components/Person.tsx';
import { Status } from '../../../components/Status.tsx';
import { RowMenu } from '../../../components/RowMenu.tsx';
import type { PlanProps } from './TaskList.tsx';
import { spanInWords } from './task-words.ts';
import styles from './tasks.module.css';

type TaskRowProps = PlanProps & { task: TaskView; place: number; waitsFor: string };

/** A task as one line; the inspector changes it, done is marked here. */
export function TaskRow({ task, place, waitsFor, plan, page, edits, order }: TaskRowProps) {
  const { title, kind, doneOn, durationDays, slackDays, ownerId, late } = task;
  const { today } = plan;
  const isDone = doneOn !== null;
  const selected = page.selected === task.id;
  const look = [styles['row'], isDone && styles['isDone'], selected && styles['selected']];
  return (
    <div className={look.filter(Boolean).join(' ')}>
      <span className={styles['done']}>
        <input
          type="checkbox"
          className={choice['box']}
          aria-label={`Done: ${title}`}
          title={isDone ? 'Done' : 'Mark as done (d)'}
          checked={isDone}
          disabled={!page.editable}
          onChange={() => edits.mark(task, today)}
        />
      </span>
      <span className={styles['title']}>
        {kind === 'milestone' && <Diamond size={14} className={styles['diamond']} aria-hidden />}
        <button
          type="button"
          data-opens
          className={styles['open']}
          title={title}
          aria-current={selected ? 'true' : undefined}
          onClick={() => page.select(task.id)}
        >
          <bdi>{title}</bdi>
          {kind === 'milestone' && <span className="visually-hidden">, milestone</span>}
        </button>
      </span>
      <span className={styles['waits']} title={waitsFor}>
        <bdi>{waitsFor}</bdi>
      </span>
      <span className={styles['state']}>
        {late && <Status kind="failed" label="Late" variant="plain" />}
      </span>
      <span className={styles['when']} title={task.why}>
        {spanInWords(task, today)}
      </span>
      <span className={styles['days']}>{kind === 'milestone' ? '' : durationDays}</span>
      <span
        className={styles['slack']}
        title={slackDays === null ? undefined : slackInWords(slackDays)}
      >
        {slackDays}
      </span>
      <span className={styles['owner']}>
        {ownerId !== null && <Person name={page.names.person(ownerId)} />}
      </span>
      <span className={styles['actions']}>
        {page.editable && (
          <RowMenu
            name={title}
            order={{
              isFirst: place === 0,
              isLast: place === order.tasks.length - 1,
              onShift: (by) => order.shift(task, by),
            }}
            actions={[{ label: 'Take out of the plan', run: () => void edits.remove(task) }]}
          />
        )}
      </span>
    </div>
  );
}
