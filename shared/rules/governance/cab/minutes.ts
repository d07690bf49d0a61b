import type { CabItem, CabMeeting } from '#shared/model/governance/cab.ts';
import type { Decision, DecisionOutcome } from '#shared/model/governance/gates.ts';
import { formatDate, formatInFull, formatRange, formatWhen } from '../../planning/zoned-time.ts';
import { counted } from '../gate-outcome.ts';
import { itemSeconds, meetingSeconds, spentText } from './timers.ts';

/** A decision as minutes tell it, with names for ids. */
export type MinutedVote = Pick<Decision, 'outcome' | 'comment' | 'withdrawn' | 'decidedAt'> & {
  who: string;
  role: string;
  /** For whom they stood in and why; empty in a place of their own. */
  stoodIn: string;
  deferredTo: string | null;
  conditions: readonly { text: string; owner: string; dueOn: string }[];
};

export type MinutedItem = Pick<
  CabItem,
  'kind' | 'title' | 'state' | 'notes' | 'outcome' | 'plannedMinutes' | 'openedAt' | 'spentSeconds'
> & {
  release: { name: string; number: number; startAt: string | null; zone: string | null } | null;
  risk: string | null;
  gates: readonly { name: string; votes: readonly MinutedVote[] }[];
  movedTo: string | null;
};

export type MinutesFacts = {
  workspace: string;
  meeting: CabMeeting;
  chair: string | null;
  attendees: readonly string[];
  items: readonly MinutedItem[];
  review: { text: string; owner: string | null; dueOn: string | null } | null;
  now: string;
};

/** One part of the minutes, whatever it is written as: a text typed by people, or sentences. */
export type MinutesBlock =
  | { kind: 'heading'; level: 2 | 3; text: string; note: string }
  | { kind: 'fact'; term: string; value: string }
  | { kind: 'typed'; label: string; text: string }
  | { kind: 'vote'; text: string; details: readonly string[]; withdrawn: boolean }
  | { kind: 'sentence'; text: string };

export type Minutes = { title: string; subtitle: string; blocks: MinutesBlock[] };

const outcomes: Record<DecisionOutcome, string> = {
  go: 'Go',
  'conditional-go': 'Conditional go',
  'no-go': 'No-go',
  deferred: 'Deferred',
  abstain: 'Abstained',
};

/** The minutes of a meeting as they stand: of one that runs as far as it has come. */
export function minutesOf(facts: MinutesFacts): Minutes {
  const { meeting, workspace } = facts;
  const kind = meeting.kind === 'emergency' ? 'Emergency CAB' : 'CAB meeting';
  const decisions = facts.items.filter((item) => item.kind === 'decision');
  const standard = facts.items.filter((item) => item.kind === 'standard');
  const notes = facts.items.filter((item) => item.kind === 'note');
  return {
    title: meeting.title,
    subtitle: `${kind} · ${workspace}`,
    blocks: [
      ...headFacts(facts),
      ...part('Decisions', decisions, facts),
      ...part('Standard changes, to be noted', standard, facts),
      ...part('Other points', notes, facts),
      ...remarks(facts),
    ],
  };
}

function headFacts({ meeting, chair, attendees, items, review, now }: MinutesFacts) {
  const { startedAt, closedAt, zone } = meeting;
  const pairs: [string, string][] = [
    ['Date', heldText(meeting, now)],
    ['Place', meeting.place],
    ['Chair', chair ?? ''],
    ['Present', attendees.join(', ')],
    ['Decided', dealtText(items)],
  ];
  if (startedAt !== null) pairs.push(['Took', spentText(meetingSeconds(meeting, now))]);
  if (startedAt !== null && closedAt === null) {
    pairs.push(['State', `still being held, as of ${formatInFull(now, zone)}`]);
  }
  if (review !== null) {
    const due = review.dueOn === null ? '' : `, due ${formatDate(review.dueOn, review.dueOn)}`;
    const owner = review.owner === null ? '' : `, ${review.owner}`;
    pairs.push(['Review', `${review.text}${owner}${due}`]);
  }
  return pairs
    .filter(([, value]) => value !== '')
    .map(([term, value]): MinutesBlock => ({ kind: 'fact', term, value }));
}

