import { useEffect } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';

const prefix = 'slipway.draft.';

/** What was typed under a key and not saved yet; null when there is nothing, or nothing readable. */
export function readDraft(key: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(prefix + key) ?? 'null');
  } catch {
    return null;
  }
}

export function writeDraft(key: string, draft: unknown): void {
  sessionStorage.setItem(prefix + key, JSON.stringify(draft));
}

export function dropDraft(key: string): void {
  sessionStorage.removeItem(prefix + key);
}

/** The values a form starts with, and over them what was typed before a reload. */
export function withDraft<T extends FieldValues>(key: string, values: T): T {
  return overlay(values, readDraft(key));
}

/**
 * Keeps what is typed into a form through navigation and reload, until `dropDraft`. `leaveOut`
 * names fields that must never be stored: secrets.
 */
export function useDraft<T extends FieldValues>(
  key: string,
  form: UseFormReturn<T>,
  leaveOut: readonly (keyof T & string)[] = [],
): void {
  const { subscribe } = form;
  const secret = leaveOut.join(' ');
  useEffect(() => {
    const hidden = new Set(secret.split(' '));
    return subscribe({
      formState: { values: true },
      callback: ({ values }) => {
        const kept = Object.entries(values).filter(([name]) => !hidden.has(name));
        writeDraft(key, Object.fromEntries(kept));
      },
    });
  }, [key, subscribe, secret]);
}

/** Takes a typed value only where it has the shape of the value it replaces: forms change over time. */
export function overlay<T extends FieldValues>(values: T, draft: unknown): T {
  if (typeof draft !== 'object' || draft === null) return values;
  const typed = Object.entries(draft).filter(
    ([key, value]) => Object.hasOwn(values, key) && hasShape(value, values[key]),
  );
  return { ...values, ...Object.fromEntries(typed) };
}

function hasShape<V>(typed: unknown, like: V): typed is V {
  if (Array.isArray(like)) {
    return Array.isArray(typed) && typed.every((each) => typeof each === 'string');
  }
  if (typeof like !== 'object' || like === null) return typeof typed === typeof like;
  if (typeof typed !== 'object' || typed === null) return false;
  const given = new Map(Object.entries(typed));
  return Object.entries(like).every(([key, value]) => hasShape(given.get(key), value));
}
