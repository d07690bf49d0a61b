export { riskFigures } from './bands.ts';
export { bandNow, riskOf } from './risk-of.ts';
export { listRisks } from './handlers.ts';
