export { getRelease } from './get.ts';
export { readHistory } from './history.ts';
export { createReleases } from './handlers.ts';
export type { Outlook, ReleaseOutlook } from './outlook.ts';
export { judgedAt, requireOpenRelease } from './open-release.ts';
export { requireRelease, summarise, toDeployment } from './rows.ts';
