export { getRelease } from './get.ts';
export { readLabels } from './history-labels.ts';
export { readHistory } from './history.ts';
export { createReleases } from './handlers.ts';
export { listReleases } from './list.ts';
export type { Outlook, ReleaseOutlook } from './outlook.ts';
export { judgedAt, requireOpenRelease } from './open-release.ts';
export { requireRelease, summarise, toDeployment } from './rows.ts';
export { reviseGates } from './revise-gates.ts';
