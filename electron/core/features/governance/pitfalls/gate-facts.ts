import type { Store } from '#core/database/store.ts';
import type { AnsweredGate } from '#shared/rules/governance/pitfalls/accountable.ts';
import type { DecidedGate } from '#shared/rules/governance/pitfalls/never-refused.ts';
import type { AskedGate } from '#shared/rules/governance/pitfalls/waiting.ts';

export function decidedGates(store: Store): DecidedGate[] {
  return store.raw
    .prepare<[], DecidedGate>(
      `SELECT g.id AS gateId, g.release_id AS releaseId, g.key, g.name,
              MAX(d.decided_at) AS lastAt, SUM(d.outcome = 'no-go') AS refused,
              SUM(d.outcome = 'conditional-go') AS conditional
       FROM decision d JOIN gate g ON g.id = d.gate_id
       JOIN release r ON r.id = g.release_id AND r.deleted_hlc IS NULL
       WHERE d.deleted_hlc IS NULL AND d.outcome IN ('go', 'conditional-go', 'no-go')
       GROUP BY g.id ORDER BY g.id`,
    )
    .all();
}

export function answeredGates(store: Store): AnsweredGate[] {
  return store.raw
    .prepare<[], AnsweredGate>(
      `WITH starts AS (SELECT d.release_id, COALESCE(
                         MIN(CASE WHEN e.kind = 'production' THEN d.start_at END),
                         MIN(d.start_at)) AS start_at
                       FROM deployment d JOIN environment e ON e.id = d.environment_id
                       WHERE d.deleted_hlc IS NULL GROUP BY d.release_id)
       SELECT g.id AS gateId, g.key, g.name, g.release_id AS releaseId, r.name AS release,
              g.accountable_role AS accountableRole, s.start_at AS startAt
       FROM release r JOIN gate g ON g.release_id = r.id AND g.deleted_hlc IS NULL
       LEFT JOIN starts s ON s.release_id = r.id
       WHERE r.deleted_hlc IS NULL AND r.phase <> 'closed'
       ORDER BY r.number, g.position, g.id`,
    )
    .all();
}

/** A decision of before the request answers an earlier question; those of after it end the wait. */
export function askedGates(store: Store): AskedGate[] {
  return store.raw
    .prepare<[], AskedGate>(
      `WITH asked AS (SELECT gate_id, MIN(requested_at) AS at FROM approval_request
                      WHERE deleted_hlc IS NULL GROUP BY gate_id)
       SELECT g.id AS gateId, g.release_id AS releaseId, g.key, g.name, a.at AS askedAt,
              MAX(r.created_at, COALESCE(
                CASE WHEN p.entered_at <= a.at THEN p.entered_at END, r.created_at)) AS workedFrom,
              (SELECT MAX(d.decided_at) FROM decision d
               WHERE d.release_id = g.release_id AND d.gate_id = g.id
                 AND d.deleted_hlc IS NULL AND d.decided_at >= a.at) AS decidedAt
       FROM asked a JOIN gate g ON g.id = a.gate_id
       JOIN release r ON r.id = g.release_id AND r.deleted_hlc IS NULL
       LEFT JOIN release_phase p ON p.release_id = g.release_id AND p.phase = g.phase
                                AND p.deleted_hlc IS NULL
       WHERE decidedAt IS NOT NULL OR r.phase <> 'closed'
       ORDER BY g.id`,
    )
    .all();
}
