export { unreadMentions } from './mentions.ts';
export { listComments } from './rows.ts';
