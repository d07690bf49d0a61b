import type { Context } from '#core/context.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { releaseNotes } from '#shared/rules/delivery/git/notes.ts';
import { noSurroundings, rangeRows } from '#shared/rules/delivery/git/rows.ts';
import { readBetween } from './range.ts';

/** Release notes of all that lies between two ends and changes something. */
export async function draftNotes(
  { title, ...ends }: Parsed<'git.notes'>,
  context: Context,
): Promise<Output<'git.notes'>> {
  const { changes, from, to, warnings } = await readBetween(ends, context);
  const rows = rangeRows(changes, noSurroundings).filter(({ adds }) => adds !== 'nothing');
  const heading = title === undefined || title === '' ? to.name : title;
  const head = { title: heading, from: from?.name ?? null, to: to.name };
  return { markdown: releaseNotes(rows, head), warnings };
}
