import { and, eq, isNull } from 'drizzle-orm';
import { artefact } from '#core/database/schema/things.ts';
import { isoOrNull } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { NormalisedArtefact } from '#shared/model/delivery/rows.ts';

/** The artefacts of a connection that are not gone, as its provider told them. */
export function storedArtefacts(store: Store, connectionId: string): NormalisedArtefact[] {
  const { externalId, repository, name, version, digest, publishedAt, size, url } = artefact;
  return store.orm
    .select({ externalId, repository, name, version, digest, publishedAt, size, url })
    .from(artefact)
    .where(and(eq(artefact.connectionId, connectionId), isNull(artefact.goneAt)))
    .all()
    .map((row) => ({ kind: 'artefact', ...row, publishedAt: isoOrNull(row.publishedAt) }));
}
