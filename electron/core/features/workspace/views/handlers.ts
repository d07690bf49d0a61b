import { and, eq, or } from 'drizzle-orm';
import type { Context, Handlers } from '#core/context.ts';
import { person, savedView } from '#core/database/schema/workspace.ts';
import { alive } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Row } from '#core/database/tables.ts';
import type { Parsed } from '#shared/contract/index.ts';
import type { SavedView } from '#shared/model/workspace/views.ts';
import { viewSettings } from '#shared/model/workspace/views.ts';
import { Refusal } from '#shared/model/refusal.ts';

export const views: Handlers<'views.list' | 'views.save' | 'views.remove'> = {
  'views.list': ({ screen }, { store, actorId }) => listViews(store, screen, actorId()),

  'views.save': (input, context) => saveView(input, context),

  'views.remove': ({ id }, context) => {
    const byId = context.requireActor();
    context.transact((write) => {
      refuseOthers(context.store, write.find(savedView, id), byId, 'removed');
      write.remove(savedView, id);
    });
    return { id };
  },
};

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

function listViews(store: Store, screen: string, actorId: string | null): SavedView[] {
  const seen =
    actorId === null
      ? eq(savedView.shared, true)
      : or(eq(savedView.shared, true), eq(savedView.personId, actorId));
  return store.orm
    .select()
    .from(savedView)
    .where(alive(savedView, and(eq(savedView.screen, screen), seen)))
    .all()
    .map((row) => toView(store, row, actorId))
    .toSorted((a, b) => collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
}

function saveView(input: Parsed<'views.save'>, context: Context): SavedView {
  const { id, rev, screen, ...values } = input;
  const { store } = context;
  const personId = context.requireActor();
  const row = context.transact((write) => {
    refuseTwin(store, input, personId);
    if (id === undefined) return write.insert(savedView, { ...values, screen, personId });
    const before = write.find(savedView, id);
    refuseOthers(store, before, personId, 'changed');
    if (before.screen !== screen) {
      throw new Refusal(
        'invalid_input',
        `“${before.name}” is a view of ${before.screen}, not of ${screen}. Save a new one there.`,
        { screen: `is not ${before.screen}` },
      );
    }
    return write.update(savedView, id, values, rev);
  });
  return toView(store, row, personId);
}

/** Two of one name could not be told apart in the list; those of others say whose they are. */
function refuseTwin(
  store: Store,
  { id, screen, name }: Parsed<'views.save'>,
  personId: string,
): void {
  const own = store.orm
    .select()
    .from(savedView)
    .where(alive(savedView, and(eq(savedView.screen, screen), eq(savedView.personId, personId))))
    .all();
  const twin = own.find((row) => row.id !== id && collator.compare(row.name, name) === 0);
  if (twin === undefined) return;
  throw new Refusal(
    'conflict',
    `You have a view called “${twin.name}” already. Update that one, or choose another name.`,
    { name: `“${twin.name}” is there already` },
  );
}

function refuseOthers(
  store: Store,
  view: Row<typeof savedView>,
  personId: string,
  word: 'changed' | 'removed',
): void {
  if (view.personId === personId) return;
  throw new Refusal(
    'forbidden',
    `“${view.name}” is a view of ${nameOf(store, view.personId)}, so it is ${word} by them alone. Save it under a name of your own.`,
  );
}

function toView(store: Store, row: Row<typeof savedView>, actorId: string | null): SavedView {
  const { id, rev, screen, name, shared, personId } = row;
  return {
    ...{ id, rev, screen, name, shared, personId },
    settings: viewSettings.catch({}).parse(row.settings),
    personName: nameOf(store, personId),
    own: personId === actorId,
  };
}

function nameOf(store: Store, personId: string): string {
  const found = store.orm
    .select({ name: person.name })
    .from(person)
    .where(eq(person.id, personId))
    .get();
  return found?.name ?? 'somebody';
}
