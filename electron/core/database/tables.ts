import { getTableColumns, getTableName } from 'drizzle-orm';
import type { InferInsertModel, InferSelectModel } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { entityColumns } from './schema/columns.ts';
import * as approvals from './schema/approvals.ts';
import * as assessments from './schema/assessments.ts';
import * as attached from './schema/attached.ts';
import * as cab from './schema/cab.ts';
import * as calendar from './schema/calendar.ts';
import * as checklistTemplates from './schema/checklist-templates.ts';
import * as delivery from './schema/delivery.ts';
import * as evidence from './schema/evidence.ts';
import * as governance from './schema/governance.ts';
import * as holidays from './schema/holidays.ts';
import * as imported from './schema/imported.ts';
import * as monitoring from './schema/monitoring.ts';
import * as parity from './schema/parity.ts';
import * as learning from './schema/learning.ts';
import * as plan from './schema/plan.ts';
import * as planning from './schema/planning.ts';
import * as policies from './schema/policies.ts';
import * as templates from './schema/templates.ts';
import * as trains from './schema/trains.ts';
import * as workspace from './schema/workspace.ts';

/** The tables people's work is in: journaled, with revision, clocks and tombstone. */
export const entityTables = {
  workspace: workspace.workspace,
  role: workspace.role,
  person: workspace.person,
  service: workspace.service,
  environment: workspace.environment,
  team: workspace.team,
  saved_view: workspace.savedView,
  release: planning.release,
  release_phase: planning.releasePhase,
  release_role: planning.releaseRole,
  component: planning.component,
  deployment: planning.deployment,
  scope_item: planning.scopeItem,
  rollback_plan: planning.rollbackPlan,
  postponement: planning.postponement,
  phase_passage: planning.phasePassage,
  stakeholder: plan.stakeholder,
  task: plan.task,
  dependency: plan.dependency,
  rehearsal: plan.rehearsal,
  window: calendar.window,
  window_change: calendar.windowChange,
  holiday_calendar: holidays.holidayCalendar,
  holiday: holidays.holiday,
  booking: calendar.booking,
  absence: calendar.absence,
  commitment: calendar.commitment,
  release_train: trains.releaseTrain,
  baseline: calendar.baseline,
  sheet_mapping: calendar.sheetMapping,
  exception: governance.exception,
  template: templates.template,
  template_version: templates.templateVersion,
  risk: governance.risk,
  checklist_item: governance.checklistItem,
  gate: governance.gate,
  approval_request: approvals.approvalRequest,
  decision: approvals.decision,
  decision_condition: approvals.decisionCondition,
  decision_withdrawal: approvals.decisionWithdrawal,
  decision_overrule: approvals.decisionOverrule,
  consultation: approvals.consultation,
  acknowledgement: governance.acknowledgement,
  questionnaire: assessments.questionnaire,
  assessment: assessments.assessment,
  policy: policies.policy,
  control: policies.control,
  raci_assignment: policies.raciAssignment,
  deputy: policies.deputy,
  evidence: evidence.evidence,
  checklist_template: checklistTemplates.checklistTemplate,
  checklist_template_version: checklistTemplates.checklistTemplateVersion,
  cab_meeting: cab.cabMeeting,
  cab_item: cab.cabItem,
  cab_pack: cab.cabPack,
  pack_reviewer: cab.packReviewer,
  pack_response: cab.packResponse,
  lesson: learning.lesson,
  lesson_update: learning.lessonUpdate,
  lesson_answer: learning.lessonAnswer,
  incident: delivery.incident,
  parity_check: parity.parityCheck,
  parity_acceptance: parity.parityAcceptance,
  change: delivery.change,
  followed_version: delivery.followedVersion,
  metric_check: monitoring.metricCheck,
  metric_result: monitoring.metricResult,
  connection: delivery.connection,
  import_batch: imported.importBatch,
  attachment: attached.attachment,
  comment: attached.comment,
} as const;

export type EntityName = keyof typeof entityTables;
export type EntityTable = (typeof entityTables)[EntityName];
export type Row<T extends SQLiteTable> = InferSelectModel<T>;
/** Fields people and rules set; the rest is the command layer's. */
export type Values<T extends SQLiteTable> = Omit<
  InferInsertModel<T>,
  keyof typeof entityColumns
> & { id?: string };

export function isEntityName(name: string): name is EntityName {
  return Object.hasOwn(entityTables, name);
}

/** The columns of the command layer, which the journal does not list as changed fields. */
export const layerFields = ['id', 'workspaceId', 'rev', 'updatedHlc', 'clocks', 'deletedHlc'];

export type TableColumn = {
  field: string;
  name: string;
  /** What a row has that says nothing of the field: older than the column, or written without it. */
  fallback: unknown;
  encode(value: unknown): unknown;
  decode(value: unknown): unknown;
};

/** How a table's fields are called and stored; drizzle's codecs, read once. */
export function describeTable(table: EntityTable): { name: EntityName; columns: TableColumn[] } {
  // Of the union of all tables drizzle's types know nothing; of a table as such they do.
  const plain: SQLiteTable = table;
  const name = getTableName(plain);
  if (!isEntityName(name)) throw new Error(`${String(name)} is not an entity table`);
  const stored: Record<string, SQLiteColumn> = getTableColumns(plain);
  const columns = Object.entries(stored).map(([field, column]) => ({
    field,
    name: column.name,
    fallback: column.default ?? null,
    encode: (value: unknown) =>
      value === null || value === undefined ? null : column.mapToDriverValue(value),
    decode: (value: unknown) => (value === null ? null : column.mapFromDriverValue(value)),
  }));
  return { name, columns };
}
