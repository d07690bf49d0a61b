import { Refusal } from '#shared/model/refusal.ts';
import type { FieldMessages } from '#shared/model/refusal.ts';

/** A row that fits, or what is wrong with it by field. */
export type TakenRow<T> = { row: T } | { wrong: FieldMessages };

/**
 * The rows of a paste, all of them; or a refusal that tells all that is wrong at once, by the number
 * of the row as people count them, from 1. `path` is where the rows stand in the input.
 */
export function takeRows<Given, Row>(
  given: readonly Given[],
  take: (given: Given) => TakenRow<Row>,
  path: string,
): Row[] {
  const fields: FieldMessages = {};
  const sentences: string[] = [];
  const rows = given.flatMap((each, index) => {
    const taken = take(each);
    if ('row' in taken) return [taken.row];
    for (const [field, message] of Object.entries(taken.wrong)) {
      fields[`${path}.${index}.${field}`] = message;
      sentences.push(`Row ${index + 1}: ${field} ${message}.`);
    }
    return [];
  });
  if (sentences.length === 0) return rows;
  const more = sentences.length > 3 ? ` And ${sentences.length - 3} more.` : '';
  throw new Refusal(
    'invalid_input',
    `${sentences.slice(0, 3).join(' ')}${more} Nothing was added; mend or leave out these rows.`,
    fields,
  );
}

/** The messages of a schema, the first of each field. */
export function messagesOf(
  issues: readonly { path: PropertyKey[]; message: string }[],
): FieldMessages {
  const fields: FieldMessages = {};
  for (const { path, message } of issues) fields[path.map(String).join('.')] ??= message;
  return fields;
}
