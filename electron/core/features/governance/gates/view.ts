import { gate } from '#core/database/schema/governance.ts';
import { phasePassage } from '#core/database/schema/planning.ts';
import { partsOf, rowOf } from '#core/database/plain-rows.ts';
import type { Plain } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { GateView } from '#shared/model/governance/gates.ts';
import { phases } from '#shared/model/planning/releases.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { phaseNames } from '#shared/rules/planning/life.ts';
import { readiness } from '#shared/rules/governance/readiness.ts';
import {
  closedAt,
  judgedAt,
  plannedStarts,
  requireOpenRelease,
} from '../../planning/releases/index.ts';
import type { ReleaseOutlook } from '../../planning/releases/index.ts';
import { freezesAround } from '../../planning/windows/index.ts';
import { besideOf } from './beside.ts';
import { withConsequences } from './decided.ts';
import { isOpen, riskNow } from './facts.ts';
import { judgeGates } from './judge.ts';
import { loadPipelineFacts, loadSubjects, loadSurroundings } from './load.ts';
import type { Subject, Surroundings } from './load.ts';

/** The gates of a release with all that explains them, phase by phase. */
export function listGates(store: Store, releaseId: string, now: number): GateView[] {
  const subject = loadSubject(store, releaseId);
  const around = loadSurroundings(store);
  const at = judgedAt(store, releaseId, now);
  const pipeline = loadPipelineFacts(store, [subject]);
  const beside = besideOf(store, [subject], () => at, now);
  const views = judgeGates(subject, around, pipeline, at, beside);
  const { name, phase } = subject.release;
  const startAt = plannedStarts(store, [releaseId])(releaseId)?.startAt ?? null;
  const told = withConsequences(views, { name, phase, startAt }, around, at);
  return told.sort((a, b) => phases.indexOf(a.phase) - phases.indexOf(b.phase));
}

/** The seats of one decided gate, for which neither the other gates nor pipelines matter. */
export function seatsOf(store: Store, asked: Plain<typeof gate>, now: number): GateView['seats'] {
  const subject = { ...loadSubject(store, asked.releaseId), gates: [asked] };
  const pipeline = { runs: [], connections: [] };
  const beside = besideOf(store, [], () => now, now);
  return judgeGates(subject, loadSurroundings(store), pipeline, now, beside)[0]?.seats ?? [];
}

export type JudgedRelease = ReleaseOutlook & { release: Subject['release']; gates: GateView[] };

/** Several releases at once by their ids: risk of each, and gates and readiness of those not closed. */
export function judgeReleases(
  store: Store,
  releaseIds: readonly string[],
  now: number,
): Map<string, JudgedRelease> {
  const subjects = loadSubjects(store, releaseIds);
  const around = loadSurroundings(store);
  const open = subjects.filter(isOpen);
  const freezesOf = freezesAround(
    store,
    open.flatMap(({ deployments }) => deployments),
  );
  const pipeline = loadPipelineFacts(store, open);
  const beside = besideOf(store, open, () => now, now);
  return new Map(
    subjects.map((subject): [string, JudgedRelease] => {
      const { release } = subject;
      const isOver = !isOpen(subject);
      const gates = isOver ? [] : judgeGates(subject, around, pipeline, now, beside);
      const risk = riskNow(subject, around, freezesOf);
      return [release.id, { release, gates, risk, readiness: isOver ? null : readiness(gates) }];
    }),
  );
}

export type JudgedSubject = { subject: Subject; gates: GateView[]; at: number };

/** Releases with all their gates, a closed one as it stood when it was closed: for looking back. */
export function judgeSubjects(
  store: Store,
  releaseIds: readonly string[],
  now: number,
): { around: Surroundings; judged: JudgedSubject[] } {
  const subjects = loadSubjects(store, releaseIds);
  const around = loadSurroundings(store);
  const pipeline = loadPipelineFacts(store, subjects);
  const closed = closedAt(store, releaseIds);
  const atOf = (subject: Subject) =>
    isOpen(subject) ? now : (closed.get(subject.release.id) ?? now);
  const beside = besideOf(store, subjects, atOf, now);
  const judged = subjects.map((subject) => {
    const at = atOf(subject);
    return { subject, at, gates: judgeGates(subject, around, pipeline, at, beside) };
  });
  return { around, judged };
}

export function loadSubject(store: Store, releaseId: string): Subject {
  const [subject] = loadSubjects(store, [releaseId]);
  if (subject !== undefined) return subject;
  throw new Refusal(
    'not_found',
    `There is no release with the id ${releaseId}. It may be in another workspace; open it from the list.`,
  );
}

export function requireGate(store: Store, gateId: string): Plain<typeof gate> {
  const row = rowOf(store, gate, gateId);
  if (row !== null) return row;
  throw new Refusal(
    'not_found',
    `There is no gate with the id ${gateId}. The release may no longer need it; reload its gates.`,
  );
}

/** Refuses what would change a gate whose phase is over: it stays as it was when that was left. */
export function requireOpenGate(store: Store, gateId: string): Plain<typeof gate> {
  const row = requireGate(store, gateId);
  const { name } = requireOpenRelease(store, row.releaseId);
  const left = partsOf(store, phasePassage, [row.releaseId])(row.releaseId).some(
    ({ phase }) => phase === row.phase,
  );
  if (!left) return row;
  throw new Refusal(
    'precondition_failed',
    `${phaseNames[row.phase]} of ${name} is over, so “${row.name}” stays as it was. Put the release on hold or postpone it when something new speaks against it.`,
  );
}
