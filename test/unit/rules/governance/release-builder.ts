import type { Decision } from '#shared/model/governance/gates.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { builtInRoles } from '#shared/model/workspace/people.ts';
import { defaultApprovalRules } from '#shared/rules/governance/approval-rules.ts';
import type { DecideInput } from '#shared/rules/governance/decisions.ts';
import type { CommitRun } from '#shared/rules/governance/commit-runs.ts';
import type { FactSources } from '#shared/rules/governance/release-facts.ts';

export const now = '2026-11-24T15:00:00.000Z';
export const london = 'Europe/London';

export const roleNames: ReadonlyMap<string, string> = new Map(
  builtInRoles.map(({ key, name }) => [key, name]),
);

export const mara = { id: 'mara', name: 'Mara Okafor', roles: ['release-manager'] };
export const iris = { id: 'iris', name: 'Iris Lindqvist', roles: ['security-lead'] };
export const tomas = { id: 'tomas', name: 'Tomás Rey', roles: ['operations', 'security-lead'] };
export const jon = { id: 'jon', name: 'Jon Bell', roles: ['operations'] };
export const people = [mara, iris, tomas, jon];

export function aDecision(more: Partial<Decision> = {}): Decision {
  return {
    id: 'decision-1',
    gateId: 'gate',
    placeKey: 'security-lead',
    outcome: 'go',
    decidedById: 'iris',
    recordedById: more.decidedById ?? 'iris',
    channel: 'self',
    decidedAt: '2026-11-23T17:40:00.000Z',
    recordedAt: '2026-11-23T17:40:00.000Z',
    comment: '',
    conditions: [],
    fingerprint: 'f'.repeat(64),
    current: true,
    differences: [],
    secondPlace: false,
    withdrawn: null,
    ...{ deferredTo: null, forPersonId: null, forReason: '', overruled: null },
    ...more,
  };
}

export const securityPlace = { key: 'security-lead', roleKey: 'security-lead' };
export const operationsPlace = { key: 'operations', roleKey: 'operations' };

/** Iris says go at the security sign-off of a release Mara asked for. */
export function aDecideInput(more: Partial<DecideInput> = {}): DecideInput {
  return {
    gate: { name: 'Security sign-off', check: 'decision', places: [securityPlace] },
    release: {
      phase: 'readiness',
      requesterId: 'mara',
      createdAt: '2026-11-02T09:00:00.000Z',
      roles: [],
    },
    requestedById: 'mara',
    people,
    roleNames,
    decisions: [],
    profile: 'standard',
    ...{ rules: defaultApprovalRules, substitutions: [] },
    decidedById: 'iris',
    recordedById: 'iris',
    outcome: 'go',
    placeKey: undefined,
    channel: 'self',
    decidedAt: now,
    comment: '',
    conditions: [],
    now,
    zone: london,
    ...more,
  };
}

export function aRun(more: Partial<CommitRun> = {}): CommitRun {
  const run = {
    connectionId: 'github',
    externalId: '1',
    attempt: 1,
    number: 1,
    workflow: 'build.yml',
    status: 'succeeded' as const,
    warnings: false,
    rawStatus: 'completed',
    rawResult: 'success',
    commit: '9f2c1ab04d5e6f708192a3b4c5d6e7f809182736',
    url: null,
    createdAt: '2026-11-24T09:00:00.000Z',
    ...more,
  };
  return { id: `${run.connectionId}/${run.workflow}/${run.externalId}/${run.attempt}`, ...run };
}

export function factSources(more: Partial<FactSources> = {}): FactSources {
  return {
    components: [
      { serviceId: 'api', version: '4.2.0-rc.3', commit: '9f2c1ab', artefact: null },
      { serviceId: 'site', version: '2026.11.0', commit: null, artefact: 'site:2026.11.0' },
    ],
    serviceNames: new Map([
      ['api', 'payments-api'],
      ['site', 'site'],
    ]),
    scope: [
      { id: 's1', kind: 'feature', title: 'Store card aliases', ticket: 'PAY-914', status: 'open' },
      { id: 's2', kind: 'fix', title: 'Rounding of refunds', ticket: '', status: 'open' },
    ],
    risks: [
      {
        id: 'r1',
        title: 'Migration takes longer than the window',
        likelihood: 3,
        impact: 4,
        state: 'open',
        mitigation: 'Rehearse on a copy.',
      },
    ],
    rollbackPlan: {
      steps: 'Stop the workers\nDeploy 4.1.3\nStart the workers',
      durationMinutes: 45,
      pointOfNoReturn: 'Once the new ledger is written',
    },
    start: {
      startAt: '2026-11-26T22:00:00.000Z',
      endAt: '2026-11-26T23:30:00.000Z',
      zone: london,
    },
    ...more,
  };
}

/** What was refused, for its code and words. */
export function refusalOf(work: () => unknown): Refusal {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('was expected to be refused');
}
