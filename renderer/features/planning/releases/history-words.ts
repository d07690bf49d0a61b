import type { ProcedureName } from '#shared/contract/index.ts';

/** What a person did, as the head of an entry: "Mara Okafor changed the scope". */
const commandWords: Partial<Record<ProcedureName, string>> = {
  'releases.create': 'created the release',
  'releases.update': 'changed the release',
  'scope.add': 'added to the scope',
  'scope.update': 'changed the scope',
  'scope.remove': 'took something out of the scope',
  'rollback.save': 'changed the rollback plan',
  'risks.add': 'added a risk',
  'risks.update': 'changed a risk',
  'risks.remove': 'removed a risk entered in error',
  'checklists.setItem': 'worked on the checklist',
  'checklists.addItem': 'added to the checklist',
  'gates.acknowledge': 'acknowledged warnings',
  'approvals.request': 'asked for a decision',
  'approvals.decide': 'recorded a decision',
  'approvals.withdraw': 'withdrew a decision',
  'approvals.meetCondition': 'met a condition',
  'workspace.openDemo': 'set up the demo',
};

/** Tables of the journal in the field's words. */
const entityWords: Record<string, string> = {
  release: 'Release',
  releasePhase: 'Phase',
  releaseRole: 'Role',
  component: 'Component',
  deployment: 'Deployment',
  scopeItem: 'Scope',
  rollbackPlan: 'Rollback plan',
  risk: 'Risk',
  checklistItem: 'Checklist',
  gate: 'Gate',
  approvalRequest: 'Request',
  decision: 'Decision',
  decisionCondition: 'Condition',
  decisionWithdrawal: 'Withdrawal',
  acknowledgement: 'Acknowledgement',
};

const fieldWords: Record<string, string> = {
  acceptedAt: 'accepted',
  actualEndAt: 'actual end',
  actualStartAt: 'actual start',
  artefact: 'artefact',
  at: 'at',
  byId: 'by',
  changeNumber: 'change number',
  channel: 'channel',
  check: 'looks at',
  comment: 'comment',
  commit: 'commit',
  createdAt: 'created',
  dataMigration: 'data migration',
  decidedAt: 'decided',
  decidedById: 'decided by',
  decisionId: 'decision',
  dueOn: 'due',
  durationMinutes: 'duration',
  enteredAt: 'entered',
  environmentId: 'environment',
  evidence: 'evidence',
  facts: 'facts',
  gateId: 'gate',
  impact: 'impact',
  kind: 'kind',
  likelihood: 'likelihood',
  metAt: 'met',
  metById: 'met by',
  mitigation: 'mitigation',
  name: 'name',
  note: 'note',
  notes: 'notes',
  number: 'number',
  outcome: 'outcome',
  ownerId: 'owner',
  personId: 'person',
  phase: 'phase',
  placeKey: 'seat',
  plannedOn: 'planned',
  pointOfNoReturn: 'point of no return',
  reason: 'reason',
  recordedAt: 'recorded',
  recordedById: 'recorded by',
  region: 'region',
  rehearsalResult: 'rehearsal result',
  rehearsedOn: 'rehearsed',
  requestedAt: 'asked',
  requestedById: 'asked by',
  requesterId: 'requested by',
  result: 'result',
  roleKey: 'role',
  runId: 'run',
  secondPlace: 'second seat',
  serviceId: 'service',
  setAt: 'set',
  setById: 'set by',
  startAt: 'start',
  state: 'state',
  steps: 'steps',
  text: 'text',
  ticket: 'ticket',
  title: 'title',
  type: 'type',
  version: 'version',
  why: 'why',
  zone: 'zone',
};

/**
 * Left out of the lines: keys and places in an order tell a reader nothing, a decision's facts and
 * fingerprint are shown by its card, and who and when already head the entry.
 */
const unspokenFields = new Set([
  'id',
  'workspaceId',
  'releaseId',
  'rev',
  'clocks',
  'updatedHlc',
  'deletedHlc',
  'order',
  'position',
  'key',
  'facts',
  'places',
  'fingerprint',
  'setAt',
  'setById',
  'decisionId',
  'gateId',
  'runId',
  'requestedAt',
  'requestedById',
  'recordedAt',
  'at',
  'byId',
]);

/** A command the table does not know yet reads as its own name rather than as nothing. */
export function commandInWords(command: string): string {
  const known: Record<string, string> = commandWords;
  return known[command] ?? command;
}

export function entityInWords(entity: string): string {
  return entityWords[camelCase(entity)] ?? sentenceCase(entity);
}

export function fieldInWords(field: string): string {
  return fieldWords[camelCase(field)] ?? sentenceCase(field).toLowerCase();
}

export function isSpoken(field: string): boolean {
  return !unspokenFields.has(camelCase(field));
}

/** The journal names tables and fields as the schema does, `scope_item` or `scopeItem`. */
function camelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function sentenceCase(name: string): string {
  const words = camelCase(name).replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
