import type { GateStatus } from '#shared/model/governance/gates.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { counted } from './gate-outcome.ts';

export type AnsweredGate = {
  id: string;
  key: string;
  name: string;
  status: GateStatus;
  summary: string;
  byException: { expiresAt: string } | null;
};

/** The gates of a release that are asked for: all, or the one meant by an id, a key or a name. */
export function gatesMeant<T extends AnsweredGate>(
  given: string | undefined,
  gates: readonly T[],
): readonly T[] {
  if (given === undefined) return gates;
  const wanted = given.trim().toLowerCase();
  const byId = gates.filter(({ id }) => id === wanted);
  if (byId.length === 1) return byId;
  const fits = gates.filter(
    ({ key, name }) => key.toLowerCase() === wanted || name.toLowerCase() === wanted,
  );
  if (fits.length === 1) return fits;
  const named = (some: readonly T[], each: (gate: T) => string) => some.map(each).join(', ');
  if (fits.length > 1) {
    const which = named(fits, ({ name, id }) => `${plainLine(name)} (${id})`);
    throw new Refusal(
      'conflict',
      `“${plainLine(given)}” fits ${fits.length} gates: ${which}. Give the id of one.`,
    );
  }
  const there = named(gates, ({ key, name }) => `${key} (${plainLine(name)})`);
  throw new Refusal(
    'not_found',
    `There is no gate “${plainLine(given)}” on this release. ${there === '' ? 'It has no gates.' : `Its gates are: ${there}.`}`,
  );
}

/**
 * Whether a pipeline may go on, and why, in one line. A gate that does not apply stands in nobody's
 * way; one an exception holds says so, since what it looks at is still missing.
 */
export function answerOf(
  release: { number: number; name: string },
  gates: readonly AnsweredGate[],
): { passed: boolean; reason: string } {
  const of = `R-${release.number} ${plainLine(release.name)}`;
  const [only] = gates;
  if (only === undefined) return { passed: true, reason: `${of} has no gates` };
  const open = gates.filter(({ status }) => status !== 'passed' && status !== 'not-applicable');
  const [first] = open;
  if (gates.length === 1) {
    return {
      passed: first === undefined,
      reason: `${plainLine(only.name)} of ${of} ${stateWords[only.status]}: ${plainLine(only.summary)}`,
    };
  }
  if (first === undefined) {
    const held = gates.filter(({ byException }) => byException !== null).length;
    const note = held === 0 ? '' : `, ${held} of them by exception`;
    return { passed: true, reason: `All ${gates.length} gates of ${of} are passed${note}` };
  }
  const more = open.length === 1 ? '' : ` and ${counted(open.length - 1, 'other')}`;
  return {
    passed: false,
    reason: `${open.length} of ${gates.length} gates of ${of} are open: ${plainLine(first.name)} ${stateWords[first.status]}, ${plainLine(first.summary)}${more}`,
  };
}

const stateWords: Record<GateStatus, string> = {
  passed: 'is passed',
  running: 'is not passed, it runs',
  waiting: 'is not passed, it waits',
  failed: 'is not passed, it failed',
  'out-of-date': 'is not passed, it is out of date',
  'not-applicable': 'does not apply',
};

const longest = 240;
/** What would move the cursor of a terminal, or turn the text around it. */
const controls = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]+/g;

/** A text from outside on one line of a log. */
export function plainLine(text: string): string {
  const line = text.replace(controls, ' ').replace(/\s+/g, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest - 1).toWellFormed()}…` : line;
}
