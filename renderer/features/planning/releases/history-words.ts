import { fieldInWords as fieldSaid } from '#shared/rules/workspace/field-words.ts';

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
  assessment: 'Risk assessment',
  decisionOverrule: 'Overrule',
  raciAssignment: 'Responsibility',
  cabItem: 'Agenda item',
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
  'subjectId',
  'requestedAt',
  'requestedById',
  'recordedAt',
  'at',
  'byId',
  ...['afterIds', 'askedIds', 'controlKeys', 'gateIds', 'ruleKeys', 'answers', 'limits', 'summary'],
  ...['attachmentId', 'evidenceAttachmentId', 'bytes', 'detailHash', 'digest'],
  ...['cabItemId', 'checkedGateId', 'meetingId', 'policyId', 'questionnaireId', 'responseId'],
]);

export function entityInWords(entity: string): string {
  return entityWords[camelCase(entity)] ?? sentenceCase(entity);
}

export function fieldInWords(field: string): string {
  return fieldSaid(camelCase(field));
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
