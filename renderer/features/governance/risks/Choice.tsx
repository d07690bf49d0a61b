import { SavedSelect } from '../../../components/editing/SavedSelect.tsx';

type ChoiceProps<Value extends string> = Parameters<typeof SavedSelect<Value>>[0] & {
  editable: boolean;
};

/** A choice that saves itself; the chosen word alone where nothing can be changed. */
export function Choice<Value extends string>({ editable, ...select }: ChoiceProps<Value>) {
  if (editable) return <SavedSelect {...select} />;
  return <>{select.options.find((option) => option.value === select.value)?.label}</>;
}
