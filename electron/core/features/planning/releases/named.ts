import type { Store } from '#core/database/store.ts';
import type { NamedRelease } from '#shared/rules/planning/release-named.ts';
import { releaseMeant } from '#shared/rules/planning/release-named.ts';

/** The release meant by an id, a number, an external change number or a name; one query. */
export function releaseNamed(store: Store, given: string): NamedRelease {
  const all = store.raw
    .prepare<[], NamedRelease>(
      `SELECT id, number, name, change_number AS changeNumber FROM release
       WHERE deleted_hlc IS NULL`,
    )
    .all();
  return releaseMeant(given, all);
}
