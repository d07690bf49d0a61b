/** Typed days, with a point or a comma: `2`, `2.5`, `0,25`; null for what is none. */
export function quarterDays(typed: string): number | null {
  const text = typed.trim().replace(',', '.');
  return /^\d{1,4}(\.\d{1,4})?$/.test(text) ? Number(text) : null;
}
