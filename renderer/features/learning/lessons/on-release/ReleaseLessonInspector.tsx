import { useState } from 'react';
import Button from '@mui/material/Button';
import type { ReleaseLesson } from '#shared/model/learning/lessons.ts';
import { kindInWords } from '#shared/rules/learning/lesson-terms.ts';
import { useCommand } from '../../../../api/useCommand.ts';
import { ReasonForm } from '../../../../components/editing/ReasonForm.tsx';
import { Inspector, InspectorPart } from '../../../../components/Inspector.tsx';
import { Status } from '../../../../components/Status.tsx';
import { showToast } from '../../../../components/toasts/toast-store.ts';
import { whenText } from '../../../../components/when-text.ts';
import type { ReleasePage } from '../../../planning/releases/index.ts';
import { answerLook, answerWord } from '../lesson-words.ts';
import { LessonText } from '../LessonText.tsx';
import { AnswerForm } from './AnswerForm.tsx';
import styles from '../lessons.module.css';

type ReleaseLessonInspectorProps = { asked: ReleaseLesson; page: ReleasePage };

type Doing = 'nothing' | 'answering' | 'withdrawing';

/** One lesson as this release is asked about it: what it says, why it is asked, and the answer. */
export function ReleaseLessonInspector({ asked, page }: ReleaseLessonInspectorProps) {
  const { lesson, why, answer, history } = asked;
  const [doing, setDoing] = useState<Doing>('nothing');
  const withdraw = useCommand('lessons.withdrawAnswer').run;
  const stop = () => setDoing('nothing');
  // The list can tell of the answer before its command does: what was begun meanwhile goes on.
  const answered = () => setDoing((now) => (now === 'answering' ? 'nothing' : now));
  const mayAnswer = page.editable && (why.length > 0 || history.length > 0);
  const isAnswering = mayAnswer && (doing === 'answering' || (answer === null && why.length > 0));
  const takeBack = async (reason: string) => {
    const sent = await withdraw({ releaseId: page.release.id, lessonId: lesson.id, reason });
    if (sent.ok) showToast({ text: 'Answer withdrawn; the lesson is unanswered again' });
    return sent.ok ? null : sent.error;
  };
  return (
    <Inspector
      title={lesson.title}
      note={
        <>
          {kindInWords[lesson.kind]} ·{' '}
          <a className={styles['link']} href={`#/improve?show=lessons&sel=${lesson.id}`}>
            Open the lesson
          </a>
        </>
      }
      onClose={() => page.select(null)}
      actions={
        mayAnswer && !isAnswering && doing === 'nothing' ? (
          <>
            <Button onClick={() => setDoing('answering')}>Answer again…</Button>
            {answer !== null && (
              <Button variant="text" onClick={() => setDoing('withdrawing')}>
                Withdraw…
              </Button>
            )}
          </>
        ) : undefined
      }
      actionsNote={
        mayAnswer && !isAnswering && doing === 'nothing'
          ? 'A new answer takes the place of this one, which stays in the record.'
          : undefined
      }
    >
      <InspectorPart title="Why is it asked here?">
        {why.length === 0 ? (
          <p className={styles['quiet']}>
            It was answered here and no longer touches the release, so it is not asked any more.
          </p>
        ) : (
          why.map((each) => (
            <p key={each}>
              <bdi>{each}</bdi>
            </p>
          ))
        )}
      </InspectorPart>
      {isAnswering && (
        <AnswerForm
          asked={asked}
          page={page}
          onDone={answered}
          onCancel={answer === null ? undefined : stop}
        />
      )}
      {doing === 'withdrawing' && (
        <ReasonForm
          danger
          label="Why does the answer no longer stand?"
          button="Withdraw the answer"
          consequence="The lesson is unanswered again, and a gate for lessons waits for it."
          submit={takeBack}
          onDone={stop}
        />
      )}
      <LessonText lesson={lesson} />
      {history.length > 0 && (
        <InspectorPart title={history.length === 1 ? 'Answer' : 'Answers, the newest first'}>
          <ul className={styles['history']} aria-label="Answers">
            {history.map((entry, index) => (
              <li key={entry.id} className={index > 0 ? styles['earlier'] : undefined}>
                <Status
                  kind={answerLook[entry.outcome]}
                  variant="plain"
                  label={answerWord(entry.outcome)}
                />
                <p className={styles['typed']} dir="auto">
                  {entry.note}
                </p>
                <p className={styles['quiet']}>
                  {page.names.person(entry.byId)}, {whenText(entry.at, page.zone, page.now)}
                </p>
              </li>
            ))}
          </ul>
        </InspectorPart>
      )}
    </Inspector>
  );
}
