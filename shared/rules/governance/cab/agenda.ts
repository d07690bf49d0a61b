import type { AgendaProposal, AgendaRelease } from '#shared/model/governance/cab-views.ts';
import type { Gate, GateStatus } from '#shared/model/governance/gates.ts';
import { riskBands } from '#shared/model/governance/risks.ts';
import { formatWhen } from '../../planning/zoned-time.ts';
import { counted, listed } from '../gate-outcome.ts';

export type CandidateGate = Pick<Gate, 'id' | 'key' | 'name' | 'phase' | 'check' | 'places'> & {
  status: GateStatus;
  /** Its phase was left: nothing is decided at it any more. */
  isKept: boolean;
};

export type Candidate = {
  release: AgendaRelease;
  standardChange: boolean;
  onHold: boolean;
  gates: readonly CandidateGate[];
};

/** So far ahead a board looks at what asks for it, and at what other decisions are missing for. */
const boardDays = 28;
const nearDays = 7;
const dayMs = 86_400_000;

/** A gate is of the board when its key, or a role it asks for, names one. */
export function isBoardGate({ key, places }: Pick<Gate, 'key' | 'places'>): boolean {
  return [key, ...places.map(({ roleKey }) => roleKey)].some((each) =>
    /(^|-)(e?cab|board|change-advisory)(-|$)/.test(each),
  );
}

/** Where people decide and have not, as long as it is asked before the release is over. */
export function undecidedGates<G extends CandidateGate>(gates: readonly G[]): G[] {
  return gates.filter(
    ({ check, status, isKept, phase }) =>
      check === 'decision' && !isKept && phase !== 'post-release' && !isSettled(status),
  );
}

export function isSettled(status: GateStatus): boolean {
  return status === 'passed' || status === 'not-applicable';
}

/**
 * The gates of a release an item is about: those of the board that are open, and where a release has
 * none of the board all that wait for a decision.
 */
export function gatesForBoard<G extends CandidateGate>(gates: readonly G[]): G[] {
  const open = undecidedGates(gates);
  return gates.some(isBoardGate) ? open.filter(isBoardGate) : open;
}

type Occasion = { startsAt: string; now: string; zone: string };

/**
 * What a board should see at a meeting, by planned start and the riskiest first: what waits for its
 * decision, what starts soon without the decisions it needs, and standard changes to take note of.
 */
export function proposals(candidates: readonly Candidate[], occasion: Occasion): AgendaProposal[] {
  return candidates
    .flatMap((candidate) => proposalOf(candidate, occasion) ?? [])
    .toSorted((a, b) => byKind(a, b) || byStart(a.release, b.release));
}

function proposalOf(candidate: Candidate, occasion: Occasion): AgendaProposal | null {
  const { release, standardChange, onHold, gates } = candidate;
  if (onHold || release.startAt === null) return null;
  const days = (Date.parse(release.startAt) - Date.parse(occasion.startsAt)) / dayMs;
  const starts = `planned to start ${formatWhen(release.startAt, release.zone ?? occasion.zone, occasion.now)}`;
  if (standardChange) {
    if (days > nearDays || days < 0) return null;
    const why = `Standard change, authorised in advance; ${starts}.`;
    return { kind: 'standard', release, gateIds: [], why };
  }
  const wanted = gatesForBoard(gates);
  const ofBoard = wanted.some(isBoardGate);
  if (wanted.length === 0 || days > (ofBoard ? boardDays : nearDays)) return null;
  const names = wanted.map(({ name }) => `“${name}”`);
  const why = ofBoard
    ? `${listed(names, 'and')} ${wanted.length === 1 ? 'waits' : 'wait'} for the board; ${starts}.`
    : `${counted(wanted.length, 'decision')} open (${listed(names, 'and')}); ${starts}.`;
  return { kind: 'decision', release, gateIds: wanted.map(({ id }) => id), why };
}

function byKind(a: AgendaProposal, b: AgendaProposal): number {
  return Number(a.kind === 'standard') - Number(b.kind === 'standard');
}

/** Dates of the same day are told apart by how risky the releases are. */
function byStart(a: AgendaRelease, b: AgendaRelease): number {
  const day = (release: AgendaRelease) => (release.startAt ?? '').slice(0, 10);
  return (
    day(a).localeCompare(day(b)) ||
    riskBands.indexOf(b.band) - riskBands.indexOf(a.band) ||
    b.score - a.score ||
    (a.startAt ?? '').localeCompare(b.startAt ?? '') ||
    a.number - b.number
  );
}
