import Button from '@mui/material/Button';
import type { Output } from '#shared/contract/index.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { InspectorPart } from '../../../components/Inspector.tsx';
import { Status } from '../../../components/Status.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';
import { releaseHref } from '../../planning/releases/index.ts';
import type { Names } from '../../planning/releases/index.ts';
import { answerLook, answerWord } from './lesson-words.ts';
import styles from './lessons.module.css';

type LessonUseProps = { got: Output<'lessons.get'>; names: Names; onRemoved: () => void };

/** What releases answered to a lesson, and whether further ones are asked. */
export function LessonUse({ got, names, onRemoved }: LessonUseProps) {
  const { lesson, answers } = got;
  const { id, retiredAt } = lesson;
  const editable = useProcedure('workspace.state', {}).data?.open?.readOnly === null;
  const change = useCommand('lessons.edit');
  const remove = useCommand('lessons.remove');
  const turn = async (retired: boolean) => {
    const answer = await change.run({ id, retired });
    if (!answer.ok) return;
    const text = retired ? 'Out of use: no further release is asked' : 'In use again';
    showToast({ text, undo: undoOf(answer) });
  };
  const takeAway = async () => {
    const answer = await remove.run({ id });
    if (!answer.ok) return;
    showToast({ text: 'Lesson removed; history keeps it', undo: undoOf(answer) });
    onRemoved();
  };
  const refusal = change.error ?? remove.error;
  return (
    <InspectorPart title={retiredAt === null ? 'What releases answered' : 'Out of use'}>
      {refusal !== null && <ErrorPanel what="This was not changed" why={refusal.message} />}
      {retiredAt !== null && (
        <p className={styles['quiet']}>No further release is asked; what was answered stays.</p>
      )}
      {answers.length === 0 && <p className={styles['quiet']}>No release has answered it yet.</p>}
      {answers.length > 0 && (
        <ul className={styles['history']} aria-label="What releases answered">
          {answers.map(({ releaseId, release, answer }) => (
            <li key={releaseId}>
              <a className={styles['link']} href={releaseHref(releaseId, 'risks', id)}>
                <bdi>{release}</bdi>
              </a>{' '}
              <Status
                kind={answerLook[answer.outcome]}
                variant="plain"
                label={answerWord(answer.outcome)}
              />
              <p className={styles['quiet']}>
                {names.person(answer.byId)}: <bdi>{answer.note}</bdi>
              </p>
            </li>
          ))}
        </ul>
      )}
      {editable && (
        <div className={styles['buttons']}>
          <Button
            size="small"
            loading={change.pending}
            onClick={() => void turn(retiredAt === null)}
          >
            {retiredAt === null ? 'Take out of use' : 'Use it again'}
          </Button>
          {answers.length === 0 && (
            <Button size="small" variant="text" color="error" onClick={() => void takeAway()}>
              Remove, entered in error
            </Button>
          )}
        </div>
      )}
    </InspectorPart>
  );
}
