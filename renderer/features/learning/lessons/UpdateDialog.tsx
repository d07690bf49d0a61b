import { useForm } from 'react-hook-form';
import { lessonUpdateKind, lessonUpdateKinds } from '#shared/model/learning/lessons.ts';
import type { LessonUpdate } from '#shared/model/learning/lessons.ts';
import { updateInWords } from '#shared/rules/learning/lesson-terms.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { DateInput } from '../../../components/form/DateInput.tsx';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import { TextInput } from '../../../components/form/TextInput.tsx';
import { FormDialog } from '../../../components/FormDialog.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';
import { peopleToChoose } from '../../planning/releases/index.ts';
import type { Names } from '../../planning/releases/index.ts';

type UpdateDialogProps = {
  lessonId: string;
  /** Null for a new one. */
  update: LessonUpdate | null;
  names: Names;
  onClose: () => void;
};

const kinds = lessonUpdateKinds.map((value) => ({ value, label: updateInWords[value] }));

/** What is to be brought up to date, by whom, until when. */
export function UpdateDialog({ lessonId, update, names, onClose }: UpdateDialogProps) {
  const save = useCommand('lessons.saveUpdate').run;
  const form = useForm({
    defaultValues: {
      kind: update?.kind ?? 'runbook',
      what: update?.what ?? '',
      ownerId: update?.ownerId ?? '',
      dueOn: update?.dueOn ?? '',
    },
  });
  const send = async () => {
    const { kind, what, ownerId, dueOn } = form.getValues();
    if (what.trim() === '') return 'Say what is to be changed in it.';
    const answer = await save({
      ...{ lessonId, kind: lessonUpdateKind.parse(kind), what },
      ...(update === null ? {} : { id: update.id, rev: update.rev }),
      ownerId: ownerId === '' ? null : ownerId,
      dueOn: dueOn === '' ? null : dueOn,
    });
    if (!answer.ok) return answer.error.message;
    showToast({ text: 'Saved', undo: undoOf(answer) });
    return null;
  };
  return (
    <FormDialog
      title="To bring up to date"
      action={update === null ? 'Add it' : 'Save it'}
      onSend={send}
      onClose={onClose}
    >
      <SelectInput label="Kind" options={kinds} width={220} {...form.register('kind')} />
      <TextInput autoFocus label="What is to be changed" width={520} {...form.register('what')} />
      <SelectInput
        label="Owner"
        none="Nobody yet"
        width={220}
        options={peopleToChoose(names, [update?.ownerId ?? null])}
        {...form.register('ownerId')}
      />
      <DateInput
        optional
        label="Done by"
        help="Overdue the day after, and then on the Today of its owner."
        width={320}
        {...form.register('dueOn')}
      />
    </FormDialog>
  );
}
