import { asc } from 'drizzle-orm';
import { window, windowChange } from '#core/database/schema/calendar.ts';
import { environment, service } from '#core/database/schema/workspace.ts';
import type { Store } from '#core/database/store.ts';
import type { Row } from '#core/database/tables.ts';
import { endInstant, startInstant } from '#shared/rules/planning/windows/wall-clock.ts';
import type { Span } from './entries.ts';

/** A window as a calendar file tells it; one that was removed is told as cancelled. */
export type FiledWindow = {
  row: Row<typeof window>;
  changes: Row<typeof windowChange>[];
  /** How often it and its occurrences were changed. */
  sequence: number;
  /** What it is about, in words; empty for all. */
  scope: string;
};

/** Windows that touch a span, those removed among them, by start. What comes again is taken whole. */
export function filedWindows({ orm }: Store, span: Span): FiledWindow[] {
  const changes = Map.groupBy(
    orm.select().from(windowChange).orderBy(asc(windowChange.originalWall)).all(),
    ({ windowId }) => windowId,
  );
  const names = new Map(
    [
      ...orm.select({ id: service.id, name: service.name }).from(service).all(),
      ...orm.select({ id: environment.id, name: environment.name }).from(environment).all(),
    ].map(({ id, name }) => [id, name]),
  );
  return orm
    .select()
    .from(window)
    .orderBy(asc(window.startWall), asc(window.id))
    .all()
    .filter((row) => touchesSpan(row, span))
    .map((row) => {
      const all = changes.get(row.id) ?? [];
      const { environmentIds, serviceIds, regions } = row;
      const about = [...serviceIds, ...environmentIds].map((id) => names.get(id) ?? '');
      return {
        row,
        changes: all.filter(({ deletedHlc }) => deletedHlc === null),
        sequence: all.reduce((sum, { rev }) => sum + rev, row.rev - 1),
        scope: [...about, ...regions].filter(Boolean).join(', '),
      };
    });
}

function touchesSpan(row: Row<typeof window>, { from, to }: Span): boolean {
  if (to !== undefined && startInstant(row.startWall, row.zone) >= to) return false;
  if (from === undefined || row.recurrence !== '') return true;
  return endInstant(row.endWall, row.zone) > from;
}
