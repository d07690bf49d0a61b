export { itemsAcross } from './across.ts';
export { checklistsOf, listChecklist } from './entries.ts';
