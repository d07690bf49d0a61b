import type { DecisionChannel, DecisionOutcome, Gate } from '#shared/model/governance/gates.ts';
import type { Phase, RoleAssignment } from '#shared/model/planning/releases.ts';
import { Refusal } from '#shared/model/refusal.ts';
import type { Profile } from '#shared/model/workspace/workspace.ts';
import type { ApprovalRules } from '#shared/model/governance/approvals.ts';
import { dateIn, formatInFull } from '../planning/zoned-time.ts';
import { placeFor } from './places.ts';
import type { PlacedDecision, PlaceInput, Seating } from './places.ts';
import type { Substitution } from './stand-ins.ts';

export type DecidingPerson = { id: string; name: string; roles: readonly string[] };

export type DecideInput = {
  gate: Pick<Gate, 'name' | 'check' | 'places'> & { inOrder?: boolean };
  release: {
    phase: Phase;
    requesterId: string;
    createdAt: string;
    roles: readonly RoleAssignment[];
  };
  /** Who asked last for this gate's decision; null when nobody did. */
  requestedById: string | null;
  /** Everybody of the workspace, and the names of its roles by key. */
  people: readonly DecidingPerson[];
  roleNames: ReadonlyMap<string, string>;
  /** The gate's decisions so far. */
  decisions: readonly PlacedDecision[];
  profile: Profile;
  rules: ApprovalRules;
  substitutions: readonly Substitution[];
  decidedById: string;
  recordedById: string;
  outcome: DecisionOutcome;
  /** The day a deferral is taken up again. */
  deferredTo?: string | null | undefined;
  placeKey: string | undefined;
  channel: DecisionChannel;
  decidedAt: string;
  comment: string;
  conditions: readonly { ownerId: string; dueOn: string }[];
  now: string;
  /** The workspace's zone: a due date ends at midnight there. */
  zone: string;
};

/** Checks a decision before it is recorded. Throws a Refusal that names the way out. */
export function decide(input: DecideInput): Seating {
  checkGate(input);
  const decider = personOf(input.decidedById, input);
  checkRequester(decider, input);
  checkChannel(input);
  checkTime(input);
  checkContent(input);
  return placeFor(placeInput(decider, input));
}

function placeInput(decider: DecidingPerson, input: DecideInput): PlaceInput {
  const { gate, release, people, roleNames, decisions, profile, placeKey, rules } = input;
  const { roles: assignments, requesterId } = release;
  return {
    ...{ decider, gate, assignments, requesterId, people, roleNames, decisions, profile, placeKey },
    ...{ rules, substitutions: input.substitutions, day: dateIn(input.decidedAt, input.zone) },
  };
}

const automatedWayOut: Record<Exclude<Gate['check'], 'decision'>, string> = {
  'pipeline-green': 'let its workflows succeed and sync, or acknowledge a run with warnings',
  'checklist-complete': 'finish the checklist items it lists',
  'rollback-planned': 'write the steps of the rollback plan',
  'rollback-rehearsed': 'rehearse the rollback and record it in its plan',
  'no-open-critical-risk': 'mitigate, accept or close the critical risks',
  'risk-assessed': 'answer the questions about its risk',
  'test-results': 'add test results that keep its limits',
  coverage: 'add a coverage report that keeps its limits',
  'vulnerability-report': 'add a vulnerability report that keeps its limits',
  'component-list': 'add the list of its components',
  'performance-results': 'add performance results that keep its limits',
  'controls-met': 'prove the controls it lists',
  'lessons-heeded': 'say how the lessons it lists are heeded',
  monitoring: 'ask its metric checks until they pass, and let no alert fire',
  'measure-threshold': 'bring the measure within its limit',
  'artefact-digest': 'let staging run what is to be deployed, and sync',
  'rollout-staged': 'plan the rollout in stages',
  'review-planned': 'plan the review after the release',
};

function checkGate({ gate, release }: DecideInput): void {
  if (release.phase === 'closed') {
    throw new Refusal(
      'precondition_failed',
      `The release is closed and takes no more decisions. Record what was learned after it instead.`,
    );
  }
  if (gate.check !== 'decision') {
    throw new Refusal(
      'precondition_failed',
      `“${gate.name}” is judged from facts and takes no decision. To pass it, ${automatedWayOut[gate.check]}.`,
    );
  }
}

