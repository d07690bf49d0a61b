import type { Handlers } from '#core/context.ts';
import { listAlerts } from './alerts.ts';
import { listChecks, listResults, removeCheck, saveCheck } from './checks.ts';
import { rolloutOf } from './rollout.ts';
import { runChecks } from './run.ts';

type Names =
  | 'monitoring.alerts'
  | 'monitoring.checks'
  | 'monitoring.results'
  | 'monitoring.saveCheck'
  | 'monitoring.removeCheck'
  | 'monitoring.run'
  | 'monitoring.rollout';

export const monitoring: Handlers<Names> = {
  'monitoring.alerts': (input, { store }) => listAlerts(store, input),
  'monitoring.checks': ({ releaseId }, { store }) => listChecks(store, releaseId),
  'monitoring.results': (input, { store }) => listResults(store, input),
  'monitoring.saveCheck': (input, context) => saveCheck(input, context),
  'monitoring.removeCheck': (input, context) => removeCheck(input, context),
  'monitoring.run': (input, context) => runChecks(input, context),
  'monitoring.rollout': ({ releaseId }, { store, now }) => rolloutOf(store, releaseId, now),
};
