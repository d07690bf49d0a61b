import type { GateCheck, GateView } from '#shared/model/governance/gates.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { formatInFull } from '../planning/zoned-time.ts';
import { exceptionState } from './exceptions.ts';
import type { GateException } from './gate-exceptions.ts';

type Told = { zone: string; nameOf: (personId: string) => string };

/**
 * A gate as it shows while it is overridden. One that passes by itself needs no exception; what the
 * rule found stays in sight, and counts again once the exception is over.
 */
export function whileOverridden(
  view: GateView,
  { id, decidedById, expiresAt, rationale }: GateException,
  { zone, nameOf }: Told,
): GateView {
  if (view.status === 'passed' || view.check === 'decision') return view;
  const until = new Date(expiresAt).toISOString();
  const by = decidedById === null ? 'somebody' : nameOf(decidedById);
  return {
    ...view,
    status: 'passed',
    summary: `${view.summary}; passed by exception until ${formatInFull(until, zone)}, granted by ${by}`,
    byException: { id, grantedById: decidedById, expiresAt: until, rationale },
  };
}

type OverrideAsked = {
  /** The overrides of this gate that were asked for before. */
  others: readonly GateException[];
  expiresAt: number;
  now: number;
  zone: string;
};

/** Refuses an override of what people decide, of what passes by itself, and a second one beside the first. */
export function checkOverride(
  gate: Pick<GateView, 'name' | 'status' | 'byException'> & { check: GateCheck },
  { others, expiresAt, now, zone }: OverrideAsked,
): void {
  if (expiresAt <= now) {
    throw new Refusal(
      'invalid_input',
      `The exception would expire ${formatInFull(new Date(expiresAt).toISOString(), zone)}, which is past. Give a time ahead, by which the gate is to pass by itself.`,
      { expiresAt: 'is past; give a time ahead' },
    );
  }
  if (gate.check === 'decision') {
    throw new Refusal(
      'precondition_failed',
      `“${gate.name}” is decided by people, so there is nothing to override. Ask for their decision, or have a no-go withdrawn.`,
    );
  }
  const states = others.map((each) => exceptionState(each, now));
  if (states.includes('asked')) {
    throw new Refusal(
      'conflict',
      `An exception for “${gate.name}” is asked for already and waits for a second person. Have it decided, or withdraw it first.`,
    );
  }
  if (gate.byException !== null || states.includes('granted')) {
    throw new Refusal(
      'conflict',
      `“${gate.name}” is passed by an exception already. Withdraw that one first if it should be another.`,
    );
  }
  if (gate.status === 'passed') {
    throw new Refusal(
      'precondition_failed',
      `“${gate.name}” passes by itself, so it needs no exception.`,
    );
  }
}
