import { useState } from 'react';
import type { FormEvent } from 'react';
import Button from '@mui/material/Button';
import { answerOutcomes } from '#shared/model/learning/lessons.ts';
import type { AnswerOutcome, ReleaseLesson } from '#shared/model/learning/lessons.ts';
import { askedFor } from '#shared/rules/learning/answers.ts';
import { messageOf } from '../../../../api/field-errors.ts';
import { useCommand } from '../../../../api/useCommand.ts';
import { Segmented } from '../../../../components/form/Segmented.tsx';
import { TextArea } from '../../../../components/form/TextArea.tsx';
import { InspectorPart } from '../../../../components/Inspector.tsx';
import { showToast } from '../../../../components/toasts/toast-store.ts';
import { dropDraft, readDraft, writeDraft } from '../../../../state/draft.ts';
import type { ReleasePage } from '../../../planning/releases/index.ts';
import { answerWord } from '../lesson-words.ts';
import styles from '../lessons.module.css';

type AnswerFormProps = {
  asked: ReleaseLesson;
  page: ReleasePage;
  onDone: () => void;
  /** Absent where there is nothing to go back to: the lesson waits for its first answer. */
  onCancel: (() => void) | undefined;
};

const choices = answerOutcomes.map((value) => ({ value, label: answerWord(value) }));

/** Heeded, not applicable or ignored, with the words the record keeps beside one's name. */
export function AnswerForm({ asked, page, onDone, onCancel }: AnswerFormProps) {
  const { lesson, answer } = asked;
  const draftKey = `answer.${page.release.id}.${lesson.id}`;
  const kept = readDraft(draftKey);
  const [outcome, setOutcome] = useState<AnswerOutcome>(answer?.outcome ?? 'heeded');
  const [note, setNote] = useState(typeof kept === 'string' ? kept : '');
  const [refusal, setRefusal] = useState<string>();
  const send = useCommand('lessons.answer');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const sent = await send.run({ releaseId: page.release.id, lessonId: lesson.id, outcome, note });
    if (!sent.ok) {
      const told = messageOf({ message: sent.error.fields?.['note'] }) ?? sent.error.message;
      setRefusal(note.trim() === '' ? askedFor[outcome].missing : told);
      return;
    }
    dropDraft(draftKey);
    showToast({ text: `Answered: ${answerWord(outcome).toLowerCase()}` });
    onDone();
  };
  return (
    <InspectorPart title="Answer for this release">
      <form
        aria-label="Answer the lesson"
        className={styles['answer']}
        noValidate
        onSubmit={(event) => void submit(event)}
      >
        <Segmented label="Answer" choices={choices} value={outcome} onPick={setOutcome} />
        <TextArea
          label={askedFor[outcome].label}
          rows={3}
          value={note}
          error={refusal}
          onChange={(event) => {
            setNote(event.target.value);
            writeDraft(draftKey, event.target.value);
            setRefusal(undefined);
          }}
        />
        <div className={styles['buttons']}>
          <Button type="submit" variant="contained" loading={send.pending}>
            Record the answer
          </Button>
          {onCancel !== undefined && (
            <Button variant="text" onClick={onCancel}>
              Cancel
            </Button>
          )}
        </div>
        <p className={styles['quiet']}>
          The record keeps it beside your name; it can be withdrawn.
        </p>
      </form>
    </InspectorPart>
  );
}
