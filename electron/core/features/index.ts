import type { ProcedureName } from '#shared/contract/index.ts';
import type { Handlers } from '../context.ts';
import { artefacts } from './delivery/artefacts/handlers.ts';
import { connections } from './delivery/connections/handlers.ts';
import { deployments } from './delivery/deployments/handlers.ts';
import { git } from './delivery/git/handlers.ts';
import { incidents } from './delivery/incidents/handlers.ts';
import { matrix } from './delivery/matrix/index.ts';
import { monitoring } from './delivery/monitoring/index.ts';
import { parity } from './delivery/parity/index.ts';
import { paths } from './delivery/paths/index.ts';
import { pipelines } from './delivery/pipelines/handlers.ts';
import { rollouts } from './delivery/rollouts/index.ts';
import { tickets } from './delivery/tickets/handlers.ts';
import { approvals } from './governance/approvals/handlers.ts';
import { checklistTemplates } from './governance/checklist-templates/handlers.ts';
import { createCab } from './governance/cab/index.ts';
import { checklists } from './governance/checklists/handlers.ts';
import { controls } from './governance/controls/index.ts';
import { evidence } from './governance/evidence/index.ts';
import { exceptions } from './governance/exceptions/index.ts';
import { gates } from './governance/gates/handlers.ts';
import {
  approvalsOfStart,
  boundApprovals,
  handUp,
  listGates,
  judgeReleases,
  openSeats,
  scopeChanges,
  undecidedSeats,
} from './governance/gates/index.ts';
import { policies, settleGates, watchWrites } from './governance/policies/index.ts';
import { createPacks } from './governance/packs/handlers.ts';
import { calibration } from './governance/calibration/handlers.ts';
import { health } from './governance/health/index.ts';
import { pitfalls } from './governance/pitfalls/index.ts';
import { consultations } from './governance/consultations/index.ts';
import { deputies } from './governance/deputies/index.ts';
import { raci } from './governance/raci/index.ts';
import { risks } from './governance/risks/handlers.ts';
import { riskFigures, riskOf } from './governance/risks/index.ts';
import { lessons, lessonsOf } from './learning/lessons/index.ts';
import { measuresOf } from './measures/measures/index.ts';
import { measures } from './measures/measures/handlers.ts';
import { createAbsences } from './planning/absences/index.ts';
import { bookings } from './planning/bookings/index.ts';
import { createBlockedBy, createCalendar, createFindingsAt } from './planning/calendar/index.ts';
import { capacity } from './planning/capacity/index.ts';
import { baselines, keepBaseline } from './planning/baselines/index.ts';
import { createCalendarFiles } from './planning/calendar-files/handlers.ts';
import { createTimeline } from './planning/calendar/timeline-handlers.ts';
import { dependencies } from './planning/dependencies/index.ts';
import { holidays } from './planning/holidays/handlers.ts';
import { createMoves } from './planning/moves/index.ts';
import { imports } from './planning/imports/index.ts';
import { createReleases, requireOpenRelease } from './planning/releases/index.ts';
import { rollback } from './planning/rollback/index.ts';
import { createScope } from './planning/scope/index.ts';
import { stakeholders } from './planning/stakeholders/index.ts';
import { tasks } from './planning/tasks/index.ts';
import { templates } from './planning/templates/index.ts';
import { trains } from './planning/trains/index.ts';
import { createWindows } from './planning/windows/handlers.ts';
import { gatherDossier } from './reports/reports/gather.ts';
import { reports } from './reports/reports/handlers.ts';
import { renderMinutes } from './reports/reports/index.ts';
import { today } from './reports/today/handlers.ts';
import { backups } from './workspace/backups/handlers.ts';
import { createAttachments } from './workspace/attachments/index.ts';
import { comments } from './workspace/comments/handlers.ts';
import { device } from './workspace/device/handlers.ts';
import { createEdits } from './workspace/edits/handlers.ts';
import { environments } from './workspace/environments/handlers.ts';
import { people } from './workspace/people/handlers.ts';
import { progress } from './workspace/progress/handlers.ts';
import { search } from './workspace/search/handlers.ts';
import { services } from './workspace/services/handlers.ts';
import { views } from './workspace/views/handlers.ts';
import { teams } from './workspace/teams/handlers.ts';
import { workspace } from './workspace/workspace/handlers.ts';

// Gates ask what later areas know: what was answered to the lessons, and what is measured.
handUp({ lessonsOf, measuresOf });

const placementFacts = { riskOf, openSeats };

/** What every command's writes set off in the rows that are derived from others. */
export const derived = { watchWrites, settle: settleGates };

/** The handler of every procedure; one that is missing does not compile. */
export const features: Handlers<ProcedureName> = {
  ...workspace,
  ...device,
  ...backups,
  ...progress,
  ...createEdits(settleGates),
  ...search,
  ...people,
  ...services,
  ...teams,
  ...environments,
  ...createAttachments(requireOpenRelease),
  ...comments,
  ...views,
  ...createReleases(
    judgeReleases,
    listGates,
    {
      ...{ riskFigures, approvalsOfStart, blockedBy: createBlockedBy(placementFacts) },
    },
    keepBaseline,
  ),
  ...createScope(scopeChanges),
  ...tasks,
  ...dependencies,
  ...createMoves(judgeReleases, {
    ...{ boundApprovals, findingsAt: createFindingsAt(placementFacts) },
  }),
  ...baselines,
  ...stakeholders,
  ...rollback,
  ...templates,
  ...trains,
  ...createWindows(approvalsOfStart),
  ...holidays,
  ...createAbsences(undecidedSeats),
  ...bookings,
  ...capacity,
  ...createCalendar({ outlook: judgeReleases, riskFigures, facts: placementFacts }),
  ...createCalendarFiles(judgeReleases),
  ...imports,
  ...createTimeline({ riskFigures }),
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
  ...createCab({ findingsAt: createFindingsAt(placementFacts), renderMinutes }),
  ...createPacks({ gatherDossier, findingsAt: createFindingsAt(placementFacts) }),
  ...pitfalls,
  ...lessons,
  ...measures,
  ...reports,
  ...today,
};
