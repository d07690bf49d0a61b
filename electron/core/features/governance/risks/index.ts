export { riskFigures } from './bands.ts';
export { riskOf } from './risk-of.ts';
export { listRisks } from './handlers.ts';
