/** The tabs of a release's page, in their order; the address carries the name of the open one. */
export const releaseTabs = [
  'overview',
  'scope',
  'plan',
  'risks',
  'rollback',
  'checklist',
  'gates',
  'pipelines',
  'after',
  'history',
] as const;
export type ReleaseTab = (typeof releaseTabs)[number];

export function isReleaseTab(text: string): text is ReleaseTab {
  return releaseTabs.some((tab) => tab === text);
}
