import type { LessonKind, LessonUpdate, LessonUpdateKind } from '#shared/model/learning/lessons.ts';

export const kindInWords: Record<LessonKind, string> = {
  mistake: 'Mistake to avoid',
  success: 'Success to repeat',
};

export const updateInWords: Record<LessonUpdateKind, string> = {
  runbook: 'Runbook',
  'support-script': 'Support script',
  documentation: 'Documentation',
  checklist: 'Checklist',
};

/** Tags as they are kept: each once whatever its letters, in the order they were typed. */
export function tidyTags(tags: readonly string[]): string[] {
  const known = new Map<string, string>();
  for (const tag of tags) {
    const text = tag.trim().replace(/\s+/g, ' ');
    if (!known.has(text.toLowerCase())) known.set(text.toLowerCase(), text);
  }
  return [...known.values()];
}

/** Not done, and its day is before today (dates as text compare like the days they name). */
export function isOverdue(
  { doneAt, dueOn }: Pick<LessonUpdate, 'doneAt' | 'dueOn'>,
  today: string,
): boolean {
  return doneAt === null && dueOn !== null && dueOn < today;
}
