import { useState } from 'react';
import { useCommand } from '../../../api/useCommand.ts';
import { TextArea } from '../../../components/form/TextArea.tsx';
import { TextInput } from '../../../components/form/TextInput.tsx';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { questionOf } from './use-questions.ts';
import type { EditedQuestions } from './use-questions.ts';

type PublishQuestionsProps = {
  edited: EditedQuestions;
  called: string;
  /** The version in force; null for the questions of the program. */
  after: number | null;
  onClose: () => void;
};

export function PublishQuestions({ edited, called, after, onClose }: PublishQuestionsProps) {
  const [name, setName] = useState(called === '' ? 'Our questions' : called);
  const [note, setNote] = useState('');
  const publish = useCommand('risks.publishQuestionnaire');
  const send = async () => {
    const questions = edited.questions.map(questionOf);
    const answer = await publish.run({ name, note, questions, after });
    if (!answer.ok) return answer.error.message;
    edited.settle();
    showToast({ text: `Version ${answer.value.number} is asked from now on` });
    return null;
  };
  return (
    <FormDialog title="Publish the questions" action="Publish" onSend={send} onClose={onClose}>
      <p>They are asked from now on. Assessments that were given stay as they are.</p>
      <TextInput label="Name" value={name} onChange={(event) => setName(event.target.value)} />
      <TextArea
        label="What is new"
        optional
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
    </FormDialog>
  );
}
