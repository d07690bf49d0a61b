import type { Context } from '#core/context.ts';
import { environment } from '#core/database/schema/workspace.ts';
import { environments as contract } from '#shared/contract/workspace/environments.ts';
import type { Parsed } from '#shared/contract/index.ts';
import type { Environment } from '#shared/model/workspace/services.ts';
import { orderAfter } from '#shared/rules/planning/order.ts';
import { messagesOf, takeRows } from '#shared/rules/workspace/taken-rows.ts';
import type { TakenRow } from '#shared/rules/workspace/taken-rows.ts';
import { listEnvironments, toEnvironment } from './rows.ts';

type Row = Parsed<'environments.save'>;

/** Changes environments and adds new ones at the end; when one row is refused, none is written. */
export function pasteEnvironments(
  { rows: given }: Parsed<'environments.paste'>,
  context: Context,
): Environment[] {
  const present = listEnvironments(context.store);
  const known = new Set(present.map(({ id }) => id));
  const rows = takeRows(
    given,
    (row): TakenRow<Row> => {
      const parsed = contract['environments.save'].input.safeParse(row);
      if (!parsed.success) return { wrong: messagesOf(parsed.error.issues) };
      const { id } = parsed.data;
      // Taken out of the set, so that a second row for the same environment finds none.
      if (id === undefined || known.delete(id)) return { row: parsed.data };
      return { wrong: { id: 'is no environment here, or stands twice' } };
    },
    'rows',
  );
  let last = present.at(-1)?.order ?? null;
  return context.transact((write) =>
    rows.map(({ id, rev, name, kind, region }) => {
      const values = { name, kind, region };
      if (id !== undefined) return toEnvironment(write.update(environment, id, values, rev));
      last = orderAfter(last, null);
      return toEnvironment(write.insert(environment, { ...values, order: last }));
    }),
  );
}
