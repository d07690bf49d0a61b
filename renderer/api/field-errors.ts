import type { FieldValues, Path, UseFormSetError } from 'react-hook-form';
import type { CallError } from '#shared/contract/procedure.ts';

/**
 * Puts what the core says about single fields beside them. Gives back what is left to say for the
 * form as a whole: null when every message found its field.
 */
export function showFieldErrors<T extends FieldValues>(
  error: CallError,
  fields: readonly Path<T>[],
  setError: UseFormSetError<T>,
): string | null {
  // Both versions are shown for the form as a whole; a field alone would tell half of it.
  if (error.code === 'conflict') return error.message;
  const messages = Object.entries(error.fields ?? {});
  let left = messages.length === 0;
  for (const [path, message] of messages) {
    const field = fields.find((name) => path === name || path.startsWith(`${name}.`));
    if (field === undefined) left = true;
    else setError(field, { type: 'core', message });
  }
  return left ? error.message : null;
}

/** What stands beside a field: the schemas' messages begin in the middle of a sentence ("is empty"). */
export function messageOf(error: { message?: string } | undefined): string | undefined {
  const text = error?.message;
  if (text === undefined || text === '') return undefined;
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
