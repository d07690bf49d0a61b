import { factGroups } from '#shared/model/governance/gates.ts';
import type { FactGroup, GateCheck, GatePlace } from '#shared/model/governance/gates.ts';
import type { GateLimits } from '#shared/model/governance/gate-terms.ts';
import type { Phase } from '#shared/model/planning/releases.ts';
import { phases } from '#shared/model/planning/releases.ts';
import { ordersFor } from '../../planning/order.ts';
import { seenInWords } from './policy-facts.ts';
import type { PolicyFacts } from './policy-facts.ts';
import { placesOf, unknownInWords } from './policy-places.ts';
import type { PolicyPerson } from './policy-places.ts';
import type { ReadPolicy, ReadRule } from './read-policy.ts';

/** A gate a policy asks for of one release. */
export type AskedGate = {
  key: string;
  name: string;
  phase: Phase;
  check: GateCheck;
  why: string;
  places: GatePlace[];
  facts: FactGroup[];
  order: string;
  ruleKeys: string[];
  accountableRole: string | null;
  needed: number | null;
  inOrder: boolean;
  limits: GateLimits;
};

/** How a rule came out for a release, with what it looked at. */
export type RuleOutcome = { key: string; when: string; holds: boolean; seen: string };

export function ruleOutcomes(policy: ReadPolicy, facts: PolicyFacts): RuleOutcome[] {
  return policy.rules.map((rule) => ({
    key: rule.key,
    when: rule.when,
    holds: holds(rule, facts),
    seen: seenInWords(rule.condition.variables, facts),
  }));
}

/**
 * The gates a release has by a policy, in the order of its phases, each with the rules that asked.
 * `people` are those a seat can name; without them every seat is its role's.
 */
export function askedGates(
  policy: ReadPolicy,
  called: string,
  facts: PolicyFacts,
  people: readonly PolicyPerson[] = [],
): AskedGate[] {
  const applying = policy.rules.filter((rule) => holds(rule, facts));
  const gates = policy.gates.toSorted((a, b) => phases.indexOf(a.phase) - phases.indexOf(b.phase));
  // Each gate keeps its place whether or not the others are asked for.
  const orders = ordersFor(gates.length);
  return gates.flatMap((gate, index): AskedGate[] => {
    const asking = applying.filter(({ add }) => add.includes(gate.key));
    if (asking.length === 0) return [];
    const { key, name, phase, check, accountable, needed, inOrder, limits } = gate;
    return [
      {
        ...{ key, name, phase, check, inOrder, limits },
        why: `${called}, ${reasonOf(asking, facts, gate.why)}${unknownInWords(gate.places, people)}`,
        places: placesOf(gate.places, people),
        // An automated gate is judged anew from the facts each time, so it binds none.
        facts: check === 'decision' ? (gate.facts ?? [...factGroups]) : [],
        order: orders[index] ?? '',
        ruleKeys: asking.map((rule) => rule.key),
        accountableRole: accountable ?? null,
        needed: needed ?? null,
      },
    ];
  });
}

/**
 * `rule “high-risk” (seen: …). Reason of the gate. Reason of the rule.`: what was seen stands where
 * the screens look for it, and rules that asked too are named at the end.
 */
function reasonOf(asking: readonly ReadRule[], facts: PolicyFacts, why: string): string {
  const [first, ...others] = asking;
  if (first === undefined) return why;
  const seen = seenInWords(first.condition.variables, facts) || 'it asks every release';
  const also =
    others.length === 0 ? '' : ` Also by ${others.map(({ key }) => `“${key}”`).join(', ')}.`;
  return `rule “${first.key}” (seen: ${seen}). ${why} ${first.why}${also}`;
}

/** A condition that fails on these facts is taken as true: rather a gate too many than one too few. */
function holds({ condition }: ReadRule, facts: PolicyFacts): boolean {
  try {
    return condition.holds(facts);
  } catch {
    return true;
  }
}
