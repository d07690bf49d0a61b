export { templates } from './handlers.ts';
export { originOf, templateBehind, templateForNew } from './rows.ts';
