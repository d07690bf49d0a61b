import { and, asc, eq, gte, lte } from 'drizzle-orm';
import { absence } from '#core/database/schema/calendar.ts';
import { alive, plain } from '#core/database/select.ts';
import type { Plain } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Absence } from '#shared/model/planning/bookings.ts';

type Which = { personId?: string | undefined; from?: string | undefined; to?: string | undefined };

/** Absences that have a day from `from` to `to`, both of them counted, the earliest first. */
export function absencesIn(store: Store, { personId, from, to }: Which): Absence[] {
  const fits = and(
    personId === undefined ? undefined : eq(absence.personId, personId),
    from === undefined ? undefined : gte(absence.lastOn, from),
    to === undefined ? undefined : lte(absence.firstOn, to),
  );
  return store.orm
    .select(plain(absence))
    .from(absence)
    .where(alive(absence, fits))
    .orderBy(asc(absence.firstOn), asc(absence.id))
    .all()
    .map(toAbsence);
}

export function toAbsence(row: Plain<typeof absence>): Absence {
  const { id, rev, personId, kind, firstOn, lastOn, deputyId, note } = row;
  return { id, rev, personId, kind, firstOn, lastOn, deputyId, note };
}
