import { eq } from 'drizzle-orm';
import type { Context, Handlers } from '#core/context.ts';
import { backUp } from '#core/database/backup.ts';
import { verifyJournal } from '#core/database/journal/verify.ts';
import { person, workspace as table } from '#core/database/schema/workspace.ts';
import { alive, iso } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import { resolveActor } from '#core/session.ts';
import type { Person } from '#shared/model/workspace/people.ts';
import { createFile } from './create.ts';
import { createDemo } from './demo/create-demo.ts';
import { openFile, openToRead, remember } from './open.ts';
import { readWorkspace } from './read.ts';
import { backupPath, inspectBackup, restore } from './restore.ts';

export const workspace: Handlers<
  | 'workspace.state'
  | 'workspace.create'
  | 'workspace.open'
  | 'workspace.openDemo'
  | 'workspace.close'
  | 'workspace.update'
  | 'workspace.actAs'
  | 'workspace.verify'
  | 'workspace.backup'
  | 'workspace.inspectBackup'
  | 'workspace.restore'
> = {
  'workspace.state': (_input, context) => {
    const store = context.session.current();
    return {
      open: store === null ? null : describeOpen(store, context),
      recent: context.platform.settings
        .read()
        .recent.map(({ path, name, openedAt }) => ({ path, name, openedAt: iso(openedAt) })),
    };
  },

  'workspace.create': (input, context) => {
    const store = createFile(input, context);
    return adopt(store, context);
  },

  'workspace.open': ({ path, readOnly = false }, context) => {
    const current = context.session.current();
    if (current?.path === path) return { path, workspace: readWorkspace(current) };
    if (readOnly) {
      const store = openToRead(path, context);
      context.session.replace(store);
      return { path: store.path, workspace: readWorkspace(store) };
    }
    return adopt(openFile(path, context), context);
  },

  'workspace.openDemo': async (input, context) => {
    const path = await createDemo(input, context);
    return adopt(openFile(path, context), context);
  },

  'workspace.close': (_input, context) => {
    context.session.replace(null);
    return {};
  },

  'workspace.update': ({ rev, ...patch }, context) => {
    const { store } = context;
    context.transact((write) => write.update(table, store.workspaceId, patch, rev));
    const saved = readWorkspace(store);
    remember(context, store.path, saved.name);
    return saved;
  },

  'workspace.actAs': ({ personId }, context) => {
    const { store, platform } = context;
    const chosen = findPerson(store, resolveActor(store, platform.settings, personId));
    if (chosen === null) throw new Error('resolveActor answers only people of the workspace');
    const settings = platform.settings.read();
    platform.settings.write({
      ...settings,
      actingAs: { ...settings.actingAs, [store.workspaceId]: chosen.id },
    });
    return chosen;
  },

  'workspace.verify': (_input, { store }) => verifyJournal(store.raw),

  'workspace.backup': async ({ path }, { store, now }) => {
    const target = path ?? backupPath(store.path, now);
    const bytes = await backUp(store.raw, target);
    return { path: target, bytes, head: store.head()?.hash ?? null };
  },

  'workspace.inspectBackup': ({ path }, context) => inspectBackup(path, context),

  'workspace.restore': async ({ path }, context) => {
    const { store, before } = await restore(path, context);
    return { ...adopt(store, context), before };
  },
};

function adopt(store: Store, context: Context) {
  const found = readWorkspace(store);
  context.session.replace(store);
  remember(context, store.path, found.name);
  return { path: store.path, workspace: found };
}

function describeOpen(store: Store, { platform }: Context) {
  return {
    path: store.path,
    workspace: readWorkspace(store),
    readOnly: store.readOnly,
    actingAs: findPerson(store, resolveActor(store, platform.settings, undefined)),
    head: store.head()?.hash ?? null,
  };
}

function findPerson(store: Store, id: string | null): Person | null {
  if (id === null) return null;
  const row = store.orm
    .select()
    .from(person)
    .where(alive(person, eq(person.id, id)))
    .get();
  if (row === undefined) return null;
  const { rev, name, email, roles, leftOn } = row;
  return { id, rev, name, email, roles, leftOn };
}
