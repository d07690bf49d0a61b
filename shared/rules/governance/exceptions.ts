import type { ExceptionRule, ExceptionState } from '#shared/model/governance/exceptions.ts';
import type { PlacementRule } from '#shared/model/planning/placement.ts';
import type { ReleaseType } from '#shared/model/planning/releases.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { ruleNames, warningRules } from '../planning/placement/coverage.ts';
import { formatInFull } from '../planning/zoned-time.ts';

/** Names of the rules, as they stand at the head of an exception. */
export const exceptionRuleNames: Record<ExceptionRule, string> = {
  ...ruleNames,
  'gate-removed': 'Gate removed',
  'gate-override': 'Gate overridden',
};

export type ExceptionFacts = {
  rule: ExceptionRule;
  subjectName: string;
  requestedById: string;
  expiresAt: number;
  granted: boolean | null;
  decidedById: string | null;
  withdrawnAt: number | null;
};

/** Who and what decide about an exception, beside itself. */
export type ExceptionGround = {
  release: { name: string; type: ReleaseType; phase: string };
  /** Named on the hard freeze; null where nobody is. */
  authorityId: string | null;
  now: number;
  zone: string;
  nameOf: (personId: string) => string;
};

/** `Soft freeze: Quarter end`; the rule alone where it is to no window or release of its own. */
export function exceptionTitle({
  rule,
  subjectName,
}: Pick<ExceptionFacts, 'rule' | 'subjectName'>): string {
  const name = exceptionRuleNames[rule];
  return subjectName === name ? name : `${name}: ${subjectName}`;
}

/** Where an exception stands; it expires by itself. */
export function exceptionState(
  { granted, withdrawnAt, expiresAt }: Omit<ExceptionFacts, 'rule' | 'subjectName'>,
  now: number,
): ExceptionState {
  if (withdrawnAt !== null) return 'withdrawn';
  if (granted === false) return 'refused';
  if (expiresAt <= now) return 'expired';
  return granted === null ? 'asked' : 'granted';
}

/** Refuses to ask for what no exception can be granted to, or for one that is over already. */
export function checkRequest(
  {
    rule,
    subjectId,
    expiresAt,
  }: { rule: PlacementRule; subjectId: string | null; expiresAt: number },
  { release, authorityId, now, zone, nameOf }: ExceptionGround,
): void {
  if (warningRules.includes(rule)) {
    throw new Refusal(
      'invalid_input',
      `${ruleNames[rule]} only warns: it stops nothing and needs no exception. Leave it, or choose another day.`,
      { rule: 'only warns and needs no exception' },
    );
  }
  if (expiresAt <= now) {
    throw new Refusal(
      'invalid_input',
      `The exception would expire ${formatInFull(new Date(expiresAt).toISOString(), zone)}, which is past. Give a time ahead, after the start it is for.`,
      { expiresAt: 'is past; give a time ahead' },
    );
  }
  if (rule !== 'hard-freeze') return;
  if (subjectId === null) {
    throw new Refusal(
      'invalid_input',
      'An exception to a hard freeze names the freeze: its authority decides. Choose the freeze.',
      { subjectId: 'is missing; choose the freeze' },
    );
  }
  if (authorityId === null) {
    throw new Refusal(
      'precondition_failed',
      'The hard freeze names no authority, so nobody can grant an exception. Name one on the freeze, or choose a start outside of it.',
    );
  }
  if (release.type !== 'emergency') {
    throw new Refusal(
      'precondition_failed',
      `${release.name} is a ${release.type} release; in a hard freeze ${nameOf(authorityId)} grants emergency releases alone an exception. Choose a start outside of the freeze.`,
    );
  }
}

/** Who may decide on it, as a sentence. */
export function decidersInWords(
  { rule, requestedById }: Pick<ExceptionFacts, 'rule' | 'requestedById'>,
  { authorityId, nameOf }: Pick<ExceptionGround, 'authorityId' | 'nameOf'>,
): string {
  if (rule !== 'hard-freeze') {
    return `Anybody but ${nameOf(requestedById)}, who asked for it, may decide.`;
  }
  if (authorityId === null) return 'Nobody may decide: the freeze names no authority any more.';
  return authorityId === requestedById
    ? `${nameOf(authorityId)} is the authority and asked for it, so nobody may decide: name another authority on the freeze.`
    : `Only ${nameOf(authorityId)}, the authority named on the freeze, may decide.`;
}

/** Whether a person may decide on it; the same rule a decision is refused by. */
export function isDecider(
  facts: Pick<ExceptionFacts, 'rule' | 'requestedById'>,
  { authorityId }: Pick<ExceptionGround, 'authorityId'>,
  personId: string | null,
): boolean {
  if (personId === null || personId === facts.requestedById) return false;
  return facts.rule !== 'hard-freeze' || personId === authorityId;
}

/** Refuses a decision on what is decided or over, and by whoever may not. */
export function checkDecision(
  facts: ExceptionFacts,
  ground: ExceptionGround,
  decision: { byId: string; granted: boolean; note: string },
): void {
  const { release, now, zone, nameOf } = ground;
  const state = exceptionState(facts, now);
  const to = `The exception to ${facts.subjectName}`;
  if (state === 'granted' || state === 'refused') {
    throw new Refusal(
      'conflict',
      `${to} was ${state} by ${nameOf(facts.decidedById ?? '')} already. ${state === 'granted' ? 'Withdraw it' : 'Ask for a new one'} if that no longer holds.`,
    );
  }
  if (state === 'withdrawn') {
    throw new Refusal(
      'conflict',
      `${to} was withdrawn, so nobody decides on it. Ask for a new one.`,
    );
  }
  if (state === 'expired') {
    const when = formatInFull(new Date(facts.expiresAt).toISOString(), zone);
    throw new Refusal('precondition_failed', `${to} expired ${when}. Ask for a new one.`);
  }
  if (!isDecider(facts, ground, decision.byId)) {
    const own = decision.byId === facts.requestedById ? 'You asked for it yourself. ' : '';
    throw new Refusal('forbidden', `${own}${decidersInWords(facts, ground)}`);
  }
  if (decision.granted && facts.rule === 'hard-freeze' && release.type !== 'emergency') {
    throw new Refusal(
      'precondition_failed',
      `${release.name} is no emergency release any more, so no exception to a hard freeze can be granted. Refuse it.`,
    );
  }
  if (!decision.granted && decision.note === '') {
    throw new Refusal(
      'invalid_input',
      'Say why it is refused: whoever asked has to go on from there.',
      {
        note: 'is empty; say why it is refused',
      },
    );
  }
}

/** Whoever asked for it or granted it can take it back. */
export function mayWithdraw(facts: ExceptionFacts, personId: string | null, now: number): boolean {
  const state = exceptionState(facts, now);
  return (
    (state === 'asked' || state === 'granted') &&
    personId !== null &&
    (personId === facts.requestedById || personId === facts.decidedById)
  );
}

export function checkWithdrawal(
  facts: ExceptionFacts,
  { now, nameOf }: ExceptionGround,
  byId: string,
): void {
  const state = exceptionState(facts, now);
  const to = `The exception to ${facts.subjectName}`;
  if (state !== 'asked' && state !== 'granted') {
    throw new Refusal('conflict', `${to} is ${state}, so there is nothing to withdraw.`);
  }
  if (mayWithdraw(facts, byId, now)) return;
  const who = [facts.requestedById, facts.decidedById].flatMap((id) =>
    id === null ? [] : nameOf(id),
  );
  throw new Refusal(
    'forbidden',
    `${to} is withdrawn by whoever asked for it or granted it: ${who.join(' or ')}.`,
  );
}
