import type { Context } from '#core/context.ts';
import { iso, toMs } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Parsed } from '#shared/contract/index.ts';
import type { ControlledRelease, ControlsReport } from '#shared/model/reports/controls.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { plusDays, toInstant } from '#shared/rules/planning/zoned-time.ts';
import { controlsOfReleases, listControls } from '../../governance/controls/index.ts';
import { readWorkspace } from '../../workspace/workspace/index.ts';

/** More are not told in one file: it would be too long to read and to print. */
const mostReleases = 2000;

/** Control by control, what proves it in the releases that went out in a period. */
export function gatherControls(
  { from, to, controlIds }: Parsed<'reports.controls'>,
  { store, now }: Pick<Context, 'store' | 'now'>,
): ControlsReport {
  const { name, zone } = readWorkspace(store);
  const begin = (date: string) => toMs(toInstant({ date, time: '00:00', zone }).instant);
  const went = wentOut(store, begin(from), begin(plusDays(to, 1)));
  if (went.size > mostReleases) {
    throw new Refusal(
      'invalid_input',
      `${went.size} releases went out in this period, and a file holds ${mostReleases}. Choose a shorter one.`,
      { to: 'is too far from the beginning; choose a shorter period' },
    );
  }
  const releases = new Map<string, ControlledRelease[]>();
  for (const { release, controls } of controlsOfReleases(store, [...went.keys()], now)) {
    const { id: releaseId, number, name: called, type } = release;
    const wentOutAt = iso(went.get(releaseId) ?? now);
    for (const { id, state, why, proofs, missing } of controls) {
      if (state === 'not-applicable') continue;
      const of = { releaseId, number, name: called, type, wentOutAt };
      const known = releases.get(id) ?? [];
      releases.set(id, known);
      known.push({ ...of, state, why, proofs, missing });
    }
  }
  const wanted = listControls(store).filter(
    ({ id, retiredAt }) =>
      (controlIds === undefined || controlIds.includes(id)) &&
      // One that is out of use is told where it still applied.
      (retiredAt === null || releases.has(id)),
  );
  return {
    ...{ workspace: name, zone, at: iso(now), from, to, releases: went.size },
    controls: wanted.map(({ rev: _, gateKeys: __, evidenceKinds: ___, ...control }) => ({
      ...control,
      releases: (releases.get(control.id) ?? []).toSorted(
        (a, b) => a.wentOutAt.localeCompare(b.wentOutAt) || a.number - b.number,
      ),
    })),
  };
}

/**
 * When each release went out: its first deployment to production that began; where nothing of it
 * goes to production, its first that began; where none was recorded, as planned once it was closed
 * as released.
 */
function wentOut(store: Store, from: number, to: number): Map<string, number> {
  const rows = store.raw
    .prepare<object, { id: string; at: number }>(
      `WITH began AS (
         SELECT d.release_id AS id, COALESCE(
           MIN(CASE WHEN d.began THEN d.at END),
           CASE WHEN r.outcome IN ('released', 'rolled-back') THEN MIN(d.at) END) AS at
         FROM (
           SELECT p.release_id, COALESCE(p.actual_start_at, p.start_at) AS at,
             p.actual_start_at IS NOT NULL OR p.result IS NOT NULL AS began,
             e.kind = 'production' AS is_out,
             MAX(e.kind = 'production') OVER (PARTITION BY p.release_id) AS goes_out
           FROM deployment p JOIN environment e ON e.id = p.environment_id
           WHERE p.deleted_hlc IS NULL) d
         JOIN release r ON r.id = d.release_id AND r.deleted_hlc IS NULL
         WHERE COALESCE(r.outcome, '') <> 'cancelled' AND d.is_out = d.goes_out
         GROUP BY d.release_id)
       SELECT b.id, b.at FROM began b
       WHERE b.at >= @from AND b.at < @to ORDER BY b.at, b.id`,
    )
    .all({ from, to });
  return new Map(rows.map(({ id, at }) => [id, at]));
}
