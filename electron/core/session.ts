import { asc, eq, isNull, or } from 'drizzle-orm';
import { Refusal } from '#shared/model/refusal.ts';
import { person } from './database/schema/workspace.ts';
import { rowOf } from './database/plain-rows.ts';
import type { Store } from './database/store.ts';
import type { SettingsStore } from './platform.ts';

/** Which workspace is open. One at a time: opening another closes the first. */
export type Session = {
  current(): Store | null;
  /** Takes over a freshly opened store; the one before is closed cleanly. */
  replace(store: Store | null): void;
};

export function createSession(): Session {
  let open: Store | null = null;
  return {
    current: () => open,
    replace(store) {
      const before = open;
      open = store;
      before?.close();
    },
  };
}

export function requireStore(session: Session): Store {
  const store = session.current();
  if (store === null) {
    throw new Refusal(
      'precondition_failed',
      'No workspace is open. Open one, create one, or open the demo workspace.',
    );
  }
  return store;
}

/**
 * Who acts: the person named with the call (id, name or e-mail address, when exactly one fits), or
 * the one chosen on this device for this workspace. Self-asserted: nothing proves it.
 */
export function resolveActor(
  store: Store,
  settings: SettingsStore,
  named: string | undefined,
): string | null {
  if (named !== undefined) return findPerson(store, named);
  const chosen = settings.read().actingAs[store.workspaceId];
  if (chosen === undefined) return null;
  const row = rowOf(store, person, chosen);
  // Whoever left works here no more: somebody else has to be chosen.
  return row === null || row.leftOn !== null ? null : row.id;
}

function findPerson(store: Store, named: string): string {
  const found = store.orm
    .select({ id: person.id, name: person.name, leftOn: person.leftOn })
    .from(person)
    .where(or(eq(person.id, named), eq(person.name, named), eq(person.email, named)))
    .all();
  const [only] = found;
  if (only !== undefined && found.length === 1) {
    if (only.leftOn === null) return only.id;
    throw new Refusal(
      'forbidden',
      `${only.name} left on ${only.leftOn}, so nobody works under that name any more. Choose somebody who is here, or record that they are back.`,
    );
  }
  if (found.length > 1) {
    throw new Refusal(
      'invalid_input',
      `${found.length} people are called ${named}. Give the e-mail address or the id instead.`,
    );
  }
  const names = store.orm
    .select({ name: person.name })
    .from(person)
    .where(isNull(person.deletedHlc))
    .orderBy(asc(person.name))
    .limit(12)
    .all()
    .map((row) => row.name);
  throw new Refusal(
    'not_found',
    names.length === 0
      ? `There is nobody called ${named}: the workspace has no people yet. Add yourself with people.save first.`
      : `There is nobody called ${named}. The people here are ${names.join(', ')}.`,
  );
}

/** Whether anybody was ever in the workspace; asked before every command. */
export function hasPeople(store: Store): boolean {
  return store.raw.prepare('SELECT 1 FROM person LIMIT 1').get() !== undefined;
}
