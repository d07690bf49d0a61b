/** A commit's message: the first paragraph on one line, and what follows it. */
export type Message = { subject: string; body: string };

/** CSI, OSC and two-character sequences of a terminal. */
const terminalCodes =
  /\u001B(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001B]*(?:\u0007|\u001B\\)?|[@-Z\\^_])/g;

const controls = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g;

/**
 * The text without what a terminal would obey and a file cannot hold. Everything else is kept as it
 * was written; whoever shows it treats it as text.
 */
export function plainText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(terminalCodes, '')
    .replace(controls, '')
    .replace(/\t/g, ' ')
    .toWellFormed();
}

/** Splits a message as git does: blank lines in front do not count, the subject is a paragraph. */
export function readMessage(raw: string): Message {
  const lines = plainText(raw).split('\n');
  const start = lines.findIndex((line) => line.trim() !== '');
  if (start < 0) return { subject: '', body: '' };
  const length = lines.slice(start).findIndex((line) => line.trim() === '');
  const end = length < 0 ? lines.length : start + length;
  const subject = lines
    .slice(start, end)
    .map((line) => line.trim())
    .join(' ');
  return { subject, body: lines.slice(end).join('\n').trim() };
}

/** The first line of a body that says something. */
export function firstLine(body: string): string {
  return (
    body
      .split('\n')
      .find((line) => line.trim() !== '')
      ?.trim() ?? ''
  );
}
