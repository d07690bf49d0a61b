/** A typed lag in working days, or why it is none; nothing typed is no lag. */
export function lagOf(typed: string): number | string {
  const text = typed.trim();
  if (text === '') return 0;
  if (/^\d{1,6}$/.test(text)) return Number(text);
  return `Expected whole working days such as 2, found “${text.slice(0, 40)}”.`;
}

/** `2 working days after it`; empty without a lag. */
export function lagInWords(lagDays: number): string {
  if (lagDays === 0) return '';
  return lagDays === 1 ? '1 working day after it' : `${lagDays} working days after it`;
}
