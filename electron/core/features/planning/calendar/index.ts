export { fileName } from './file-name.ts';
export { journalHead } from './journal-head.ts';
export type { JournalHead } from './journal-head.ts';
