export { decisionsOf, toCondition } from './decisions.ts';
export { factsNow, fingerprint } from './facts.ts';
export { loadSurroundings } from './load.ts';
export { listGates, loadSubject, outlook, requireGate } from './view.ts';
