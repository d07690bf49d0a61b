import type { EarlierCondition, GateView } from '#shared/model/governance/gates.ts';
import { phases } from '#shared/model/planning/releases.ts';
import type { DecidedInput } from '#shared/rules/governance/decided-gate.ts';
import { earlierConditions } from '#shared/rules/governance/earlier-conditions.ts';
import { authorityOf } from '#shared/rules/governance/approval-rules.ts';
import { consequencesOf } from '#shared/rules/governance/consequences.ts';
import type { ConsequenceInput } from '#shared/rules/governance/consequences.ts';
import { standingDecision } from '#shared/rules/governance/places.ts';
import { iso } from '#core/database/select.ts';
import type { Facts } from '#shared/rules/governance/facts.ts';
import { decisionsOf } from './decisions.ts';
import type { Subject, Surroundings } from './load.ts';

type OfRelease = Omit<
  DecidedInput,
  'gate' | 'decisions' | 'request' | 'consulted' | 'earlier' | 'now' | 'zone'
>;

/** What all decided gates of a release are judged by. */
export function decidedInputs(subject: Subject, around: Surroundings): OfRelease {
  const { people, roleNames, workspace, rules, substitutions } = around;
  const left = new Set(people.flatMap(({ id, leftOn }) => (leftOn === null ? [] : [id])));
  return {
    people,
    roleNames,
    rules,
    substitutions,
    release: {
      requesterId: subject.release.requesterId,
      roles: subject.roles.map(({ roleKey, personId }) => ({
        roleKey,
        personId: personId !== null && left.has(personId) ? null : personId,
      })),
    },
    profile: workspace.profile,
  };
}

/** By gate, the open conditions of earlier gates that are looked at again there. */
export function earlierOf(subject: Subject, facts: Facts | null): Map<string, EarlierCondition[]> {
  if (facts === null || subject.conditions.length === 0) return new Map();
  const gates = inPhases(subject.gates);
  const open = gates.flatMap((gate) => {
    const decisions = decisionsOf(subject, gate, facts);
    return gate.places.flatMap(({ key }) => {
      const standing = standingDecision(decisions, key);
      // For earlier facts it is decided anew, and its conditions with it.
      if (standing?.outcome !== 'conditional-go' || !standing.current) return [];
      return standing.conditions.map((condition) => ({ gateId: gate.id, condition }));
    });
  });
  return earlierConditions(gates, open);
}

function inPhases(gates: Subject['gates']): Subject['gates'] {
  return gates.toSorted((a, b) => phases.indexOf(a.phase) - phases.indexOf(b.phase));
}

/** The gates of a release with what each outcome would set off at them. */
export function withConsequences(
  gates: readonly GateView[],
  release: ConsequenceInput['release'],
  { people, roleNames, rules, workspace }: Surroundings,
  now: number,
): GateView[] {
  const about = {
    ...{ gates, release, rules, authority: authorityOf(rules, people, roleNames).words },
    ...{ now: iso(now), zone: workspace.zone },
  };
  return gates.map((gate) => ({ ...gate, consequences: consequencesOf({ ...about, gate }) }));
}
