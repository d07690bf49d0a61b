export { createReleases } from './handlers.ts';
export type { Outlook, ReleaseOutlook } from './outlook.ts';
export { requireOpenRelease } from './open-release.ts';
export {
  deploymentRows,
  environmentKinds,
  requireRelease,
  summarise,
  toComponent,
  toDeployment,
} from './rows.ts';
