import type { Context } from '#core/context.ts';
import { person } from '#core/database/schema/workspace.ts';
import { people as contract } from '#shared/contract/workspace/people.ts';
import type { Parsed } from '#shared/contract/index.ts';
import type { Person } from '#shared/model/workspace/people.ts';
import type { FieldMessages } from '#shared/model/refusal.ts';
import { messagesOf, takeRows } from '#shared/rules/workspace/taken-rows.ts';
import type { TakenRow } from '#shared/rules/workspace/taken-rows.ts';
import { listPeople, listRoles, toPerson } from './rows.ts';

type Row = Parsed<'people.save'>;

/** Adds and changes people in one transaction; when one row is refused, none is written. */
export function pastePeople({ rows: given }: Parsed<'people.paste'>, context: Context): Person[] {
  const { store } = context;
  const roles = new Set(listRoles(store).map(({ key }) => key));
  const known = new Set(listPeople(store).map(({ id }) => id));
  const rows = takeRows(
    given,
    (row): TakenRow<Row> => {
      const parsed = contract['people.save'].input.safeParse(row);
      if (!parsed.success) return { wrong: messagesOf(parsed.error.issues) };
      const wrong: FieldMessages = {};
      const { id, roles: held } = parsed.data;
      // Taken out of the set, so that a second row for the same person finds nobody.
      if (id !== undefined && !known.delete(id)) wrong['id'] = 'is nobody here, or stands twice';
      const unknown = held.find((key) => !roles.has(key));
      if (unknown !== undefined) wrong['roles'] = `names ${unknown}, which is no role here`;
      return Object.keys(wrong).length > 0 ? { wrong } : { row: parsed.data };
    },
    'rows',
  );
  return context.transact((write) =>
    rows.map(({ id, rev, ...values }) =>
      toPerson(
        id === undefined ? write.insert(person, values) : write.update(person, id, values, rev),
      ),
    ),
  );
}
