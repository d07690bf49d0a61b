import { useMemo } from 'react';
import type { PlanView } from '#shared/model/planning/plan.ts';
import { Empty } from '../../../components/Empty.tsx';
import { Segmented } from '../../../components/form/Segmented.tsx';
import { Section } from '../../../components/Section.tsx';
import { Status } from '../../../components/Status.tsx';
import { useScreenCommands } from '../../../state/screen-commands.ts';
import type { ScreenCommand } from '../../../state/screen-commands.ts';
import { AddTask } from './AddTask.tsx';
import type { Baselined } from './bar-axis.ts';
import { usePlanLook } from './plan-look.ts';
import { TaskBars } from './TaskBars.tsx';
import { TaskList } from './TaskList.tsx';
import type { PlanProps } from './TaskList.tsx';
import { countInWords } from './task-words.ts';
import styles from './tasks.module.css';

type PlanSectionProps = PlanProps & {
  owners: readonly { value: string; label: string }[];
  /** Where tasks lay in the baseline. */
  baseline?: Baselined | undefined;
};

const looks = [
  { value: 'list', label: 'List' },
  { value: 'bars', label: 'Bars' },
] as const;

/** Tasks and milestones, as a list or as bars, with what they come to. */
export function PlanSection(props: PlanSectionProps) {
  const { plan, page, edits, order, owners, baseline = [] } = props;
  const { look, setLook } = usePlanLook();
  const releaseId = page.release.id;
  useScreenCommands(useTaskCommands({ plan, page, edits, order }));
  return (
    <Section
      title="Plan"
      note={plan.tasks.length === 0 ? undefined : countInWords(plan)}
      actions={
        plan.tasks.length > 0 && (
          <Segmented label="Show the plan as" choices={looks} value={look} onPick={setLook} />
        )
      }
    >
      {plan.tasks.length > 0 && <Verdict plan={plan} />}
      {page.editable && (
        <AddTask key={releaseId} releaseId={releaseId} owners={owners} add={edits.add} />
      )}
      {plan.tasks.length === 0 ? (
        <Empty
          text={
            page.editable
              ? 'The tasks and milestones on the way to the start, who does them and what waits for what. Add the first one above.'
              : 'No tasks were planned for this release.'
          }
        />
      ) : look === 'list' ? (
        <TaskList plan={plan} page={page} edits={edits} order={order} />
      ) : (
        <TaskBars plan={plan} page={page} order={order} baseline={baseline} />
      )}
      <p className="visually-hidden" role="status">
        {order.said}
      </p>
    </Section>
  );
}

/** What the plan comes to: whether it is over when the release starts, and why. */
function Verdict({ plan }: { plan: PlanView }) {
  const { runsOver, releaseOn, tasks, why } = plan;
  const isLate = tasks.some(({ late }) => late);
  const kind = runsOver ? 'failed' : isLate || releaseOn === null ? 'waiting' : 'passed';
  const word = runsOver ? 'Ends too late' : isLate ? 'Tasks are late' : 'In time';
  return (
    <p className={styles['verdict']}>
      <Status kind={kind} label={releaseOn === null && !isLate ? 'No start yet' : word} />
      <span dir="auto">{why}</span>
    </p>
  );
}

/** `d` marks the focused or opened task, `b` turns between list and bars. */
function useTaskCommands({ plan, page, edits }: PlanProps): readonly ScreenCommand[] {
  const { setLook, look } = usePlanLook();
  const { editable, selected } = page;
  return useMemo(() => {
    const other = look === 'list' ? 'bars' : 'list';
    const turn = { id: 'plan.look', label: `Show the plan as ${other}`, key: 'b' };
    const mark = () => {
      const row = document.activeElement?.closest('[data-task]');
      const id = row?.getAttribute('data-task') ?? selected;
      const task = plan.tasks.find((each) => each.id === id);
      if (task !== undefined) edits.mark(task, plan.today);
    };
    const commands = [{ ...turn, run: () => setLook(other) }];
    if (!editable) return commands;
    return [
      ...commands,
      { id: 'plan.done', label: 'Mark the task as done, or as not done', key: 'd', run: mark },
    ];
  }, [plan, edits, editable, selected, look, setLook]);
}
