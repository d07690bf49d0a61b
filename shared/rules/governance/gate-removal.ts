import type { GateView } from '#shared/model/governance/gates.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { formatInFull } from '../planning/zoned-time.ts';
import type { GateException } from './gate-exceptions.ts';

/** How a gate shows while it is taken off: it does not count, and says by whom and until when. */
export function whileRemoved(
  view: GateView,
  removal: GateException,
  { zone, nameOf }: { zone: string; nameOf: (personId: string) => string },
): GateView {
  const until = formatInFull(new Date(removal.expiresAt).toISOString(), zone);
  const by = removal.decidedById === null ? 'somebody' : nameOf(removal.decidedById);
  return {
    ...view,
    status: 'not-applicable',
    summary: `taken off by exception until ${until}, granted by ${by}: ${removal.rationale}`,
    needs: [],
  };
}

type RemovalAsked = {
  gate: string;
  asked: string;
  rationale: string;
  impact: string;
  expiresAt: number | null;
  now: number;
  /** Who else there is to approve it. */
  others: number;
};

/**
 * Refuses to take off a gate the policy asks for without what makes an exception of it. All that is
 * missing is said at once.
 */
export function checkRemoval(asked: RemovalAsked): void {
  const fields: Record<string, string> = {};
  if (asked.rationale === '') fields['rationale'] = 'is empty; say why the gate is not needed';
  if (asked.impact === '') fields['impact'] = 'is empty; say what may come of going without it';
  if (asked.expiresAt === null) fields['expiresAt'] = 'is missing; say until when';
  else if (asked.expiresAt <= asked.now) fields['expiresAt'] = 'is past; give a time ahead';
  const missing = Object.keys(fields).map((field) => missingWords[field] ?? field);
  if (missing.length > 0) {
    throw new Refusal(
      'invalid_input',
      `“${asked.gate}” is asked for by ${asked.asked}, so it is taken off only by an exception with a rationale, an impact, an end and the approval of a second person. Missing: ${missing.join(', ')}.`,
      fields,
    );
  }
  if (asked.others > 0) return;
  throw new Refusal(
    'precondition_failed',
    `“${asked.gate}” is taken off only with the approval of a second person, and there is nobody else in this workspace. Add people in Settings → People.`,
  );
}

const missingWords: Record<string, string> = {
  rationale: 'the rationale',
  impact: 'the impact',
  expiresAt: 'a time ahead at which it ends',
};
