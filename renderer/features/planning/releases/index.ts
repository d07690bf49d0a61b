export type { ReleasePage, Release } from './release-page.ts';
export type { Names } from './names.ts';
