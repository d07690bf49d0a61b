import { asc } from 'drizzle-orm';
import type { Handlers } from '#core/context.ts';
import { service } from '#core/database/schema/workspace.ts';
import { alive } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Row } from '#core/database/tables.ts';
import { Refusal } from '#shared/model/refusal.ts';
import type { Service } from '#shared/model/workspace/services.ts';
import { checkScheme } from '#shared/rules/planning/versions.ts';

export const services: Handlers<'services.list' | 'services.save'> = {
  'services.list': (_input, { store }) => listServices(store),

  'services.save': (input, context) => {
    const { id, rev, ...values } = input;
    const checked = checkScheme(values.versionScheme);
    if (!checked.ok) {
      throw new Refusal('invalid_input', checked.message, { versionScheme: checked.message });
    }
    const saved = context.transact((write) =>
      id === undefined ? write.insert(service, values) : write.update(service, id, values, rev),
    );
    return toService(saved);
  },
};

export function listServices(store: Store): Service[] {
  return store.orm
    .select()
    .from(service)
    .where(alive(service))
    .orderBy(asc(service.name))
    .all()
    .map(toService);
}

function toService(row: Row<typeof service>): Service {
  const { id, rev, name, criticality, financial, ownerIds, versionScheme } = row;
  return { id, rev, name, criticality, financial, ownerIds, versionScheme };
}
