export { riskFigures } from './bands.ts';
export { listRisks } from './handlers.ts';
