import { responseFile, responseFormat } from '#shared/model/governance/packs.ts';
import type { ResponseFile } from '#shared/model/governance/packs.ts';
import { Refusal } from '#shared/model/refusal.ts';

/** Beyond this nobody has typed an answer: 500 comments of the longest kind are far less in practice. */
export const largestResponse = 5 * 1024 * 1024;

const most = 500;

/** What the signature is taken over. The page of a pack (`resources/pack/reviewer.js`) does the same. */
export function signedText(answer: unknown): string {
  return `${responseFormat}\n${JSON.stringify(answer)}`;
}

/** The file as a pack saves it; one that is written in any other way was changed on its way. */
export function responseText(answer: unknown, signature: string): string {
  return `${JSON.stringify({ format: responseFormat, answer, signature }, null, 2)}\n`;
}

/** A response file and the text its signature must fit. Refuses what no pack has saved. */
export function readResponse(text: string): { file: ResponseFile; signed: string } {
  const raw = parsed(text);
  refuseTooMany(raw);
  const file = responseFile.safeParse(raw);
  if (!file.success) {
    const [issue] = file.error.issues;
    const where = issue === undefined ? '' : ` at ${issue.path.join('.')}: ${issue.message}`;
    throw refused(`It is not as a pack saves it${where}.`);
  }
  // Held against the text itself, so that no byte can be changed unseen, not even a blank.
  const { answer } = fieldsOf(raw);
  if (responseText(answer, file.data.signature) !== text) {
    throw refused(
      'It was changed after it was saved: blanks, line ends or the order of its parts are not as a pack writes them.',
    );
  }
  return { file: file.data, signed: signedText(answer) };
}

function parsed(text: string): unknown {
  if (text.length > largestResponse) throw refused('It is larger than any answer can be.');
  try {
    return JSON.parse(text);
  } catch {
    if (text.trimStart().startsWith('<')) {
      throw refused(
        'It is an HTML file: a pack itself, perhaps.',
        'The answer is the file the pack saves when it is signed; choose that one.',
      );
    }
    throw refused('It cannot be read as JSON: it was cut off or changed on its way.');
  }
}

function refuseTooMany(raw: unknown): void {
  const { format, answer } = fieldsOf(raw);
  if (format !== responseFormat) {
    throw refused(
      `It is no answer to a CAB pack: expected the format ${responseFormat} and found ${typeof format === 'string' ? `“${format.slice(0, 60)}”` : 'none'}.`,
    );
  }
  const { answers } = fieldsOf(answer);
  if (!Array.isArray(answers) || answers.length <= most) return;
  throw refused(
    `It has ${answers.length.toLocaleString('en-GB')} answers, and no pack asks for more than ${most}.`,
  );
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

const askAgain =
  'Ask the reviewer to send the file again as their pack saved it, as an attachment or on a stick.';

function refused(why: string, wayOut = askAgain): Refusal {
  return new Refusal(
    'invalid_input',
    `This file was not taken, and nothing was changed. ${why} ${wayOut}`,
    { file: why },
  );
}
