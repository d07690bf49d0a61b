import { useEffect, useState } from 'react';
import { useForm, type FieldValues, type Resolver } from 'react-hook-form';
import { dropDraft, overlay, readDraft, writeDraft } from './draft.ts';

type SavedFormOptions<T extends FieldValues> = {
  /** Where what is typed is kept until it is saved; one for each edited thing. */
  draftKey: string;
  /** What is saved now, and its revision; undefined for something new. */
  values: T;
  rev: number | undefined;
  resolver: Resolver<T>;
  /** Fields that must never be stored with the draft: secrets. */
  leaveOut?: readonly (keyof T & string)[];
};

/** The revision the typing began on: the core refuses when a typed field was changed since. */
type Base<T> = { rev: number | undefined; values: T };

/**
 * A form over something that is saved and that others may change meanwhile. Untouched fields follow
 * what is saved; typed ones stay, and a clash is left to the save, which shows both.
 */
export function useSavedForm<T extends FieldValues>(options: SavedFormOptions<T>) {
  const { draftKey, values, rev, resolver } = options;
  const secret = (options.leaveOut ?? []).join(' ');
  const [start, setStart] = useState(() => startOf(draftKey, values, rev));
  const [base, setBase] = useState<Base<T>>(start.base);
  const form = useForm<T>({ resolver, values, resetOptions: { keepDirtyValues: true } });
  const { subscribe, reset, getValues } = form;
  const { isDirty } = form.formState;

  useEffect(() => {
    if (start.typed === null) return;
    reset(start.typed, { keepDefaultValues: true, keepDirtyValues: false });
  }, [reset, start]);

  useEffect(() => {
    const hidden = new Set(secret.split(' '));
    return subscribe({
      formState: { values: true },
      callback: ({ values: typed }) => {
        const kept = Object.entries(typed).filter(([name]) => !hidden.has(name));
        writeDraft(draftKey, { base, typed: Object.fromEntries(kept) });
      },
    });
  }, [subscribe, draftKey, secret, base]);

  // Adjusted while rendering: an effect would show the old base for one more frame.
  if (rev !== base.rev) {
    // The draft is in the form only after the first rendering.
    const typed = start.typed !== null && !isDirty ? start.typed : getValues();
    const clash = Object.keys(values).some(
      (name) => differs(values, base.values, name) && differs(typed, base.values, name),
    );
    if (!clash) setBase({ rev, values });
  }

  return {
    form,
    /** Given back with the save. */
    baseRev: base.rev,
    /** After a save, or to take what is saved instead of what was typed. */
    settle(saved: T, savedRev: number | undefined) {
      // `reset` takes over the options above, which would keep what is to be given up.
      reset(saved, { keepDirtyValues: false });
      dropDraft(draftKey);
      setStart({ base: { rev: savedRev, values: saved }, typed: null });
      setBase({ rev: savedRev, values: saved });
    },
  };
}

/** What the typing began on comes back with it: it may be older than what is saved now. */
function startOf<T extends FieldValues>(
  key: string,
  values: T,
  rev: number | undefined,
): { base: Base<T>; typed: T | null } {
  const draft = readDraft(key);
  const now = { base: { rev, values }, typed: null };
  if (typeof draft !== 'object' || draft === null) return now;
  if (!('base' in draft) || !('typed' in draft)) return now;
  const typed = overlay(values, draft.typed);
  const { base } = draft;
  if (typeof base !== 'object' || base === null || !('values' in base)) return { ...now, typed };
  const baseRev = 'rev' in base && typeof base.rev === 'number' ? base.rev : rev;
  return { base: { rev: baseRev, values: overlay(values, base.values) }, typed };
}

function differs<T extends FieldValues>(a: T, b: T, name: string): boolean {
  return JSON.stringify(a[name]) !== JSON.stringify(b[name]);
}
