export { standsAt } from './attached-page.ts';
export type { AttachedPage, AttachedTo } from './attached-page.ts';
export { Comments } from './Comments.tsx';
export { UnreadDot } from './UnreadDot.tsx';
