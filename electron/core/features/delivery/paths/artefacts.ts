import { isoOrNull } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { PathArtefact } from '#shared/model/delivery/paths.ts';

type Row = Omit<PathArtefact, 'publishedAt' | 'gone'> & {
  publishedAt: number | null;
  goneAt: number | null;
};

/** Artefacts with a version whose name is mapped to a service, those that are gone last. */
export function artefactsOf({ raw }: Store, serviceId: string, version: string): PathArtefact[] {
  return (
    raw
      .prepare<{ serviceId: string; version: string; tag: string }, Row>(
        `SELECT a.id, a.connection_id AS connectionId, c.name AS connection, a.name, a.version,
              a.digest, a.published_at AS publishedAt, a.url, a.gone_at AS goneAt
       FROM artefact a JOIN connection c ON c.id = a.connection_id AND c.deleted_hlc IS NULL
       JOIN json_each(c.services) s ON json_extract(s.value, '$.name') = a.name
       WHERE json_extract(s.value, '$.serviceId') = @serviceId AND a.version IN (@version, @tag)
       ORDER BY a.gone_at IS NOT NULL, a.published_at DESC, a.id`,
      )
      // A tag is often the version with a letter before it.
      .all({ serviceId, version, tag: `v${version}` })
      .map(({ publishedAt, goneAt, ...row }) => ({
        ...row,
        publishedAt: isoOrNull(publishedAt),
        gone: goneAt !== null,
      }))
  );
}
