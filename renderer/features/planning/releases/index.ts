export type { ReleasePage } from './release-page.ts';
