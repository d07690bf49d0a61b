/** A part of a filter: what can be chosen of it, what is, and what it filters with a choice in or out. */
export type FilterPart<View> = {
  key: string;
  label: string;
  options: readonly { value: string; label: string }[];
  chosen: readonly string[];
  toggle: (value: string) => View;
};

export function filterPart<View, Value extends string>(
  label: string,
  values: readonly Value[],
  wordOf: (value: Value) => string,
  chosen: readonly Value[],
  put: (chosen: Value[]) => View,
): FilterPart<View> {
  return {
    key: label,
    label,
    chosen,
    options: values.map((value) => ({ value, label: wordOf(value) })),
    // In the order of the list, so that the same choices are the same address.
    toggle: (value) => put(values.filter((each) => chosen.includes(each) !== (each === value))),
  };
}

/** `hotfix` as it stands at the head of a choice. */
export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
