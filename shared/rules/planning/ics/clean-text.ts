const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029]/g;

/** Marks that reverse or embed the text after them: in a list of events they would reach past their own. */
const directions = /[\u202a-\u202e\u2066-\u2069]/g;

/**
 * Text for a property of an iCalendar file: no control characters but line ends, whole characters
 * only. Escaping and folding are the library's, where it does them.
 */
export function icsText(text: string): string {
  return text.toWellFormed().replace(directions, '').replace(controls, ' ');
}

/** The same on one line, for names. */
export function icsLine(text: string): string {
  return icsText(text)
    .replace(/[\r\n\t]+/g, ' ')
    .trim();
}
