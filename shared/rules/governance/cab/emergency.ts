import type { EmergencyVoter } from '#shared/model/governance/cab-views.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { plusWorkingDays } from '../../planning/working-days.ts';
import type { WorkingDays } from '../../planning/working-days.ts';
import { listed } from '../gate-outcome.ts';
import { undecidedGates } from './agenda.ts';
import type { CandidateGate } from './agenda.ts';

/** Working days within which the review of an emergency is due. */
const reviewDays = 5;

export function reviewDue(today: string, days: WorkingDays): string {
  return plusWorkingDays(today, reviewDays, days);
}

/** The gates made for an emergency; where a release has none, all that wait for a decision. */
export function emergencyGates<G extends CandidateGate>(gates: readonly G[]): G[] {
  const open = undecidedGates(gates);
  const made = open.filter(({ key }) => /(^|-)(ecab|emergency)(-|$)/.test(key));
  return made.length > 0 ? made : open;
}

type Called = (personId: string) => string;

/** Two people, neither of them twice, each of whom can decide on something. */
export function checkVoters(
  personIds: readonly string[],
  voters: readonly EmergencyVoter[],
  called: Called,
): void {
  const [first, second] = personIds;
  if (first === second) {
    throw new Refusal(
      'invalid_input',
      `An emergency needs two people, and ${called(first ?? '')} is named twice. Choose a second person.`,
      { 'votes.1.personId': 'is the same person; choose another one' },
    );
  }
  for (const [index, personId] of personIds.entries()) {
    if (voters.some((voter) => voter.personId === personId)) continue;
    const able = voters.map((voter) => called(voter.personId));
    const instead =
      able.length === 0
        ? 'Nobody can: assign roles on the release first.'
        : `Those who can: ${listed(able, 'and')}.`;
    throw new Refusal(
      'forbidden',
      `${called(personId)} can fill no open place at the gates of this emergency. ${instead}`,
      { [`votes.${index}.personId`]: 'can decide at none of its gates' },
    );
  }
}
