import type { ProcedureName } from '#shared/contract/index.ts';
import type { Handlers } from '../context.ts';
import { connections } from './delivery/connections/handlers.ts';
import { pipelines } from './delivery/pipelines/handlers.ts';
import { approvals } from './governance/approvals/handlers.ts';
import { checklists } from './governance/checklists/handlers.ts';
import { gates } from './governance/gates/handlers.ts';
import { outlook } from './governance/gates/index.ts';
import { risks } from './governance/risks/handlers.ts';
import { createCalendar } from './planning/calendar/handlers.ts';
import { createReleases } from './planning/releases/index.ts';
import { rollback } from './planning/rollback/handlers.ts';
import { scope } from './planning/scope/handlers.ts';
import { reports } from './reports/reports/handlers.ts';
import { device } from './workspace/device/handlers.ts';
import { environments } from './workspace/environments/handlers.ts';
import { people } from './workspace/people/handlers.ts';
import { progress } from './workspace/progress/handlers.ts';
import { services } from './workspace/services/handlers.ts';
import { workspace } from './workspace/workspace/handlers.ts';

/** The handler of every procedure; one that is missing does not compile. */
export const features: Handlers<ProcedureName> = {
  ...workspace,
  ...device,
  ...progress,
  ...people,
  ...services,
  ...environments,
  ...createReleases(outlook),
  ...scope,
  ...rollback,
  ...createCalendar(outlook),
  ...connections,
  ...pipelines,
  ...risks,
  ...checklists,
  ...gates,
  ...approvals,
  ...reports,
};
