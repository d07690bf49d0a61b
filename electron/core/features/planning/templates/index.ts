export { templates } from './handlers.ts';
export { newestVersionId, originOf, templateBehind, templateForNew } from './rows.ts';
