import type { Parsed, Output } from '#shared/contract/index.ts';
import type { Store } from '#core/database/store.ts';
import type { Outlook } from './outlook.ts';
import { summarise } from './rows.ts';

export type Which = Parsed<'releases.list'>['which'];

/** Which releases are wanted, of a release called `r`. */
export const conditions: Record<Which, string> = {
  open: "r.phase <> 'closed'",
  closed: "r.phase = 'closed'",
  all: '1',
};

/**
 * Open releases first, the next start on top and those without a date behind; then closed ones,
 * newest first. The order is made in SQL because a page must not load every release; the start
 * people see comes from the same rule as everywhere (`plannedStart`).
 */
export function listReleases(
  store: Store,
  { which, limit, offset }: Parsed<'releases.list'>,
  outlook: Outlook,
  now: number,
): Output<'releases.list'> {
  const where = conditions[which];
  const total = store.raw
    .prepare<[], { n: number }>(
      `SELECT COUNT(*) AS n FROM release r WHERE r.deleted_hlc IS NULL AND ${where}`,
    )
    .get();
  const page = store.raw
    .prepare<[number, number], { id: string }>(
      `WITH start AS (
         SELECT d.release_id,
                COALESCE(MIN(CASE WHEN e.kind = 'production' THEN d.start_at END), MIN(d.start_at)) AS at
         FROM deployment d JOIN environment e ON e.id = d.environment_id
         WHERE d.deleted_hlc IS NULL GROUP BY d.release_id)
       SELECT r.id FROM release r LEFT JOIN start s ON s.release_id = r.id
       WHERE r.deleted_hlc IS NULL AND ${where}
       ORDER BY r.phase = 'closed', CASE WHEN r.phase = 'closed' THEN -s.at ELSE COALESCE(s.at, 9e15) END, r.id
       LIMIT ? OFFSET ?`,
    )
    .all(limit, offset);
  const ids = page.map((row) => row.id);
  return { releases: summarise(store, ids, outlook, now), total: total?.n ?? 0 };
}
