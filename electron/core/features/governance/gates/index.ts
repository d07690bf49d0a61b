export { decisionsOf, toCondition } from './decisions.ts';
export { factsNow, fingerprint } from './facts.ts';
export { judgeGates } from './judge.ts';
export { loadPipelineFacts, loadSubjects, loadSurroundings } from './load.ts';
export type { Subject, Surroundings } from './load.ts';
export { listGates, loadSubject, outlook, requireGate } from './view.ts';
