import type { z } from 'zod';
import { artefacts } from './delivery/artefacts.ts';
import { connections } from './delivery/connections.ts';
import { deployments } from './delivery/deployments.ts';
import { git } from './delivery/git.ts';
import { incidents } from './delivery/incidents.ts';
import { matrix } from './delivery/matrix.ts';
import { monitoring } from './delivery/monitoring.ts';
import { parity } from './delivery/parity.ts';
import { paths } from './delivery/paths.ts';
import { pipelines } from './delivery/pipelines.ts';
import { rollouts } from './delivery/rollouts.ts';
import { tickets } from './delivery/tickets.ts';
import { approvals } from './governance/approvals.ts';
import { checklistTemplates } from './governance/checklist-templates.ts';
import { cab } from './governance/cab/index.ts';
import { checklists } from './governance/checklists.ts';
import { controls } from './governance/controls.ts';
import { evidence } from './governance/evidence.ts';
import { exceptions } from './governance/exceptions.ts';
import { gates } from './governance/gates.ts';
import { policies } from './governance/policies.ts';
import { consultations } from './governance/consultations.ts';
import { deputies } from './governance/deputies.ts';
import { packs } from './governance/packs.ts';
import { calibration } from './governance/calibration.ts';
import { health } from './governance/health.ts';
import { pitfalls } from './governance/pitfalls.ts';
import { raci } from './governance/raci.ts';
import { risks } from './governance/risks.ts';
import { lessons } from './learning/lessons.ts';
import { measures } from './measures/measures.ts';
import { absences } from './planning/absences.ts';
import { bookings } from './planning/bookings.ts';
import { baselines } from './planning/baselines.ts';
import { calendar } from './planning/calendar.ts';
import { capacity } from './planning/capacity.ts';
import { calendarFiles } from './planning/calendar-files.ts';
import { dependencies } from './planning/dependencies.ts';
import { holidays } from './planning/holidays.ts';
import { moves } from './planning/moves.ts';
import { imports } from './planning/imports.ts';
import { releases } from './planning/releases/index.ts';
import { rollback } from './planning/rollback.ts';
import { scope } from './planning/scope.ts';
import { stakeholders } from './planning/stakeholders.ts';
import { tasks } from './planning/tasks.ts';
import { templates } from './planning/templates.ts';
import { trains } from './planning/trains.ts';
import { windows } from './planning/windows.ts';
import { reports } from './reports/reports.ts';
import { today } from './reports/today.ts';
import { backups } from './workspace/backups.ts';
import { attachments } from './workspace/attachments.ts';
import { comments } from './workspace/comments.ts';
import { device } from './workspace/device.ts';
import { edits } from './workspace/edits.ts';
import { environments } from './workspace/environments.ts';
import { people } from './workspace/people.ts';
import { progress } from './workspace/progress.ts';
import { search } from './workspace/search.ts';
import { services } from './workspace/services.ts';
import { views } from './workspace/views.ts';
import { teams } from './workspace/teams.ts';
import { workspace } from './workspace/workspace.ts';

/** Every procedure of the program, once: the table of contents. */
export const contract = {
  ...workspace,
  ...device,
  ...backups,
  ...progress,
  ...edits,
  ...search,
  ...people,
  ...services,
  ...teams,
  ...environments,
  ...attachments,
  ...comments,
  ...views,
  ...releases,
  ...scope,
  ...tasks,
  ...dependencies,
  ...moves,
  ...baselines,
  ...stakeholders,
  ...rollback,
  ...templates,
  ...calendar,
  ...trains,
  ...windows,
  ...holidays,
  ...absences,
  ...bookings,
  ...capacity,
  ...calendarFiles,
  ...imports,
  ...connections,
  ...pipelines,
  ...deployments,
  ...artefacts,
  ...rollouts,
  ...incidents,
  ...matrix,
  ...monitoring,
  ...parity,
  ...paths,
  ...git,
  ...tickets,
  ...calibration,
  ...health,
  ...raci,
  ...deputies,
  ...consultations,
  ...risks,
  ...policies,
  ...checklists,
  ...checklistTemplates,
  ...gates,
  ...approvals,
  ...evidence,
  ...controls,
  ...exceptions,
  ...cab,
  ...packs,
  ...pitfalls,
  ...lessons,
  ...measures,
  ...reports,
  ...today,
};

export type Contract = typeof contract;
export type ProcedureName = keyof Contract;
/** What a caller may give: defaults may be left out. */
export type Input<N extends ProcedureName> = z.input<Contract[N]['input']>;
/** What a handler receives: validated, defaults filled in. */
export type Parsed<N extends ProcedureName> = z.output<Contract[N]['input']>;
export type Output<N extends ProcedureName> = z.output<Contract[N]['output']>;

export function isProcedure(name: string): name is ProcedureName {
  return Object.hasOwn(contract, name);
}
