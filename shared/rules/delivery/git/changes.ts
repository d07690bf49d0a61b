import type { FoundChange, Landing } from '#shared/model/delivery/git.ts';
import { clipped } from '../../workspace/word-finder.ts';
import { shortId } from './commit.ts';
import type { Commit } from './commit.ts';
import { isHousekeeping, kindOfChange, readConventional } from './conventional.ts';
import { isOpened, landingsOf } from './landings.ts';
import type { LandedCommits } from './landings.ts';
import { readMerge, readSquash, readSquashedList } from './merges.ts';
import { standingOf } from './reverts.ts';
import type { Revert, Standing } from './reverts.ts';
import { ticketsIn, withoutTicket } from './tickets.ts';

/** A change with what became of it within what is read. */
export type ReadChange = {
  change: FoundChange;
  /** The title before it was cut, and what breaks. */
  wholeTitle: string;
  breakingWords: string;
  /** Why it changes nothing; empty where it does. */
  undone: string;
  cautions: string[];
};

export type ReadChanges = {
  /** The oldest landing first. */
  changes: ReadChange[];
  /** Merges that brought another line in and nothing of their own. */
  linesMerged: number;
};

/**
 * What lies between two points as changes, one a landing. `commits` come in topological order, the
 * newest first; `projects` are keys of trackers that are known.
 */
export function readChanges(
  commits: readonly Commit[],
  tip: string,
  projects: ReadonlySet<string>,
): ReadChanges {
  const landings = landingsOf(commits, tip);
  const standing = standingOf(landings, commits);
  const own = landings.filter(({ landing, commits: all }) => !isOpened(landing) || all.length > 1);
  return {
    changes: own.map((landed) => readChange(landed, standing, projects)),
    linesMerged: landings.length - own.length,
  };
}

type Named = {
  title: string;
  branch: string;
  pull: string;
  landed: Landing;
  firstAt: number | null;
};

function readChange(
  { landing, commits }: LandedCommits,
  standing: ReadonlyMap<string, Standing>,
  projects: ReadonlySet<string>,
): ReadChange {
  const named = nameOf(landing, commits);
  const { title, branch, pull, landed, firstAt } = named;
  const says = readConventional(title, bodiesOf(landing, commits));
  const tickets = ticketsOf(landing, commits, named, projects);
  const wholeTitle = capitalised(withoutTicket(says.words, tickets)) || 'No message';
  const { undone, cautions } = judge(landing, commits, standing);
  const authoredAt = landing.authoredAt ?? landing.committedAt ?? 0;
  const committedAt = landing.committedAt ?? authoredAt;
  const times = commits.flatMap((commit) => commit.authoredAt ?? commit.committedAt ?? []);
  const first = Math.min(firstAt ?? authoredAt, ...smallest(times));
  if (first > committedAt) {
    cautions.push('Its author’s clock is ahead of the time it was committed.');
  }
  const change = {
    ...{ commit: landing.id, title: cut(wholeTitle), tickets, pull, landed },
    commits: commits.filter(({ parents }) => parents.length < 2).length || 1,
    authoredAt: new Date(authoredAt).toISOString(),
    committedAt: new Date(committedAt).toISOString(),
    firstCommitAt: new Date(first).toISOString(),
    ...{ type: says.type, part: says.part, kind: kindOfChange(says, branch) },
    ...{ housekeeping: isHousekeeping(says.type), breaking: says.breaking },
  };
  return { change, wholeTitle, breakingWords: says.breakingWords, undone, cautions };
}

/** Ten thousand arguments at once are more than a call may have. */
function smallest(times: readonly number[]): number[] {
  const [first, ...rest] = times;
  return first === undefined ? [] : [rest.reduce((least, time) => Math.min(least, time), first)];
}

