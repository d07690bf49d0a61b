import type { CallError } from '#shared/contract/procedure.ts';

/** A typed number of working days; the core says whether so many make sense. */
export function wholeDays(typed: string): { durationDays: number } | CallError {
  const text = typed.trim();
  if (/^\d{1,6}$/.test(text)) return { durationDays: Number(text) };
  return {
    code: 'invalid_input',
    message: `Expected whole working days such as 3, found “${text.slice(0, 40)}”.`,
  };
}