function heldText({ startsAt, startedAt, closedAt, zone }: CabMeeting, now: string): string {
  const planned = formatInFull(startsAt, zone);
  if (startedAt === null) return `${planned} (planned)`;
  // The year stands in the first date; a meeting over midnight says both.
  return closedAt === null
    ? `${formatInFull(startedAt, zone)}, planned ${formatWhen(startsAt, zone, now)}`
    : `${formatRange(startedAt, closedAt, zone, '1970-01-01T00:00:00.000Z')}, planned ${formatWhen(startsAt, zone, startsAt)}`;
}

function dealtText(items: readonly MinutedItem[]): string {
  if (items.length === 0) return 'nothing was on the agenda';
  const dealt = items.filter(({ state }) => state === 'decided').length;
  return `${dealt} of ${counted(items.length, 'item')}`;
}

function part(title: string, items: readonly MinutedItem[], facts: MinutesFacts): MinutesBlock[] {
  if (items.length === 0) return [];
  const heading: MinutesBlock = { kind: 'heading', level: 2, text: title, note: '' };
  return [heading, ...items.flatMap((item) => itemBlocks(item, facts))];
}

function itemBlocks(item: MinutedItem, { meeting, now }: MinutesFacts): MinutesBlock[] {
  const { release } = item;
  const spent = itemSeconds(item, now);
  const time = [
    ...(spent > 0 ? [spentText(spent)] : []),
    ...(item.plannedMinutes > 0 ? [`planned ${item.plannedMinutes} min`] : []),
  ].join(', ');
  const blocks: MinutesBlock[] = [{ kind: 'heading', level: 3, text: item.title, note: time }];
  if (release !== null) blocks.push({ kind: 'sentence', text: releaseText(item, meeting.zone) });
  for (const { name, votes } of item.gates) {
    if (votes.length === 0) {
      blocks.push({ kind: 'sentence', text: `${name}: no decision was taken.` });
      continue;
    }
    blocks.push({ kind: 'sentence', text: `${name}:` });
    for (const vote of votes) blocks.push(voteBlock(vote, meeting.zone));
  }
  if (item.notes.trim() !== '') blocks.push({ kind: 'typed', label: 'Notes', text: item.notes });
  blocks.push({ kind: 'sentence', text: stateText(item) });
  return blocks;
}

function releaseText({ release, risk }: MinutedItem, zone: string): string {
  if (release === null) return '';
  const { name, number, startAt } = release;
  const start =
    startAt === null
      ? 'no start is planned'
      : `planned to start ${formatInFull(startAt, release.zone ?? zone)}`;
  return `${name} (R-${number}), ${risk === null ? '' : `${risk} risk, `}${start}.`;
}

function voteBlock(vote: MinutedVote, zone: string): MinutesBlock {
  const { who, role, outcome, deferredTo, comment, conditions, withdrawn, decidedAt } = vote;
  const until = deferredTo === null ? '' : ` to ${formatDate(deferredTo, deferredTo)}`;
  const at = formatWhen(decidedAt, zone, decidedAt);
  return {
    kind: 'vote',
    text: `${outcomes[outcome]}${until}: ${who}${role === '' ? '' : ` (${role})`}, ${at}`,
    details: [
      ...(vote.stoodIn === '' ? [] : [vote.stoodIn]),
      ...(comment.trim() === '' ? [] : [comment.trim()]),
      ...conditions.map(
        ({ text, owner, dueOn }) =>
          `Condition: ${text} (${owner}, by ${formatDate(dueOn, dueOn)} ${dueOn.slice(0, 4)})`,
      ),
      ...(withdrawn === null ? [] : [`Withdrawn since: ${withdrawn.reason}`]),
    ],
    withdrawn: withdrawn !== null,
  };
}

function stateText({ kind, state, outcome, movedTo }: MinutedItem): string {
  if (outcome !== '') return outcome;
  switch (state) {
    case 'decided':
      return kind === 'decision' ? 'Decided.' : 'Noted.';
    case 'moved':
      return `Not dealt with; moved to ${movedTo ?? 'a later meeting'}.`;
    case 'skipped':
      return 'Passed over; not dealt with yet.';
    case 'open':
      return 'Being dealt with.';
    case 'waiting':
      return 'Not dealt with yet.';
  }
}

function remarks({ meeting }: MinutesFacts): MinutesBlock[] {
  if (meeting.minutes.trim() === '') return [];
  return [
    { kind: 'heading', level: 2, text: 'Remarks', note: '' },
    { kind: 'typed', label: '', text: meeting.minutes },
  ];
}
