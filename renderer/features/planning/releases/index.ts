export { NeededFirst } from './NeededFirst.tsx';
export { placeHref } from './place-href.ts';
export type { ReleasePage } from './release-page.ts';
export { releaseHref } from './release-tabs.ts';
export { standingOf } from './standing-words.ts';
export { peopleToChoose } from './names.ts';
export type { Names } from './names.ts';
export { zoneOptions } from './form/zones.ts';
export { useNames } from './use-names.ts';
