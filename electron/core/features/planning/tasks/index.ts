export { tasks } from './handlers.ts';
export { plansOf, readPlan } from './plan.ts';
