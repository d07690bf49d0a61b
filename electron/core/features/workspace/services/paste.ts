import type { Context } from '#core/context.ts';
import { service } from '#core/database/schema/workspace.ts';
import { services as contract } from '#shared/contract/workspace/services.ts';
import type { Parsed } from '#shared/contract/index.ts';
import type { FieldMessages } from '#shared/model/refusal.ts';
import type { Service } from '#shared/model/workspace/services.ts';
import { checkScheme } from '#shared/rules/planning/versions/versions.ts';
import { messagesOf, takeRows } from '#shared/rules/workspace/taken-rows.ts';
import type { TakenRow } from '#shared/rules/workspace/taken-rows.ts';
import { listPeople } from '../people/index.ts';
import { hasTeam, listServices, toService } from './rows.ts';

type Row = Parsed<'services.save'>;

/** Adds and changes services in one transaction; when one row is refused, none is written. */
export function pasteServices(
  { rows: given }: Parsed<'services.paste'>,
  context: Context,
): Service[] {
  const { store } = context;
  const people = new Set(listPeople(store).map(({ id }) => id));
  const known = new Set(listServices(store).map(({ id }) => id));
  const rows = takeRows(
    given,
    (row): TakenRow<Row> => {
      const parsed = contract['services.save'].input.safeParse(row);
      if (!parsed.success) return { wrong: messagesOf(parsed.error.issues) };
      const wrong: FieldMessages = {};
      const { id, ownerIds, versionScheme, teamId } = parsed.data;
      // Taken out of the set, so that a second row for the same service finds none.
      if (id !== undefined && !known.delete(id))
        wrong['id'] = 'is no service here, or stands twice';
      if (ownerIds.some((owner) => !people.has(owner))) {
        wrong['ownerIds'] = 'names somebody who is not of this workspace';
      }
      if (typeof teamId === 'string' && !hasTeam(store, teamId)) {
        wrong['teamId'] = 'is no team here';
      }
      const checked = checkScheme(versionScheme);
      if (!checked.ok) wrong['versionScheme'] = `is refused: ${checked.message}`;
      return Object.keys(wrong).length > 0 ? { wrong } : { row: parsed.data };
    },
    'rows',
  );
  return context.transact((write) =>
    rows.map(({ id, rev, ...values }) =>
      toService(
        id === undefined ? write.insert(service, values) : write.update(service, id, values, rev),
      ),
    ),
  );
}
