export { approvalsOfStart, boundApprovals } from './bound-start.ts';
export { decisionsOf, toCondition } from './decisions.ts';
export { factsNow, fingerprint } from './facts.ts';
export { raciGateOf, readLetters } from './letters.ts';
export { loadSurroundings } from './load.ts';
export { openSeats } from './open-seats.ts';
export { undecidedSeats } from './undecided-seats.ts';
export { scopeChanges } from './scope-changes.ts';
export {
  judgeReleases,
  judgeSubjects,
  listGates,
  loadSubject,
  requireGate,
  requireOpenGate,
  seatsOf,
} from './view.ts';
export { readApprovalRules } from './approval-rules.ts';
export { withConsequences } from './decided.ts';
export { handUp } from './handed-up.ts';
export type { LessonsOf, LessonsSubject } from './lessons-asked.ts';
export type { MeasuresOf } from './measures-asked.ts';
export type { JudgedRelease, JudgedSubject } from './view.ts';
export { releaseControls } from './release-controls.ts';
export { readSubstitutions } from './substitutions.ts';
