import { eq } from 'drizzle-orm';
import { attachment, comment } from '#core/database/schema/attached.ts';
import { alive } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Write } from '#core/database/write.ts';

/** What is attached to a thing and said about it goes along to its new release. */
export function moveAttached(
  write: Write,
  { orm }: Store,
  subjectId: string,
  releaseId: string,
): void {
  for (const table of [attachment, comment] as const) {
    const rows = orm
      .select({ id: table.id })
      .from(table)
      .where(alive(table, eq(table.subjectId, subjectId)))
      .all();
    for (const { id } of rows) write.update(table, id, { releaseId });
  }
}