/** What a landing is called, in the words of its request, else of the first of its commits. */
function nameOf(landing: Commit, commits: readonly Commit[]): Named {
  if (landing.parents.length > 1) {
    const { title, branch, pull } = readMerge(landing);
    const brought = commits.filter(({ parents }) => parents.length < 2);
    const worded = brought.findLast(({ subject }) => !/^(?:wip|fixup!|squash!)\b/i.test(subject));
    const words = title ?? (worded ?? brought.at(-1))?.subject ?? landing.subject;
    return { title: words, branch, pull, landed: 'merge', firstAt: null };
  }
  const list = readSquashedList(landing);
  const squash = readSquash(landing);
  const title = list?.title ?? squash?.words ?? landing.subject;
  const landed = list === null && squash === null ? 'commit' : 'squash';
  return { title, branch: '', pull: squash?.pull ?? '', landed, firstAt: list?.firstAt ?? null };
}

/** Of a merge every body may say what breaks. */
function bodiesOf(landing: Commit, commits: readonly Commit[]): string {
  return [landing, ...commits.filter(({ id }) => id !== landing.id)]
    .map(({ body }) => body)
    .join('\n\n');
}

/** First those of the landing and its title, then those of the commits it brought. */
function ticketsOf(
  landing: Commit,
  commits: readonly Commit[],
  { title, branch, pull }: Named,
  projects: ReadonlySet<string>,
): string[] {
  const of = (subject: string, body: string) => ticketsIn({ subject, body, branch: '' }, projects);
  const all = [
    ...ticketsIn({ subject: title, body: landing.body, branch }, projects),
    ...commits
      .filter(({ id, parents }) => id !== landing.id && parents.length < 2)
      .toReversed()
      .flatMap(({ subject, body }) => of(subject, body)),
  ];
  // A forge numbers requests like tickets; the number of its own request is none.
  return [...new Set(all)].filter((ticket) => ticket !== pull).slice(0, 20);
}

function judge(
  landing: Commit,
  commits: readonly Commit[],
  standing: ReadonlyMap<string, Standing>,
): { undone: string; cautions: string[] } {
  const brought = commits.filter(({ parents }) => parents.length < 2);
  const members = brought.length === 0 ? [landing] : brought;
  const states = members.map(({ id }) => standing.get(id) ?? { kind: 'stands' as const });
  const live = states.filter(({ kind }) => kind === 'stands' || kind === 'reverts-earlier');
  const gone = states.find((state) => state.kind === 'reverted');
  const taking = states.find((state) => state.kind === 'reverts');
  if (live.length === 0) {
    if (taking !== undefined) {
      return {
        undone: `Takes back ${shortId(taking.of)}, which lies in between too.`,
        cautions: [],
      };
    }
    return { undone: `Reverted by ${shortId(gone?.by ?? '')}.`, cautions: [] };
  }
  const cautions = live.flatMap((state) =>
    state.kind === 'reverts-earlier' ? [earlierInWords(state.revert)] : [],
  );
  const lost = states.length - live.length;
  if (lost > 0) {
    cautions.push(
      `${lost} of its ${states.length} commits cancel each other out or were reverted.`,
    );
  }
  return { undone: '', cautions: [...new Set(cautions)].slice(0, 5) };
}

function earlierInWords({ title, commits, bringsBack }: Revert): string {
  const id = commits[0] === undefined ? '' : ` (${shortId(commits[0])})`;
  if (bringsBack) return `Brings back what was reverted before${id}.`;
  const what = title === '' ? 'a commit' : `“${clipped(title)}”`;
  return `Takes back ${what}${id}, which came before.`;
}

/** A word in small letters that opens a title reads better large; names are left alone. */
function capitalised(words: string): string {
  return /^[a-z]+(?=[\s,.;:]|$)/.test(words)
    ? words.charAt(0).toUpperCase() + words.slice(1)
    : words;
}

function cut(title: string): string {
  return title.length > 200 ? `${title.slice(0, 199).toWellFormed().trimEnd()}…` : title;
}
