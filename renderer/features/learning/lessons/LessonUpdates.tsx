import { useState } from 'react';
import Button from '@mui/material/Button';
import { Plus } from 'lucide-react';
import type { CallError } from '#shared/contract/procedure.ts';
import type { Lesson, LessonUpdate } from '#shared/model/learning/lessons.ts';
import { isOverdue, updateInWords } from '#shared/rules/learning/lesson-terms.ts';
import { dateIn, formatDate } from '#shared/rules/planning/zoned-time.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { InspectorPart } from '../../../components/Inspector.tsx';
import { Status } from '../../../components/Status.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { useNow } from '../../../state/clock.ts';
import { undoOf } from '../../../state/edits.ts';
import type { Names } from '../../planning/releases/index.ts';
import { UpdateDialog } from './UpdateDialog.tsx';
import styles from './lessons.module.css';

type LessonUpdatesProps = { lesson: Lesson; names: Names };

/** What is to be brought up to date, so that the next one finds the lesson where they look. */
export function LessonUpdates({ lesson, names }: LessonUpdatesProps) {
  const open = useProcedure('workspace.state', {}).data?.open;
  const today = dateIn(useNow(), open?.workspace.zone ?? 'UTC');
  const editable = open?.readOnly === null;
  // A dialog for one of them, or for a new one.
  const [asked, setAsked] = useState<LessonUpdate | 'new' | null>(null);
  const [refusal, setRefusal] = useState<CallError | null>(null);
  const save = useCommand('lessons.saveUpdate').run;
  const remove = useCommand('lessons.removeUpdate').run;
  const mark = async ({ id }: LessonUpdate, done: boolean) => {
    const answer = await save({ lessonId: lesson.id, id, done });
    setRefusal(answer.ok ? null : answer.error);
    if (answer.ok)
      showToast({ text: done ? 'Marked as done' : 'Open again', undo: undoOf(answer) });
  };
  const takeAway = async ({ id }: LessonUpdate) => {
    const answer = await remove({ id });
    setRefusal(answer.ok ? null : answer.error);
    if (answer.ok) showToast({ text: 'Removed; history keeps it', undo: undoOf(answer) });
  };
  return (
    <InspectorPart title="To bring up to date">
      {lesson.updates.length === 0 && (
        <p className={styles['quiet']}>
          Nothing yet: a runbook, a support script, documentation or a checklist that should say it.
        </p>
      )}
      <ul className={styles['updates']} aria-label="To bring up to date">
        {lesson.updates.map((update) => (
          <li key={update.id}>
            <Status
              kind={
                update.doneAt !== null ? 'passed' : isOverdue(update, today) ? 'failed' : 'waiting'
              }
              variant="icon"
              label={
                update.doneAt !== null ? 'Done' : isOverdue(update, today) ? 'Overdue' : 'Open'
              }
            />
            <div>
              <bdi>
                {updateInWords[update.kind]}: {update.what}
              </bdi>
              <p className={styles['quiet']}>{termsOf(update, names, today)}</p>
              {editable && (
                <div className={styles['row']}>
                  <Button size="small" onClick={() => void mark(update, update.doneAt === null)}>
                    {update.doneAt === null ? 'Mark as done' : 'Open again'}
                    <span className="visually-hidden">: {update.what}</span>
                  </Button>
                  <Button size="small" variant="text" onClick={() => setAsked(update)}>
                    Change…<span className="visually-hidden"> {update.what}</span>
                  </Button>
                  <Button size="small" variant="text" onClick={() => void takeAway(update)}>
                    Remove<span className="visually-hidden"> {update.what}</span>
                  </Button>
                </div>
              )}
            </div>
          </li>
        ))}
      </ul>
      {refusal !== null && (
        <p className={styles['refusal']} role="alert">
          {refusal.message}
        </p>
      )}
      {editable && (
        <Button size="small" startIcon={<Plus />} onClick={() => setAsked('new')}>
          Add something to update
        </Button>
      )}
      {asked !== null && (
        <UpdateDialog
          lessonId={lesson.id}
          update={asked === 'new' ? null : asked}
          names={names}
          onClose={() => setAsked(null)}
        />
      )}
    </InspectorPart>
  );
}

/** `Ana Duarte, due Mon 2 Nov, overdue`, `Done by Ana Duarte` */
function termsOf(update: LessonUpdate, names: Names, today: string): string {
  const { ownerId, dueOn, doneAt, doneById } = update;
  if (doneAt !== null) return `Done by ${names.person(doneById)}`;
  const owner = ownerId === null ? 'Nobody yet' : names.person(ownerId);
  if (dueOn === null) return owner;
  return `${owner}, due ${formatDate(dueOn, today)}${isOverdue(update, today) ? ', overdue' : ''}`;
}
