import { riskBands } from '#shared/model/governance/risks.ts';
import { releaseTypes } from '#shared/model/planning/releases.ts';
import { checkDigests } from './check-digests.ts';
import { checkMeasures } from './check-measures.ts';
import { checkMonitoring } from './check-monitoring.ts';
import type { PolicyFacts } from './policy-facts.ts';
import { personProblem } from './policy-places.ts';
import type { PolicyPerson } from './policy-places.ts';
import type { ReadPolicy } from './read-policy.ts';

type Found = { path: readonly (string | number)[]; message: string };

/**
 * What is wrong with a policy that has its shape: gates nobody knows, seats, releases without gates.
 * Whom it names is looked at where the people are given; null leaves that out.
 */
export function checkPolicy(
  policy: ReadPolicy,
  conditionsRead: boolean,
  people: readonly PolicyPerson[] | null,
): Found[] {
  return [
    ...checkGates(policy),
    ...(people === null
      ? []
      : [
          ...checkNamed(policy, people),
          ...checkMeasures(policy),
          ...checkDigests(policy),
          ...checkMonitoring(policy),
        ]),
    ...checkRules(policy),
    ...(conditionsRead ? leftWithout(policy) : []),
  ];
}

function checkGates({ gates }: ReadPolicy): Found[] {
  return gates.flatMap(({ key, check, places, needed, inOrder }): Found[] => {
    const at = (field: string, message: string) => ({ path: ['gates', key, field], message });
    if (check !== 'decision') {
      return places.length > 0
        ? [
            at(
              'places',
              `“${key}” is judged by the program (${check}), so it has no places; take them out or make it a decision.`,
            ),
          ]
        : [];
    }
    return [
      ...(places.length === 0
        ? [at('places', `“${key}” is decided by nobody; name at least one role in places.`)]
        : []),
      ...(needed !== undefined && needed > places.length
        ? [
            at(
              'needed',
              `“${key}” needs ${needed} decisions and has ${places.length} places; add places or lower needed.`,
            ),
          ]
        : []),
      ...(inOrder && places.length < 2
        ? [at('inOrder', `“${key}” has one place, so there is no order; take inOrder out.`)]
        : []),
    ];
  });
}

function checkNamed({ gates }: ReadPolicy, people: readonly PolicyPerson[]): Found[] {
  return gates.flatMap(({ key, places }) =>
    places.flatMap((place, index): Found[] => {
      const problem = typeof place === 'string' ? null : personProblem(place.person, people);
      if (typeof place === 'string' || problem === null) return [];
      const message = `“${key}” names “${place.person}”, ${problem}.`;
      return [{ path: ['gates', key, 'places', index, 'person'], message }];
    }),
  );
}

/** A gate no rule adds is no mistake: people add it by hand where they want it. */
function checkRules({ gates, rules }: ReadPolicy): Found[] {
  const known = new Set(gates.map(({ key }) => key));
  return [
    ...rules.flatMap(({ key, add }, index): Found[] => [
      ...(rules.findIndex((each) => each.key === key) === index
        ? []
        : [
            {
              path: ['rules', index, 'key'],
              message: `“${key}” is the key of an earlier rule already; give this one another.`,
            },
          ]),
      ...add.flatMap((gate, place): Found[] => {
        if (known.has(gate)) return [];
        const message = `The rule “${key}” adds “${gate}”, which is no gate of the policy; add it under gates, or name one of ${[...known].slice(0, 8).join(', ')}.`;
        return [{ path: ['rules', index, 'add', place], message }];
      }),
    ]),
  ];
}

/** The plainest release of each type and band: whatever else it has about it can only add gates here. */
function leftWithout({ rules }: ReadPolicy): Found[] {
  const lacking = releaseTypes.flatMap((releaseType) =>
    riskBands
      .filter(
        (band) =>
          !rules.some(({ condition }) => holdsFor(condition, { ...plain, releaseType, band })),
      )
      .map((band) => ({ releaseType, band })),
  );
  const [first] = lacking;
  if (first === undefined) return [];
  const others = lacking.length === 1 ? '' : ` (and ${lacking.length - 1} more combinations)`;
  return [
    {
      path: ['rules'],
      message: `A ${first.releaseType} release of ${first.band} risk would have no gate at all${others}; add a rule for it.`,
    },
  ];
}

const plain: PolicyFacts = {
  releaseType: 'minor',
  band: 'low',
  score: 0,
  standardChange: false,
  dataMigration: false,
  services: [{ name: 'a service', financial: false, criticality: 'low' }],
  environments: [{ name: 'production', kind: 'production', region: '' }],
  freezes: [],
  hasRollbackPlan: true,
  raisedBy: [],
};

/** What cannot be answered, as an index out of a list, adds nothing. */
function holdsFor(
  condition: { holds: (facts: PolicyFacts) => boolean },
  facts: PolicyFacts,
): boolean {
  try {
    return condition.holds(facts);
  } catch {
    return false;
  }
}
