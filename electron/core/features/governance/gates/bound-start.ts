import { iso } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import { standingApprovals } from '#shared/rules/governance/scope-changes.ts';
import { factsNow, fingerprint } from './facts.ts';
import { loadSubjects, loadSurroundings } from './load.ts';
import type { Subject, Surroundings } from './load.ts';

/** An approval that binds the planned start and holds now. */
export type BoundApproval = { gateId: string; gate: string; personId: string };

/** How many approvals of each release would be out of date if its start moved. */
export function approvalsOfStart(store: Store, releaseIds: readonly string[]): Map<string, number> {
  const bound = boundApprovals(store, releaseIds);
  return new Map([...bound].map(([id, approvals]) => [id, approvals.length]));
}

/**
 * The approvals of each release that bind its planned start and hold now: they would be out of date
 * if the start moved. Gates of a phase that was left stay as they were and count no more.
 */
export function boundApprovals(
  store: Store,
  releaseIds: readonly string[],
): Map<string, BoundApproval[]> {
  // Few releases of a long list have decisions; only those are loaded with all their facts.
  const decided = store.raw
    .prepare<[string], { id: string }>(
      `SELECT DISTINCT d.release_id AS id FROM decision d JOIN gate g ON g.id = d.gate_id
       WHERE d.release_id IN (SELECT value FROM json_each(?)) AND d.deleted_hlc IS NULL
       AND instr(g.facts, '"planned-start"')`,
    )
    .all(JSON.stringify(releaseIds))
    .map(({ id }) => id);
  if (decided.length === 0) return new Map();
  const around = loadSurroundings(store);
  return new Map(
    loadSubjects(store, decided).map((subject) => [subject.release.id, boundOf(subject, around)]),
  );
}

function boundOf(subject: Subject, around: Surroundings): BoundApproval[] {
  const facts = factsNow(subject, around);
  const left = new Set(subject.passages.map(({ phase }) => phase));
  const withdrawn = new Set(subject.withdrawals.map(({ decisionId }) => decisionId));
  return subject.gates
    .filter((gate) => gate.facts.includes('planned-start') && !left.has(gate.phase))
    .flatMap((gate) => {
      const today = fingerprint(facts, gate.facts);
      const decisions = subject.decisions
        .filter(({ gateId }) => gateId === gate.id)
        .map((row) => ({
          ...row,
          recordedAt: iso(row.recordedAt),
          withdrawn: withdrawn.has(row.id),
        }));
      return standingApprovals(decisions, gate.places)
        .filter((decision) => decision.fingerprint === today)
        .map(({ decidedById }) => ({ gateId: gate.id, gate: gate.name, personId: decidedById }));
    });
}
