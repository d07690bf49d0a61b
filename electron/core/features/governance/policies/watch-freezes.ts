import type { Store } from '#core/database/store.ts';
import { overlap } from '#shared/rules/planning/windows/intervals.ts';
import type { Span } from '#shared/rules/planning/windows/intervals.ts';
import { freezeSpans } from '../../planning/windows/index.ts';

/** More at once, as an import brings them: every open release is looked at instead. */
const mostWindows = 50;

/**
 * Follows the freezes a command changes. A release is concerned where one of its planned deployments
 * lies in such a freeze as it was before, or as it is at the end; what lies elsewhere cannot be.
 */
export function watchFreezes(store: Store) {
  const changed = new Set<string>();
  const before: Span[] = [];
  let planned: Planned[] | null = null;
  const spansOf = (windowId: string): Span[] => {
    planned ??= openDeployments(store);
    const hull = {
      from: planned.reduce((least, { from }) => Math.min(least, from), Number.POSITIVE_INFINITY),
      to: planned.reduce((most, { to }) => Math.max(most, to), 0),
    };
    return planned.length === 0 ? [] : freezeSpans(store, windowId, hull);
  };
  return {
    /** A window, or one of its occurrences, is about to be written. */
    willChange(windowId: string) {
      if (changed.has(windowId)) return;
      changed.add(windowId);
      if (changed.size <= mostWindows) before.push(...spansOf(windowId));
    },
    concerned(): string[] {
      if (changed.size === 0) return [];
      // Deployments may have been written meanwhile.
      planned = openDeployments(store);
      if (changed.size > mostWindows) return planned.map(({ releaseId }) => releaseId);
      const spans = [...before, ...[...changed].flatMap(spansOf)];
      return planned
        .filter((each) => spans.some((span) => overlap(span, each)))
        .map(({ releaseId }) => releaseId);
    },
  };
}

type Planned = Span & { releaseId: string };

/** What has no length is an instant: it lies in what begins then. */
function openDeployments({ raw }: Store): Planned[] {
  return raw
    .prepare<[], Planned>(
      `SELECT d.release_id AS releaseId, d.start_at AS "from",
         d.start_at + MAX(1, d.duration_minutes * 60000) AS "to"
       FROM deployment d JOIN release r ON r.id = d.release_id
       WHERE d.deleted_hlc IS NULL AND r.deleted_hlc IS NULL AND r.phase <> 'closed'`,
    )
    .all();
}

/** The window a row is of: its own, or that of the occurrence; null while there is no such row. */
export function windowOf({ raw }: Store, table: string, id: string): string | null {
  if (table !== 'window_change') return id;
  const found = raw
    .prepare<[string], string>('SELECT window_id FROM window_change WHERE id = ?')
    .pluck()
    .get(id);
  return found ?? null;
}
