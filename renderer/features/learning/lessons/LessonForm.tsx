import { zodResolver } from '@hookform/resolvers/zod';
import type { Output } from '#shared/contract/index.ts';
import { lessonKinds } from '#shared/model/learning/lessons.ts';
import { kindInWords } from '#shared/rules/learning/lesson-terms.ts';
import { messageOf, showFieldErrors } from '../../../api/field-errors.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { FormInspector } from '../../../components/editing/FormInspector.tsx';
import { CheckboxInput } from '../../../components/form/CheckboxInput.tsx';
import { ChoiceInput } from '../../../components/form/ChoiceInput.tsx';
import { DateInput } from '../../../components/form/DateInput.tsx';
import { FieldGroup } from '../../../components/form/Field.tsx';
import { SelectInput } from '../../../components/form/SelectInput.tsx';
import { TextArea } from '../../../components/form/TextArea.tsx';
import { TextInput } from '../../../components/form/TextInput.tsx';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';
import { useSavedForm } from '../../../state/saved-form.ts';
import { peopleToChoose, useNames } from '../../planning/releases/index.ts';
import { fieldNames, fieldsOf, inputOf, lessonDifferences, lessonFields } from './lesson-fields.ts';
import type { LessonFields } from './lesson-fields.ts';
import { LessonUpdates } from './LessonUpdates.tsx';
import { LessonUse } from './LessonUse.tsx';
import { useReleaseChoices } from './use-release-choices.ts';
import styles from './lessons.module.css';

type LessonFormProps = {
  /** Null for a new one. */
  got: Output<'lessons.get'> | null;
  fromReleaseId: string | null;
  onClose: () => void;
  onSaved: (id: string | null) => void;
};

/** Enters or changes one lesson; what it asks to bring up to date is saved line by line. */
export function LessonForm({ got, fromReleaseId, onClose, onSaved }: LessonFormProps) {
  const { names } = useNames();
  const lesson = got?.lesson ?? null;
  const add = useCommand('lessons.add');
  const change = useCommand('lessons.edit');
  const saved = fieldsOf(lesson, fromReleaseId);
  const releases = useReleaseChoices(saved.fromReleaseId, got?.fromRelease ?? '');
  const edit = useSavedForm<LessonFields>({
    draftKey: `lesson.${lesson?.id ?? 'new'}`,
    values: saved,
    rev: lesson?.rev,
    resolver: zodResolver(lessonFields),
  });
  const { register, formState, getValues, handleSubmit, setError } = edit.form;
  const { errors } = formState;
  async function submit(fields: LessonFields, rev = edit.baseRev): Promise<void> {
    const input = inputOf(fields);
    const result =
      lesson === null ? await add.run(input) : await change.run({ ...input, id: lesson.id, rev });
    if (!result.ok) {
      showFieldErrors(result.error, fieldNames, setError);
      return;
    }
    edit.settle(fieldsOf(lesson === null ? null : result.value), result.value.rev);
    showToast({ text: lesson === null ? 'Lesson added' : 'Lesson saved', undo: undoOf(result) });
    onSaved(result.value.id);
  }
  const owners = peopleToChoose(names, [saved.ownerId]);
  return (
    <FormInspector
      title={lesson?.title ?? 'A new lesson'}
      isNew={lesson === null}
      isDirty={formState.isDirty}
      pending={add.pending || change.pending}
      error={add.error ?? change.error}
      theirs={lessonDifferences(saved, getValues(), names)}
      onSubmit={() => void handleSubmit((fields) => submit(fields))()}
      onKeepMine={() => void handleSubmit((fields) => submit(fields, lesson?.rev))()}
      onDiscard={() => {
        edit.settle(saved, lesson?.rev);
        add.clearError();
        change.clearError();
      }}
      onClose={onClose}
    >
      <ChoiceInput
        label="Kind"
        choices={lessonKinds.map((value) => ({ value, label: kindInWords[value] }))}
        {...register('kind')}
      />
      <TextInput
        label="Lesson"
        help="What to do or to avoid, in a line."
        autoFocus={lesson === null}
        error={messageOf(errors.title)}
        {...register('title')}
      />
      <TextArea
        label="Situation"
        optional
        error={messageOf(errors.situation)}
        {...register('situation')}
      />
      <TextArea label="Cause" optional error={messageOf(errors.cause)} {...register('cause')} />
      <TextArea
        label="What helped"
        optional
        error={messageOf(errors.whatHelped)}
        {...register('whatHelped')}
      />
      <FieldGroup
        label="Services"
        optional
        help="Releases of these are asked what they did about it."
        error={messageOf(errors.serviceIds)}
      >
        <div className={styles['choices']}>
          {names.services.map(({ id, name }) => (
            <CheckboxInput key={id} label={name} value={id} {...register('serviceIds')} />
          ))}
        </div>
      </FieldGroup>
      <TextInput
        label="Tags"
        optional
        help="With commas between. A release is asked as well when an open risk of it is about one."
        error={messageOf(errors.tags)}
        {...register('tags')}
      />
      <div className={styles['pair']}>
        <SelectInput
          label="Owner"
          none="Nobody yet"
          options={owners}
          error={messageOf(errors.ownerId)}
          {...register('ownerId')}
        />
        <DateInput
          label="Review on"
          optional
          error={messageOf(errors.reviewOn)}
          {...register('reviewOn')}
        />
      </div>
      <SelectInput
        label="Learned from"
        none="No release"
        options={releases}
        error={messageOf(errors.fromReleaseId)}
        {...register('fromReleaseId')}
      />
      <TextInput
        label="Where else it comes from"
        optional
        help="A customer, an audit, another team."
        error={messageOf(errors.source)}
        {...register('source')}
      />
      {got !== null && (
        <>
          <LessonUpdates lesson={got.lesson} names={names} />
          <LessonUse got={got} names={names} onRemoved={() => onSaved(null)} />
        </>
      )}
    </FormInspector>
  );
}
