import type { FoundChange, RangeRow } from '#shared/model/delivery/git.ts';
import { shortId } from './commit.ts';

export type NotesHead = {
  /** `Payments 4.2`, `payments-api 4.2.0`. */
  title: string;
  /** How the two ends are called; null for the beginning of the history. */
  from: string | null;
  to: string;
};

type Group = { heading: string; holds: (change: FoundChange) => boolean };

/** In the order people read them; each change stands in the first that holds it. */
const groups: readonly Group[] = [
  { heading: 'Breaking changes', holds: ({ breaking }) => breaking },
  { heading: 'Features', holds: ({ kind, housekeeping }) => kind === 'feature' && !housekeeping },
  { heading: 'Fixes', holds: ({ kind, housekeeping }) => kind === 'fix' && !housekeeping },
  { heading: 'Improvements', holds: ({ housekeeping }) => !housekeeping },
  { heading: 'Housekeeping', holds: () => true },
];

/**
 * A draft of release notes in Markdown, in the words of the commits. Whatever a commit says is text:
 * no HTML, link or picture can come of it. A change of two tickets is told once.
 */
export function releaseNotes(
  rows: readonly Pick<RangeRow, 'changes'>[],
  { title, from, to }: NotesHead,
): string {
  const told = new Map<string, FoundChange>();
  for (const row of rows) for (const change of row.changes) told.set(change.commit, change);
  const changes = [...told.values()];
  const sections = groups.flatMap(({ heading, holds }, place) => {
    const isEarlier = (change: FoundChange) =>
      groups.slice(0, place).some((group) => group.holds(change));
    const held = changes.filter((change) => holds(change) && !isEarlier(change));
    const lines = [...new Set(held.map(lineOf))];
    return lines.length === 0 ? [] : [`## ${heading}\n\n${lines.join('\n')}`];
  });
  const span =
    from === null ? `Everything up to ${asText(to)}.` : `From ${asText(from)} to ${asText(to)}.`;
  const body = sections.length === 0 ? ['No changes are listed.'] : sections;
  return `${[`# ${asText(title)}`, span, ...body].join('\n\n')}\n`;
}

function lineOf({ part, title, tickets, pull, commit }: FoundChange): string {
  const lead = part === '' ? '' : `**${asText(part)}:** `;
  const where = [...tickets, ...(pull === '' ? [] : [pull]), shortId(commit)]
    .map(inLine)
    .join(', ');
  return `- ${lead}${asText(title)} (${where})`;
}

/** Turns the direction of what follows; in a file that others read it can hide what stands there. */
const directions = /[\u202A-\u202E\u2066-\u2069]/g;
/** Every character that Markdown or HTML gives a meaning within a line. */
const meaningful = /[\\`*_{}[\]<>|~&]/g;

/** A text as Markdown shows it again, letter by letter, on one line. */
export function asText(text: string): string {
  // At the beginning of a line these would open a heading, a list or a rule.
  return inLine(text).replace(/^([-=+#]|\d+(?=[.)]))/, (start) =>
    /\d/.test(start) ? `${start}\\` : `\\${start}`,
  );
}

/** The same for what never stands at the beginning of a line. */
function inLine(text: string): string {
  return text
    .replace(directions, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(meaningful, (letter) => `\\${letter}`);
}
