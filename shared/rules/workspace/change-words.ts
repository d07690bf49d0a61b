/** What a person did, so that it reads after a name: “Mara Okafor changed the scope”. */
const commandWords: Readonly<Record<string, string>> = {
  'workspace.update': 'changed the workspace',
  'workspace.openDemo': 'set up the demo',
  'people.save': 'changed the people',
  'people.leave': 'recorded that somebody left',
  'people.return': 'recorded that somebody is back',
  'people.remove': 'removed somebody entered in error',
  'people.saveRole': 'changed the roles',
  'people.paste': 'pasted a list of people',
  'services.save': 'changed the services',
  'services.paste': 'pasted a list of services',
  'teams.save': 'changed the teams',
  'teams.remove': 'removed a team',
  'environments.save': 'changed the environments',
  'views.save': 'saved a view',
  'views.remove': 'removed a view',
  'environments.paste': 'pasted a list of environments',
  'connections.save': 'changed a connection',
  'connections.sync': 'synced a connection',
  'pipelines.importFile': 'imported pipeline runs from a file',
  'pipelines.takeBack': 'took an import back',
  'releases.create': 'created the release',
  'releases.copy': 'copied a release to a new one',
  'releases.update': 'changed the release',
  'releases.updateMany': 'changed several releases',
  'releases.reschedule': 'moved the planned deployments',
  'releases.advance': 'went on to the next phase',
  'releases.hold': 'put the release on hold',
  'releases.resume': 'took the release off hold',
  'releases.postpone': 'postponed the release',
  'releases.cancel': 'cancelled the release',
  'releases.close': 'closed the release',
  'deployments.record': 'recorded how a deployment went',
  'incidents.record': 'recorded an incident',
  'scope.add': 'added to the scope',
  'scope.paste': 'pasted items into the scope',
  'scope.update': 'changed the scope',
  'scope.reorder': 'changed the order of the scope',
  'scope.move': 'moved a scope item to another release',
  'scope.drop': 'dropped a scope item',
  'scope.remove': 'took something out of the scope',
  'tasks.save': 'changed the plan',
  'tasks.reorder': 'changed the order of the plan',
  'tasks.remove': 'took a task out of the plan',
  'dependencies.save': 'changed the dependencies',
  'dependencies.remove': 'removed a dependency',
  'stakeholders.save': 'changed the stakeholders',
  'stakeholders.remove': 'removed a stakeholder',
  'rollback.save': 'changed the rollback plan',
  'rollback.rehearse': 'recorded a rehearsal',
  'rollback.removeRehearsal': 'removed a rehearsal entered in error',
  'templates.save': 'saved a template',
  'templates.remove': 'removed a template',
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
  'attachments.add': 'attached a file',
  'attachments.remove': 'removed an attachment',
  'comments.add': 'commented',
  'comments.update': 'changed a comment',
  'comments.remove': 'removed a comment',
  'edits.undo': 'undid a change',
  'edits.redo': 'did a change again',
};

/**
 * A command in words; of undo and redo also what was taken back, where it is known. One the table
 * does not know yet reads as its own name rather than as nothing.
 */
export function commandInWords(name: string, of: string | null = null): string {
  if (of === null) return commandWords[name] ?? name;
  return `${name === 'edits.undo' ? 'undid' : 'did again'}: ${commandInWords(of)}`;
}

/** Tables of the journal in the field's words, in the singular. */
const entityWords: Readonly<Record<string, string>> = {
  workspace: 'workspace',
  release_role: 'role on the release',
  release_phase: 'phase',
  approval_request: 'request',
  decision_condition: 'condition',
  decision_withdrawal: 'withdrawal',
  saved_view: 'view',
  template_version: 'version of a template',
};

export function entityInWords(entity: string): string {
  return entityWords[entity] ?? entity.replaceAll('_', ' ');
}

const fieldWords: Readonly<Record<string, string>> = {
  acceptedAt: 'accepted',
  actualEndAt: 'actual end',
  actualStartAt: 'actual start',
  baseUrl: 'address',
  byId: 'by',
  changeNumber: 'change number',
  changeUrl: 'change address',
  check: 'looks at',
  createdAt: 'created',
  dataMigration: 'data migration',
  decidedAt: 'decided',
  decidedById: 'decided by',
  decisionId: 'decision',
  deploymentId: 'deployment',
  detectedAt: 'detected',
  doneOn: 'done',
  dropReason: 'reason it was dropped',
  dueOn: 'due',
  durationDays: 'duration',
  durationMinutes: 'duration',
  editedAt: 'edited',
  email: 'e-mail',
  endReason: 'reason of its end',
  enteredAt: 'entered',
  environmentId: 'environment',
  gateId: 'gate',
  holdReason: 'on hold',
  ideaAt: 'date of the idea',
  leftOn: 'left',
  memberIds: 'members',
  neededOn: 'needed',
  predecessorIds: 'predecessors',
  ideaOn: 'date of the idea',
  metAt: 'met',
  mediaType: 'kind of file',
  metById: 'met by',
  ownerId: 'owner',
  ownerIds: 'owners',
  personId: 'person',
  placeKey: 'seat',
  plannedOn: 'planned',
  pointOfNoReturn: 'point of no return',
  recordedAt: 'recorded',
  recordedById: 'recorded by',
  rehearsalResult: 'rehearsal result',
  rehearsedOn: 'rehearsed',
  releaseId: 'release',
  requestedAt: 'asked',
  requestedById: 'asked by',
  requesterId: 'requested by',
  resolvedAt: 'resolved',
  roleKey: 'role',
  runId: 'run',
  secondPlace: 'second seat',
  serviceId: 'service',
  setAt: 'set',
  setById: 'set by',
  startAt: 'start',
  startOn: 'start',
  targetReleaseId: 'other release',
  teamId: 'team',
  templateVersionId: 'template',
  workingDays: 'working days',
  versionScheme: 'version scheme',
};

/** `durationMinutes` as `duration`; a field the table does not know is read by its own words. */
export function fieldInWords(field: string): string {
  return fieldWords[field] ?? field.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** Fields that say again who changed something and when, or where it stands in a list. */
const silentFields: readonly string[] = [
  'setAt',
  'setById',
  'metById',
  'deletedHlc',
  'editedAt',
  'mentions',
];

export function isSilent(field: string): boolean {
  return silentFields.includes(field);
}
