import { join } from 'node:path';
import { window } from '#core/database/schema/calendar.ts';
import { openStore } from '#core/database/store.ts';
import type { Write } from '#core/database/write.ts';
import { storeOptions } from '../../support/test-store.ts';
import type { TestApp } from '../../support/test-app.ts';

/** Writes rows into the open workspace past the procedures, as another device would have. */
export async function writeRows<T>(test: TestApp, work: (write: Write) => T): Promise<T> {
  const path = join(test.folder, 'Payments.slipway');
  await test.call('workspace.close', {});
  const store = openStore(storeOptions({ path, mode: 'write' }));
  const result = store.transact('test', null, work);
  store.close();
  await test.call('workspace.open', { path });
  return result;
}

type WindowValues = Partial<typeof window.$inferInsert> &
  Pick<typeof window.$inferInsert, 'kind' | 'name' | 'startWall' | 'endWall'>;

/** A window of Europe/London that happens once and is about everything, unless told otherwise. */
export function addWindow(write: Write, values: WindowValues): { id: string; name: string } {
  return write.insert(window, {
    ...{ note: '', zone: 'Europe/London', recurrence: '', uid: '', authorityId: null },
    ...{ serviceIds: [], environmentIds: [], regions: [] },
    ...values,
  });
}
