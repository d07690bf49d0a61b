export { decisionsOf, toCondition } from './decisions.ts';
export { factsNow, fingerprint } from './facts.ts';
export { loadSurroundings } from './load.ts';
export { scopeChanges } from './scope-changes.ts';
export {
  gatesOfReleases,
  listGates,
  loadSubject,
  outlook,
  requireGate,
  requireOpenGate,
} from './view.ts';
