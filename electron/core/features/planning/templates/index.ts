export { checklistSources, shippedChecklist } from './checklists.ts';
export { insertItems } from './new-checklist.ts';
export { templates } from './handlers.ts';
export { newestVersionId, originOf, templateBehind, templateForNew } from './rows.ts';
