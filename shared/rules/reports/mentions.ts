import type { WaitingItem } from '#shared/model/reports/today.ts';
import type { Mention, Subject } from '#shared/model/workspace/attached.ts';
import { formatWhen } from '../planning/zoned-time.ts';

type Context = { names: ReadonlyMap<string, string>; now: string; zone: string };

/** As much of a comment as a line takes; the rest is where it was said. */
const longest = 160;

/** Mentions wait until they were read; where they were said is one step away. */
export function mentionItems(
  mentions: readonly Mention[],
  { names, now, zone }: Context,
): WaitingItem[] {
  return mentions.map(({ id, releaseId, release, subject, subjectId, about, text, at, byId }) => {
    const who = names.get(byId) ?? 'Somebody who left';
    const isGone = about === null;
    return {
      ...{ key: `mention ${id}`, kind: 'mention', releaseId, release },
      what: `${who} mentioned you: “${clipped(text)}”`,
      why: `${placeInWords(subject, about, release)}, ${formatWhen(at, zone, now)}`,
      ...{ due: null, late: false },
      gateId: subject === 'gate' && !isGone ? subjectId : null,
      place: isGone ? { subject: 'release', id: releaseId } : { subject, id: subjectId },
    };
  });
}

function placeInWords(subject: Subject, about: string | null, release: string): string {
  if (subject === 'release') return release;
  const kind = subject.replace('-', ' ');
  if (about === null) return `${release}, about a ${kind} that was removed`;
  return `${release}, ${kind} “${clipped(about)}”`;
}

/** On one line: a comment has as many as somebody typed. */
function clipped(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > longest ? `${line.slice(0, longest - 1).toWellFormed()}…` : line;
}
