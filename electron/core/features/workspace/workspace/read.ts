import { desc } from 'drizzle-orm';
import { workspace as table } from '#core/database/schema/workspace.ts';
import type { Store } from '#core/database/store.ts';
import type { Workspace } from '#shared/model/workspace/workspace.ts';

/** The one workspace of the file. */
export function readWorkspace(store: Store): Workspace {
  const row = store.orm.select().from(table).orderBy(desc(table.rev)).get();
  if (row === undefined) throw new Error('A workspace file without a workspace row');
  const { id, rev, name, zone, profile, workingDays } = row;
  return { id, rev, name, zone, profile, workingDays };
}
