import type { Decision, GateView } from '#shared/model/governance/gates.ts';
import { dateIn, formatDate, formatWhen } from '../planning/zoned-time.ts';
import { capitalised, listed, outcomeWords } from './gate-outcome.ts';
import { addressed } from './addressed.ts';
import type { Addressed } from './addressed.ts';
import { standingDecision } from './places.ts';

export type InformedInput = {
  release: string;
  gate: Pick<GateView, 'name' | 'status' | 'summary' | 'decisions' | 'seats'>;
  people: readonly { id: string; name: string; email: string }[];
  toInform: readonly string[];
  now: string;
  zone: string;
};

/** Who hears of a gate, who of them has no address, and what they are told. */
export type InformedMessage = {
  to: Addressed[];
  withoutAddress: string[];
  subject: string;
  text: string;
};

/** What was decided at a gate, for those who are informed of it: the decisions that stand, as text. */
export function informedMessage(input: InformedInput): InformedMessage {
  const { release, gate, people, toInform } = input;
  const reached = people.filter(({ id }) => toInform.includes(id));
  return {
    to: addressed(reached),
    withoutAddress: reached.flatMap(({ id, email }) => (email === '' ? [id] : [])),
    subject: `${release}, ${gate.name}: ${statusWords[gate.status]}`,
    text: [
      `Hello ${listed(
        reached.map(({ name }) => name),
        'and',
      )},`,
      '',
      `${release}: ${gate.name} ${statusWords[gate.status]}.`,
      `${capitalised(gate.summary)}.`,
      ...standing(gate).flatMap((each) => ['', ...linesOf(each, input)]),
      '',
      'You are informed of this gate; nothing is asked of you.',
      '',
    ].join('\n'),
  };
}

const statusWords: Record<GateView['status'], string> = {
  passed: 'has passed',
  running: 'is under way',
  waiting: 'is not decided yet',
  failed: 'is blocked',
  'out-of-date': 'is to be decided again',
  'not-applicable': 'was taken off',
};

/** The decision that stands in each place; what was withdrawn or overruled nobody has to be told of. */
export function standing({ seats, decisions }: Pick<GateView, 'seats' | 'decisions'>): Decision[] {
  return seats.flatMap(({ key }) => {
    const decision = standingDecision(decisions, key);
    return decision === null || decision.overruled !== null ? [] : decision;
  });
}

function linesOf(decision: Decision, { gate, people, now, zone }: InformedInput): string[] {
  const name = (id: string) => people.find((each) => each.id === id)?.name ?? 'somebody who left';
  const today = dateIn(now, zone);
  const { outcome, decidedById, decidedAt, placeKey, comment, conditions } = decision;
  const role = gate.seats.find(({ key }) => key === placeKey)?.roleName ?? placeKey;
  const said = comment.trim().replace(/\s+/g, ' ');
  return [
    `  ${capitalised(outcomeWords[outcome])} by ${name(decidedById)} (${role}), ${formatWhen(decidedAt, zone, now)}${said === '' ? '' : `: ${said}`}`,
    ...conditions.map(({ text, ownerId, dueOn, metAt }) => {
      const state = metAt === null ? `due ${formatDate(dueOn, today)}` : 'met';
      return `    On condition: ${text} (${name(ownerId)}, ${state})`;
    }),
  ];
}
