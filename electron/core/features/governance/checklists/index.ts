export { itemsAcross } from './across.ts';
export { listChecklist } from './entries.ts';