function checkRequester(decider: DecidingPerson, input: DecideInput): void {
  if (decider.id === input.release.requesterId) {
    throw new Refusal(
      'forbidden',
      `${decider.name} asked for this release and cannot decide in it. Ask somebody else who holds the role, or assign one in the release’s roles.`,
    );
  }
  if (decider.id === input.requestedById) {
    throw new Refusal(
      'forbidden',
      `${decider.name} asked for this decision and cannot give it. Let somebody else decide, or let somebody else ask again.`,
    );
  }
}

function checkChannel({ decidedById, recordedById, channel }: DecideInput): void {
  const forOneself = decidedById === recordedById;
  if (channel === 'self' && !forOneself) {
    throw new Refusal(
      'invalid_input',
      'The channel is “self”, but the decision is somebody else’s. Say how it reached you: in a meeting, by response file or by e-mail.',
      { channel: 'expected meeting, response-file or e-mail when recording for somebody else' },
    );
  }
}

function checkTime({ decidedAt, now, release, zone }: DecideInput): void {
  if (Date.parse(decidedAt) > Date.parse(now)) {
    const found = `${formatInFull(decidedAt, zone)} is after now, ${formatInFull(now, zone)}`;
    throw new Refusal(
      'invalid_input',
      `A decision cannot lie in the future: ${found}. Enter when it was given.`,
      {
        decidedAt: 'lies in the future',
      },
    );
  }
  if (Date.parse(decidedAt) < Date.parse(release.createdAt)) {
    const created = formatInFull(release.createdAt, zone);
    throw new Refusal(
      'invalid_input',
      `The release was created ${created}, and the decision is dated before it. Enter when it was given.`,
      { decidedAt: `lies before the release was created, ${created}` },
    );
  }
}

function checkContent(input: DecideInput): void {
  const { outcome, comment, conditions } = input;
  if (outcome === 'no-go' && comment.trim() === '') {
    throw new Refusal(
      'invalid_input',
      'A no-go needs its reason: what has to change before the answer can be go. Write it as the comment.',
      { comment: 'is empty; write the reason' },
    );
  }
  checkDeferral(input);
  if (outcome !== 'conditional-go' && conditions.length > 0) {
    throw new Refusal(
      'invalid_input',
      'Only a conditional go carries conditions. Choose conditional go, or take them out.',
      { conditions: 'expected none with this outcome' },
    );
  }
  if (outcome === 'conditional-go') checkConditions(input);
}

/** Dates as text compare like the days they name. */
function checkDeferral({ outcome, deferredTo, now, zone }: DecideInput): void {
  const day = deferredTo ?? null;
  if (outcome !== 'deferred') {
    if (day === null) return;
    throw new Refusal(
      'invalid_input',
      'Only a deferred decision has a day on which it is taken up again. Choose deferred, or take the day out.',
      { deferredTo: 'expected none with this outcome' },
    );
  }
  const today = dateIn(now, zone);
  if (day !== null && day > today) return;
  const found = day === null ? 'none was given' : `${day} is not after today, ${today}`;
  throw new Refusal(
    'invalid_input',
    `A deferred decision needs the day on which it is taken up again: ${found}. Choose a later day, or abstain.`,
    { deferredTo: 'expected a day after today' },
  );
}

function checkConditions(input: DecideInput): void {
  const { conditions, now, zone } = input;
  if (conditions.length === 0) {
    throw new Refusal(
      'invalid_input',
      'A conditional go needs at least one condition with an owner and a due date. Add one, or choose go.',
      { conditions: 'expected at least one' },
    );
  }
  const today = dateIn(now, zone);
  for (const [index, condition] of conditions.entries()) {
    personOf(condition.ownerId, input, `conditions.${index}.ownerId`);
    // Dates as text compare like the days they name.
    if (condition.dueOn < today) {
      throw new Refusal(
        'invalid_input',
        `Condition ${index + 1} is due on ${condition.dueOn}, which is past; today is ${today}. Choose today or later.`,
        { [`conditions.${index}.dueOn`]: `is past; expected ${today} or later` },
      );
    }
  }
}

function personOf(
  personId: string,
  { people }: DecideInput,
  field = 'decidedById',
): DecidingPerson {
  const found = people.find((person) => person.id === personId);
  if (found) return found;
  throw new Refusal(
    'not_found',
    'The person is not in this workspace. Choose one from the list of people, or add them first.',
    { [field]: 'is no person of this workspace' },
  );
}
