import type { RiskBand } from '#shared/model/governance/risks.ts';
import type { ReleaseType } from '#shared/model/planning/releases.ts';
import type { Criticality, EnvironmentKind } from '#shared/model/workspace/services.ts';

/** What the conditions of a policy are asked about. */
export type PolicyFacts = {
  releaseType: ReleaseType;
  band: RiskBand;
  score: number;
  standardChange: boolean;
  dataMigration: boolean;
  services: readonly { name: string; financial: boolean; criticality: Criticality }[];
  environments: readonly { name: string; kind: EnvironmentKind; region: string }[];
  /** The freezes the planned deployments lie in, by name. */
  freezes: readonly string[];
  hasRollbackPlan: boolean;
  /** The facts that raised the band, in words. */
  raisedBy: readonly string[];
};

const criticalityOrder: readonly Criticality[] = ['low', 'medium', 'high', 'critical'];

/** One name a condition may use: its CEL type, what it holds, and how its value reads. */
export type PolicyVariable = {
  name: string;
  type: 'string' | 'int' | 'bool' | 'list<string>';
  about: string;
  value: (facts: PolicyFacts) => string | number | boolean | string[];
  /** The value as a reason says it: `Payments is financial`. */
  seen: (facts: PolicyFacts) => string;
};

/** Everything a condition can ask about. There is nothing else, and no way to reach further. */
export const policyVariables: readonly PolicyVariable[] = [
  {
    ...{ name: 'releaseType', type: 'string' },
    about: '"major", "minor", "patch", "hotfix" or "emergency"',
    value: ({ releaseType }) => releaseType,
    seen: ({ releaseType }) => `a ${releaseType} release`,
  },
  {
    ...{ name: 'band', type: 'string' },
    about: 'the risk band: "low", "medium", "high" or "critical"',
    value: ({ band }) => band,
    seen: ({ band, raisedBy }) =>
      raisedBy.length === 0 ? `risk ${band}` : `risk ${band}: ${raisedBy.map(short).join(', ')}`,
  },
  {
    ...{ name: 'score', type: 'int' },
    about: 'likelihood × impact, 0 to 25',
    value: ({ score }) => score,
    seen: ({ score }) => `risk score ${score}`,
  },
  {
    ...{ name: 'standardChange', type: 'bool' },
    about: 'true for a change of a pre-authorised model',
    value: ({ standardChange }) => standardChange,
    seen: ({ standardChange }) => (standardChange ? 'a standard change' : 'no standard change'),
  },
  {
    ...{ name: 'dataMigration', type: 'bool' },
    about: 'true when it migrates data',
    value: ({ dataMigration }) => dataMigration,
    seen: ({ dataMigration }) => (dataMigration ? 'a data migration' : 'no data migration'),
  },
  {
    ...{ name: 'financial', type: 'bool' },
    about: 'true when one of its services is financial',
    value: ({ services }) => services.some(({ financial }) => financial),
    seen({ services }) {
      const names = services.filter(({ financial }) => financial).map(({ name }) => name);
      return names.length === 0 ? 'no financial service' : `${listed(names)} is financial`;
    },
  },
  {
    ...{ name: 'criticality', type: 'string' },
    about: 'the highest of its services: "low", "medium", "high" or "critical"',
    value: highest,
    seen(facts) {
      const most = facts.services.find(({ criticality }) => criticality === highest(facts));
      return most === undefined
        ? 'no service yet'
        : `${most.name} is of ${highest(facts)} criticality`;
    },
  },
  {
    ...{ name: 'services', type: 'list<string>' },
    about: 'the names of its services',
    value: ({ services }) => services.map(({ name }) => name),
    seen: ({ services }) => `services: ${listed(services.map(({ name }) => name))}`,
  },
  {
    ...{ name: 'environments', type: 'list<string>' },
    about: 'the names of the environments it is deployed to',
    value: ({ environments }) => environments.map(({ name }) => name),
    seen: ({ environments }) => `environments: ${listed(environments.map(({ name }) => name))}`,
  },
  {
    ...{ name: 'environmentKinds', type: 'list<string>' },
    about: '"development", "test", "staging", "production"',
    value: ({ environments }) => environments.map(({ kind }) => kind),
    seen: ({ environments }) =>
      `kinds of environments: ${listed([...new Set(environments.map(({ kind }) => kind))])}`,
  },
  {
    ...{ name: 'regions', type: 'list<string>' },
    about: 'the regions of its environments',
    value: ({ environments }) =>
      environments.flatMap(({ region }) => (region === '' ? [] : region)),
    seen: ({ environments }) =>
      `regions: ${listed([...new Set(environments.flatMap(({ region }) => region || []))])}`,
  },
  {
    ...{ name: 'insideFreeze', type: 'bool' },
    about: 'true when a planned deployment lies in a freeze',
    value: ({ freezes }) => freezes.length > 0,
    seen: ({ freezes }) =>
      freezes.length > 0 ? `inside ${listed(freezes)}` : 'outside of freezes',
  },
  {
    ...{ name: 'hasRollbackPlan', type: 'bool' },
    about: 'true when its rollback plan has steps',
    value: ({ hasRollbackPlan }) => hasRollbackPlan,
    seen: ({ hasRollbackPlan }) => (hasRollbackPlan ? 'a rollback plan' : 'no rollback plan yet'),
  },
];

/** What the named variables held, in words, in the order of the list. */
export function seenInWords(names: ReadonlySet<string>, facts: PolicyFacts): string {
  const seen = policyVariables
    .filter(({ name }) => names.has(name))
    .map((each) => each.seen(facts));
  return seen.length === 0 ? '' : seen.join('; ');
}

function highest({ services }: PolicyFacts): Criticality {
  const levels = services.map(({ criticality }) => criticalityOrder.indexOf(criticality));
  return criticalityOrder[Math.max(0, ...levels)] ?? 'low';
}

/** Without what to do about it, which stands beside the risk. */
function short(raised: string): string {
  return raised.split(': ')[0] ?? raised;
}

/** At most three names, and how many more there are. */
function listed(names: readonly string[]): string {
  if (names.length === 0) return 'none';
  const said = names.slice(0, 3).join(', ');
  return names.length > 3 ? `${said} and ${names.length - 3} more` : said;
}
