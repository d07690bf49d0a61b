import { useState } from 'react';
import type { WindowView } from '#shared/model/planning/window-views.ts';
import { scopeInWords } from '#shared/rules/planning/windows/window-scope.ts';
import { windowInWords } from '#shared/rules/planning/windows/window-words.ts';
import { useCommand } from '../../../api/useCommand.ts';
import { useProcedure } from '../../../api/useProcedure.ts';
import { showToast } from '../../../components/toasts/toast-store.ts';
import { undoOf } from '../../../state/edits.ts';
import { useSavedForm } from '../../../state/saved-form.ts';
import { draftOf, fieldOfMessage, fieldsOf, valuesOf } from './window-fields.ts';
import type { WindowFields } from './window-fields.ts';
import { kindWords } from './window-words.ts';

/** The form of one window with its save; the core says what is wrong with it. */
export function useWindowForm(
  window: WindowView | null,
  around: { zone: string; now: string },
  onSaved: (id: string) => void,
) {
  // A new one begins tomorrow as it was when the form was opened, not anew each minute.
  const [begun] = useState(() => fieldsOf(null, around));
  const create = useCommand('windows.create');
  const update = useCommand('windows.update');
  const [refusal, setRefusal] = useState<string | null>(null);
  const names = useScopeNames();
  const saved = window === null ? begun : fieldsOf(window, around);
  const edit = useSavedForm<WindowFields>({
    draftKey: `window.${window?.id ?? 'new'}`,
    values: saved,
    rev: window?.rev,
    resolver: (values) => ({ values, errors: {} }),
  });
  const { setError, getValues, handleSubmit, formState, setFocus } = edit.form;
  const save = window === null ? create : update;

  const submit = async (fields: WindowFields, rev = edit.baseRev) => {
    setRefusal(null);
    const values = valuesOf(fields);
    const answer =
      window === null
        ? await create.run(values)
        : await update.run({ ...values, id: window.id, rev });
    if (!answer.ok) {
      const messages = Object.entries(answer.error.fields ?? {});
      const shown = messages.flatMap(([name, message]) => {
        const field = fieldOfMessage[name] ?? nameOf(name, fields);
        return field === undefined ? [] : [{ field, message }];
      });
      for (const { field, message } of shown) setError(field, { type: 'core', message });
      const [first] = shown;
      if (first !== undefined) setFocus(first.field);
      setRefusal(
        shown.length === messages.length && shown.length > 0 ? null : answer.error.message,
      );
      return;
    }
    edit.settle(fieldsOf(window === null ? null : answer.value, around), answer.value.rev);
    const text = `${answer.value.name} ${window === null ? 'added' : 'saved'}`;
    showToast({ text, undo: undoOf(answer) });
    onSaved(answer.value.id);
  };
  return {
    form: edit.form,
    save,
    refusal,
    isDirty: formState.isDirty,
    theirs: differences(saved, getValues(), names),
    submit: () => void handleSubmit((fields) => submit(fields))(),
    keepMine: () => void handleSubmit((fields) => submit(fields, window?.rev))(),
    discard: () => {
      edit.settle(saved, window?.rev);
      save.clearError();
      setRefusal(null);
    },
  };
}

function nameOf(name: string, fields: WindowFields): keyof WindowFields | undefined {
  const keys: readonly (keyof WindowFields)[] = ['name', 'kind', 'zone', 'authorityId', 'note'];
  const lists: readonly (keyof WindowFields)[] = ['serviceIds', 'environmentIds', 'regions'];
  return [...keys, ...lists].find((key) => key in fields && name.split('.')[0] === key);
}

function useScopeNames() {
  const services = useProcedure('services.list', {}).data ?? [];
  const environments = useProcedure('environments.list', {}).data ?? [];
  return {
    service: (id: string) => services.find((each) => each.id === id)?.name ?? 'a service',
    environment: (id: string) => environments.find((each) => each.id === id)?.name ?? 'a place',
  };
}

type Names = ReturnType<typeof useScopeNames>;

/** Where what is saved now and what was typed differ, in words. */
function differences(saved: WindowFields, typed: WindowFields, names: Names) {
  const inWords = (fields: WindowFields): Record<string, string> => {
    const draft = draftOf(fields);
    const { recurrence = '', ...times } = draft;
    const { serviceIds = [], environmentIds = [], regions = [] } = draft;
    return {
      Name: fields.name,
      Kind: kindWords[fields.kind].label,
      When: windowInWords({ ...times, recurrence }),
      About: scopeInWords({ serviceIds, environmentIds, regions }, names),
      Note: fields.note,
    };
  };
  const typedWords = inWords(typed);
  return Object.entries(inWords(saved))
    .map(([label, text]) => ({ label, saved: text, typed: typedWords[label] ?? '' }))
    .filter((each) => each.saved !== each.typed);
}
