import type { Store } from '#core/database/store.ts';

/** The ids of the open releases, those that start first at the front, those without a date last. */
export function comingReleases({ raw }: Store): string[] {
  return raw
    .prepare<[], { id: string }>(
      `SELECT r.id FROM release r
       LEFT JOIN deployment d ON d.release_id = r.id AND d.deleted_hlc IS NULL
       WHERE r.deleted_hlc IS NULL AND r.phase <> 'closed'
       GROUP BY r.id ORDER BY MIN(d.start_at) IS NULL, MIN(d.start_at), r.number`,
    )
    .all()
    .map(({ id }) => id);
}
