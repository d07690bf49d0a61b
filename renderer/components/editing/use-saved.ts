import { useEffect, useState } from 'react';
import type { CallError } from '#shared/contract/procedure.ts';
import { whoChanged } from '#shared/rules/workspace/conflict-words.ts';

/** Saves a typed text; answers null when it was taken, or why not. */
export type Save = (typed: string) => Promise<CallError | null>;

type Typed = {
  text: string;
  /** The value the typing began on: another one means that somebody else changed it meanwhile. */
  base: string;
  state: 'typing' | 'saving' | 'saved';
  error: CallError | null;
  /**
   * Saves upon the revision that was shown when the typing began, so that what somebody saved since
   * is told and not written over. Null while a save of one's own is awaited: the revision it makes
   * is the one the typing goes on from.
   */
  save: Save | null;
  /** The text whose save is awaited. */
  awaits: string | null;
};

export type SavedText = {
  text: string;
  type: (text: string) => void;
  /** Saves when something was typed; does nothing otherwise. */
  commit: () => void;
  /** Throws away what was typed. */
  revert: () => void;
  saving: boolean;
  /** Why the last save was refused, in words; null for a conflict, which shows both values. */
  refusal: string | null;
  /** The value somebody else saved while this one was typed, and who did. */
  theirs: string | null;
  who: string;
  /** Saves over theirs. */
  keepMine: () => void;
};

/**
 * One text that is saved when people leave it. What they typed stays until the core took it: a
 * refusal or somebody else's change leaves it in the field.
 */
export function useSaved(value: string, save: Save): SavedText {
  const [typed, setTyped] = useState<Typed | null>(null);
  // Until the answer is read anew, the saved text stands where the old value would flash up.
  const settled = typed?.state === 'saved' && typed.base !== value;
  const current = typed !== null && !settled ? typed : null;
  // Kept for longer, it would come back when an undo brings the old value back.
  useEffect(() => {
    if (settled) setTyped(null);
  }, [settled]);

  const goesOn = current?.state === 'typing' && current.save === null && current.awaits === value;
  useEffect(() => {
    if (goesOn) setTyped((latest) => latest && { ...latest, save, awaits: null });
  }, [goesOn, save]);

  const commit = () => {
    if (current === null || current.state !== 'typing') return;
    if (current.text === value) {
      setTyped(null);
      return;
    }
    send(current, current.save ?? save);
  };

  const send = (now: Typed, by: Save) => {
    setTyped({ ...now, base: value, state: 'saving', error: null });
    void by(now.text).then((error) => setTyped((latest) => answered(latest, error)));
  };

  const conflict = current?.error?.code === 'conflict';
  return {
    text: current?.text ?? value,
    type: (text) => setTyped(typedOn(current, text, value, save)),
    commit,
    revert: () => setTyped(null),
    saving: current?.state === 'saving',
    refusal: refusalOf(current?.error ?? null),
    theirs: conflict ? value : null,
    who: whoChanged(current?.error?.message ?? ''),
    keepMine: () => {
      if (current !== null) send(current, save);
    },
  };
}

function typedOn(current: Typed | null, text: string, base: string, save: Save): Typed {
  if (current === null) return { text, base, state: 'typing', error: null, save, awaits: null };
  if (current.state === 'typing') return { ...current, text, base };
  return { text, base, state: 'typing', error: current.error, save: null, awaits: current.text };
}

/** What was typed on while the save ran stays as it is: the next commit takes it. */
function answered(latest: Typed | null, error: CallError | null): Typed | null {
  if (latest?.state !== 'saving') return latest;
  return error === null ? { ...latest, state: 'saved' } : { ...latest, state: 'typing', error };
}

/** A conflict is no refusal: both values are shown instead. */
function refusalOf(error: CallError | null): string | null {
  return error === null || error.code === 'conflict' ? null : wordsOf(error);
}

/** A field's own message says more than the sentence about the whole input. */
function wordsOf(error: CallError): string {
  const fields = Object.values(error.fields ?? {});
  return fields.length === 1 ? `${fields[0]}` : error.message;
}
