import type { Handlers } from '#core/context.ts';
import type { Store } from '#core/database/store.ts';
import { calibrate } from '#shared/rules/governance/calibration.ts';
import type { ToldBand, WentOut } from '#shared/rules/governance/calibration.ts';

export const calibration: Handlers<'calibration.read'> = {
  'calibration.read': (_input, { store }) => calibrate(readWentOut(store), readTold(store)),
};

type Stored = Omit<WentOut, 'rolledBack' | 'failed' | 'incident'> &
  Record<'rolledBack' | 'failed' | 'incident', 0 | 1>;

/** Releases whose first deployment to production began, or that ended as released without one recorded. */
function readWentOut({ raw }: Store): WentOut[] {
  return raw
    .prepare<[], Stored>(
      `WITH began AS (
         SELECT d.release_id,
           COALESCE(MIN(CASE WHEN e.kind = 'production' THEN COALESCE(d.actual_start_at, d.start_at) END),
             MIN(COALESCE(d.actual_start_at, d.start_at))) AS at,
           MAX(e.kind = 'production' AND d.result = 'failed') AS failed,
           MAX(e.kind = 'production' AND d.result = 'rolled-back') AS rolled_back,
           MAX(e.kind = 'production' AND d.result IS NOT NULL) AS went_out
         FROM deployment d JOIN environment e ON e.id = d.environment_id
         WHERE d.deleted_hlc IS NULL GROUP BY d.release_id
       )
       SELECT r.id, r.number, r.name, b.at,
         COALESCE(r.outcome = 'rolled-back' OR b.rolled_back, 0) AS rolledBack,
         COALESCE(b.failed, 0) AS failed,
         EXISTS (SELECT 1 FROM incident i WHERE i.release_id = r.id AND i.deleted_hlc IS NULL)
           AS incident
       FROM release r JOIN began b ON b.release_id = r.id
       WHERE r.deleted_hlc IS NULL AND COALESCE(r.outcome, '') <> 'cancelled'
         AND (r.outcome IN ('released', 'rolled-back') OR b.went_out = 1)`,
    )
    .all()
    .map(({ rolledBack, failed, incident, ...release }) => ({
      ...release,
      ...{ rolledBack: rolledBack === 1, failed: failed === 1, incident: incident === 1 },
    }));
}

/**
 * The band an assessment told when it was given: by its answers, raised by what was hard to take back
 * then. What the register of risks says beside it is kept nowhere as it was at that time, so a release
 * whose band came from the register alone has none here, and is counted as one without.
 */
function readTold({ raw }: Store): ToldBand[] {
  return raw
    .prepare<[], ToldBand>(
      `SELECT release_id AS releaseId, assessed_at AS at, band FROM assessment
       WHERE deleted_hlc IS NULL ORDER BY id`,
    )
    .all();
}
