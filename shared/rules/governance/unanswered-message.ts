import type { UnansweredGate } from '#shared/model/governance/queue.ts';
import { formatDate, formatWhen } from '../planning/zoned-time.ts';
import { addressed } from './addressed.ts';
import type { Addressed } from './addressed.ts';
import { counted, listed } from './gate-outcome.ts';
import { ableIn } from './stand-ins.ts';

export type MessageInput = {
  gates: readonly UnansweredGate[];
  people: readonly { id: string; name: string; email: string }[];
  today: string;
  now: string;
  zone: string;
};

/** A message to those who have not answered, with whom it reaches and who has no address. */
export type UnansweredMessage = {
  to: Addressed[];
  /** Who is informed of these gates, and is not asked anything themselves. */
  cc: Addressed[];
  withoutAddress: string[];
  subject: string;
  text: string;
};

/** What to send to everybody a list of gates waits for, as plain text ready to copy. */
export function unansweredMessage(input: MessageInput): UnansweredMessage {
  const { gates, people } = input;
  const ids = new Set(
    gates.flatMap(({ seats, silent }) => [
      ...seats.flatMap(ableIn),
      ...silent.map(({ personId }) => personId),
    ]),
  );
  const informed = new Set(gates.flatMap(({ toInform }) => toInform));
  const reached = people.filter(({ id }) => ids.has(id));
  const [first] = gates;
  const subject =
    first !== undefined && gates.length === 1
      ? `${first.seats.length === 0 ? 'Your word' : 'Your decision'}: ${first.release}, ${first.gate}`
      : `${counted(gates.length, 'decision')} waiting for you`;
  return {
    to: addressed(reached),
    cc: addressed(people.filter(({ id }) => informed.has(id) && !ids.has(id))),
    withoutAddress: reached.flatMap(({ id, email }) => (email === '' ? [id] : [])),
    subject,
    text: [
      `Hello ${listed(
        reached.map(({ name }) => name),
        'and',
      )},`,
      '',
      gates.length === 1
        ? 'this decision waits for you:'
        : `these ${gates.length} decisions wait for you:`,
      ...gates.flatMap((gate) => ['', ...linesOf(gate, input)]),
      '',
      'Open Slipway, then Approvals, to go, refuse, defer or abstain. A decision binds the facts as they are then.',
      ...(gates.some(({ silent }) => silent.length > 0)
        ? ['Who is consulted answers this message; the answer is recorded at the gate.']
        : []),
      '',
    ].join('\n'),
  };
}

function untilWhen({ dueOn, late }: UnansweredGate['silent'][number], today: string): string {
  if (dueOn === null) return '';
  return late ? ` (was due ${formatDate(dueOn, today)})` : ` (until ${formatDate(dueOn, today)})`;
}

function linesOf(gate: UnansweredGate, { people, today, now, zone }: MessageInput): string[] {
  const name = (id: string) => people.find((each) => each.id === id)?.name ?? 'somebody who left';
  const { dueOn, late, startAt, askedAt, askedById, note, silent } = gate;
  const due =
    dueOn === null
      ? ''
      : late
        ? `, was due ${formatDate(dueOn, today)}`
        : `, due ${formatDate(dueOn, today)}`;
  const asked =
    askedAt === null || askedById === null
      ? []
      : [
          `  Asked by ${name(askedById)}, ${formatWhen(askedAt, zone, now)}${note.trim() === '' ? '' : `: ${note.trim().replace(/\s+/g, ' ')}`}`,
        ];
  return [
    `${gate.release}: ${gate.gate}${due}`,
    ...gate.seats.map(({ roleName, personIds, standIns }) => {
      const own = personIds.map(name);
      const others = standIns.map(({ personId, reason }) => `${name(personId)} (${reason})`);
      return `  ${roleName}: ${listed([...own, ...others], 'or')}`;
    }),
    ...(silent.length === 0
      ? []
      : [
          `  Consulted before the decision: ${listed(
            silent.map((each) => `${name(each.personId)}${untilWhen(each, today)}`),
            'and',
          )}`,
        ]),
    ...asked,
    ...(startAt === null ? [] : [`  Planned start: ${formatWhen(startAt, zone, now)} ${zone}`]),
  ];
}
