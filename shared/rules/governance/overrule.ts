import type { Decision } from '#shared/model/governance/gates.ts';
import { Refusal } from '#shared/model/refusal.ts';
import type { Authority } from './approval-rules.ts';

export type OverruleInput = {
  decision: Pick<Decision, 'outcome' | 'decidedById' | 'current'> & {
    withdrawn: boolean;
    overruled: boolean;
  };
  by: { id: string; name: string };
  requesterId: string;
  requestedById: string | null;
  authority: Authority;
};

/** Whether somebody may set a no-go aside. Throws a Refusal that names who could. */
export function mayOverrule(input: OverruleInput): void {
  const { decision, by, authority } = input;
  if (decision.outcome !== 'no-go') {
    throw new Refusal(
      'precondition_failed',
      'Only a no-go can be overruled. Withdraw the decision instead, with a reason.',
    );
  }
  if (decision.withdrawn || decision.overruled) {
    const state = decision.withdrawn ? 'withdrawn' : 'overruled';
    throw new Refusal('conflict', `The no-go is ${state} already and blocks nothing any more.`);
  }
  if (!decision.current) {
    throw new Refusal(
      'precondition_failed',
      'The no-go was given for earlier facts, so it blocks nothing as it is. Ask for a decision on the facts as they are now.',
    );
  }
  if (authority.words === '') {
    throw new Refusal(
      'precondition_failed',
      'Nobody is named who may overrule a no-go. Name a person or a role in Settings under Decisions, or ask for the no-go to be withdrawn.',
    );
  }
  if (!authority.personIds.includes(by.id)) {
    throw new Refusal(
      'forbidden',
      `${by.name} may not overrule a no-go: ${authority.words} may. Ask them, or ask for the no-go to be withdrawn.`,
    );
  }
  if (by.id === input.requesterId || by.id === input.requestedById) {
    const what = by.id === input.requesterId ? 'this release' : 'this decision';
    throw new Refusal(
      'forbidden',
      `${by.name} asked for ${what} and cannot overrule a no-go in it. Let somebody else with that authority do it, or name one in Settings under Decisions.`,
    );
  }
  if (by.id === decision.decidedById) {
    throw new Refusal(
      'precondition_failed',
      `${by.name} gave the no-go. Withdraw it with a reason and decide again, so that the record says so.`,
    );
  }
}
