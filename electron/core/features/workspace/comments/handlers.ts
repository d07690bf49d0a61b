import type { Context, Handlers } from '#core/context.ts';
import { comment } from '#core/database/schema/attached.ts';
import type { Store } from '#core/database/store.ts';
import type { Row } from '#core/database/tables.ts';
import type { Parsed } from '#shared/contract/index.ts';
import type { Comment } from '#shared/model/workspace/attached.ts';
import { requireAuthor } from '#shared/rules/workspace/comments.ts';
import { mentionsIn } from '#shared/rules/workspace/mentions.ts';
import { namesOfThings, requirePlace } from '../attachments/index.ts';
import { listPeople } from '../people/index.ts';
import { listComments, toComment } from './rows.ts';
import { markSeen } from './seen.ts';

type Names =
  'comments.list' | 'comments.add' | 'comments.update' | 'comments.remove' | 'comments.seen';

/** A closed release takes comments too: what is learnt of it is often learnt afterwards. */
export const comments: Handlers<Names> = {
  'comments.list': (input, { store, actorId }) => listComments(store, input, actorId()),
  'comments.add': (input, context) => addComment(input, context),
  'comments.update': (input, context) => updateComment(input, context),
  'comments.remove': ({ id }, context) => removeComment(id, context),
  'comments.seen': (input, context) => markSeen(input, context),
};

function addComment({ text, ...place }: Parsed<'comments.add'>, context: Context): Comment {
  const { store } = context;
  const byId = context.requireActor();
  const row = context.transact((write) => {
    requirePlace(store, place);
    const mentions = mentionsIn(text, listPeople(store));
    return write.insert(comment, { ...place, text, mentions, at: write.now, byId });
  });
  return ownComment(store, row);
}

function updateComment({ id, text, rev }: Parsed<'comments.update'>, context: Context): Comment {
  const { store } = context;
  const row = context.transact((write) => {
    const before = write.find(comment, id);
    requireAuthor(before.byId, context.requireActor(), nameOf(store, before.byId), 'changed');
    if (before.text === text) return before;
    const mentions = mentionsIn(text, listPeople(store));
    return write.update(comment, id, { text, mentions, editedAt: write.now }, rev);
  });
  return ownComment(store, row);
}

function removeComment(id: string, context: Context): { id: string } {
  context.transact((write) => {
    const { byId } = write.find(comment, id);
    requireAuthor(byId, context.requireActor(), nameOf(context.store, byId), 'removed');
    write.remove(comment, id);
  });
  return { id };
}

function nameOf(store: Store, personId: string): string {
  return listPeople(store).find(({ id }) => id === personId)?.name ?? 'somebody who left';
}

/** As its author sees it: read. */
function ownComment(store: Store, row: Row<typeof comment>): Comment {
  return toComment({ ...row, seenAt: null }, namesOfThings(store, row.releaseId), row.byId);
}
