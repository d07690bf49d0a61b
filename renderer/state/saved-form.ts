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
  const [start] = useState(() => startOf(draftKey, values, rev));
  const [base, setBase] = useState<Base<T>>({ rev: start.rev, values });
  const form = useForm<T>({ resolver, values, resetOptions: { keepDirtyValues: true } });
  const { subscribe, reset } = form;
  const { dirtyFields } = form.formState;

  useEffect(() => {
    if (start.typed === null) return;
    reset(start.typed, { keepDefaultValues: true });
  }, [reset, start]);

  useEffect(() => {
    const hidden = new Set(secret.split(' '));
    return subscribe({
      formState: { values: true },
      callback: ({ values: typed }) => {
        const kept = Object.entries(typed).filter(([name]) => !hidden.has(name));
        writeDraft(draftKey, { rev: base.rev, values: Object.fromEntries(kept) });
      },
    });
  }, [subscribe, draftKey, secret, base.rev]);

  // Adjusted while rendering: an effect would show the old base for one more frame.
  if (rev !== base.rev) {
    const clash = Object.keys(dirtyFields).some((name) => differs(values, base.values, name));
    if (!clash) setBase({ rev, values });
  }

  return {
    form,
    /** Given back with the save. */
    baseRev: base.rev,
    /** After a save, or to take what is saved instead of what was typed. */
    settle(saved: T, savedRev: number | undefined) {
      reset(saved);
      dropDraft(draftKey);
      setBase({ rev: savedRev, values: saved });
    },
    /** What was typed is to win over what somebody else saved. */
    rebase() {
      setBase({ rev, values });
    },
  };
}

function startOf<T extends FieldValues>(key: string, values: T, rev: number | undefined) {
  const draft = readDraft(key);
  if (typeof draft !== 'object' || draft === null || !('values' in draft)) {
    return { rev, typed: null };
  }
  const draftRev = 'rev' in draft && typeof draft.rev === 'number' ? draft.rev : rev;
  return { rev: draftRev, typed: overlay(values, draft.values) };
}

function differs<T extends FieldValues>(a: T, b: T, name: string): boolean {
  return JSON.stringify(a[name]) !== JSON.stringify(b[name]);
}
