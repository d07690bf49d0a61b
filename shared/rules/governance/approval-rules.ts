import type { ApprovalRules } from '#shared/model/governance/approvals.ts';
import { listed } from './gate-outcome.ts';
import { roleWords } from '../workspace/roles.ts';

/** How decisions count where a workspace says nothing else. */
export const defaultApprovalRules: ApprovalRules = {
  noGoBlocks: true,
  abstentionCounts: false,
  conditionalCounts: true,
  consultedFirst: false,
  overruleRole: null,
  overrulePersonId: null,
};

/** The rules in force; a workspace keeps only what differs from the defaults. */
export function approvalRulesOf(kept: Partial<ApprovalRules>): ApprovalRules {
  return { ...defaultApprovalRules, ...kept };
}

/** What of the rules differs from the defaults, as a workspace keeps it. */
export function differingRules(rules: ApprovalRules): Partial<ApprovalRules> {
  const { overruleRole, overrulePersonId } = rules;
  const switches = [
    'noGoBlocks',
    'abstentionCounts',
    'conditionalCounts',
    'consultedFirst',
  ] as const;
  return {
    ...Object.fromEntries(
      switches
        .filter((key) => rules[key] !== defaultApprovalRules[key])
        .map((key) => [key, rules[key]]),
    ),
    ...(overruleRole === null ? {} : { overruleRole }),
    ...(overrulePersonId === null ? {} : { overrulePersonId }),
  };
}

/** Who may overrule a no-go, and how they are called in a sentence; nobody has no words. */
export type Authority = { words: string; personIds: string[] };

type Person = { id: string; name: string; roles: readonly string[] };

/** A named person goes before a role; whoever left holds no role any more. */
export function authorityOf(
  { overruleRole, overrulePersonId }: ApprovalRules,
  people: readonly Person[],
  roleNames: ReadonlyMap<string, string>,
): Authority {
  const named = people.find(({ id }) => id === overrulePersonId);
  if (named !== undefined) return { words: named.name, personIds: [named.id] };
  if (overruleRole === null) return { words: '', personIds: [] };
  const holders = people.filter(({ roles }) => roles.includes(overruleRole));
  const role = roleWords(overruleRole, roleNames);
  const names = holders.map(({ name }) => name);
  return {
    words:
      names.length === 0
        ? `whoever holds the role ${role} (nobody does)`
        : `${listed(names, 'or')} (${role})`,
    personIds: holders.map(({ id }) => id),
  };
}
