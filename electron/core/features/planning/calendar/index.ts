export { fileName } from './file-name.ts';
export { journalHead } from './journal-head.ts';
