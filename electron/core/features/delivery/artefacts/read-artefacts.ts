import { iso, isoOrNull } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { KnownArtefact } from '#shared/rules/delivery/artefact-facts.ts';

type Row = Omit<KnownArtefact, 'publishedAt' | 'knownSince' | 'goneAt'> & {
  publishedAt: number | null;
  knownSince: number;
  goneAt: number | null;
};

/**
 * The artefacts of these services, those that are gone too: what a connection maps to them, and what
 * is called as they are where it maps that name to none.
 */
export function readArtefacts({ raw }: Store, serviceIds: ReadonlySet<string>): KnownArtefact[] {
  return raw
    .prepare<{ services: string }, Row>(
      `WITH mapped AS (
         SELECT c.id AS connectionId, json_extract(s.value, '$.name') AS name,
                json_extract(s.value, '$.serviceId') AS serviceId
         FROM connection c, json_each(c.services) s
         WHERE c.deleted_hlc IS NULL
       ), called AS (
         SELECT * FROM mapped
         UNION ALL
         SELECT c.id, s.name, s.id FROM connection c, service s
         WHERE c.deleted_hlc IS NULL AND s.deleted_hlc IS NULL
           AND NOT EXISTS (SELECT 1 FROM mapped m WHERE m.connectionId = c.id AND m.name = s.name)
       )
       SELECT called.serviceId, c.id AS connectionId, c.name AS connectionName, a.repository,
              a.name, a.version, lower(a.digest) AS digest, a.published_at AS publishedAt,
              b.as_of AS knownSince, a.gone_at AS goneAt,
              CASE b.source WHEN 'file' THEN b.import_id END AS fromFile
       FROM called
       JOIN artefact a ON a.name = called.name AND a.connection_id = called.connectionId
       JOIN connection c ON c.id = a.connection_id
       JOIN import_batch b ON b.id = a.batch_id
       WHERE called.serviceId IN (SELECT value FROM json_each(@services))
       ORDER BY a.gone_at DESC, a.id`,
    )
    .all({ services: JSON.stringify([...serviceIds]) })
    .map((row) => ({
      ...row,
      publishedAt: isoOrNull(row.publishedAt),
      knownSince: iso(row.knownSince),
      goneAt: isoOrNull(row.goneAt),
    }));
}
