import type { MeasureUnit } from '#shared/model/measures/terms.ts';
import type { LensRules } from '../lens.ts';
import { failureRateByDeployment, failureRateByRelease } from '../own/change-failure-rate.ts';
import { cycleTime } from '../own/cycle-time.ts';
import { frequencyByDeployment, frequencyByRelease } from '../own/deployment-frequency.ts';
import { approvalTurnaround, gateWaitingTime } from '../own/gate-times.ts';
import { leadTime } from '../own/lead-time.ts';
import { recoveryTime } from '../own/recovery-time.ts';
import { reworkRateByDeployment, reworkRateByRelease } from '../own/rework-rate.ts';
import { successRateByDeployment, successRateByRelease } from '../own/success-rate.ts';
import { timeToRestore } from '../own/time-to-restore.ts';

/** Times have the same rows in either unit: changes, incidents, gates and releases. */
const times = {
  leadTimeForChanges: {
    version: 1,
    words:
      'From the first commit of a change to the finish of the first production deployment that brought it to users; median, 85th percentile (type 7) and mean.',
    reckon: leadTime,
  },
  failedDeploymentRecoveryTime: {
    version: 1,
    words:
      'From the finish of a production deployment of the window to the resolution of each incident that belongs to it; median, 85th percentile and mean. Open incidents are counted with their age.',
    reckon: recoveryTime,
  },
  timeToRestore: {
    version: 1,
    words:
      'From the detection of an incident in the window to its resolution; median, 85th percentile and mean. Open incidents are counted with their age.',
    reckon: timeToRestore,
  },
  cycleTime: {
    version: 1,
    words:
      'From the idea of a release to its first production deployment that reached users, split into the time before the start, active time and waiting for gates; median, 85th percentile and mean.',
    reckon: cycleTime,
  },
  gateWaitingTime: {
    version: 1,
    words:
      'How long a release waited on gates that were asked for in the window, once while several waited; median, 85th percentile and mean.',
    reckon: gateWaitingTime,
  },
  approvalTurnaround: {
    version: 1,
    words:
      'From the request of a gate in the window to its decision; median, 85th percentile and mean.',
    reckon: approvalTurnaround,
  },
} as const;

const perDeployment: LensRules = {
  ...times,
  deploymentFrequency: {
    version: 1,
    words:
      'Production deployments of the window that reached users, a week of seven calendar days of the zone.',
    reckon: frequencyByDeployment,
  },
  deploymentSuccessRate: {
    version: 1,
    words:
      'Production deployments that succeeded and to which no critical incident belongs, of those tried in the window; cancelled and skipped ones were not tried.',
    reckon: successRateByDeployment,
  },
  changeFailureRate: {
    version: 1,
    words:
      'Production deployments that needed a rollback or a hotfix or caused an incident, of those of the window that reached users; each counts once.',
    reckon: failureRateByDeployment,
  },
  deploymentReworkRate: {
    version: 1,
    words:
      'Production deployments that were an unplanned fix, of those of the window that reached users.',
    reckon: reworkRateByDeployment,
  },
};

const perRelease: LensRules = {
  ...times,
  deploymentFrequency: {
    version: 1,
    words:
      'Releases whose first production deployment reached users in the window, a week of seven calendar days of the zone.',
    reckon: frequencyByRelease,
  },
  deploymentSuccessRate: {
    version: 1,
    words:
      'Releases live without a critical incident, of those first tried in production in the window.',
    reckon: successRateByRelease,
  },
  changeFailureRate: {
    version: 1,
    words:
      'Releases that needed a hotfix or a rollback, of those first tried in production in the window.',
    reckon: failureRateByRelease,
  },
  deploymentReworkRate: {
    version: 1,
    words:
      'Releases with an unplanned fix among their production deployments, of those first tried in production in the window.',
    reckon: reworkRateByRelease,
  },
};

/** The definitions of this program: honest about what is left out, the first deployment included. */
export const slipway: Record<MeasureUnit, LensRules> = { perRelease, perDeployment };
