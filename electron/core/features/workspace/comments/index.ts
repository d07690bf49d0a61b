export { unreadMentions } from './mentions.ts';
export type { Mention } from './mentions.ts';
export { listComments } from './rows.ts';
