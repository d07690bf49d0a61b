/**
 * A time of day as people type it (`9:30`, `0930`, `22`, `22.15`) as `HH:MM`, or null when it is none.
 * Pure.
 */
export function clockText(typed: string): string | null {
  const match = /^(\d{1,2})(?:[:.\sh]?(\d{2}))?$/.exec(typed.trim());
  if (match === null) return null;
  const hour = Number(match[1]);
  const minute = Number(match[2] ?? '0');
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
