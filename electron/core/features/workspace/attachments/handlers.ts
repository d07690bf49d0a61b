import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Context, Handlers } from '#core/context.ts';
import { rowOf } from '#core/database/plain-rows.ts';
import { attachment, attachmentContent } from '#core/database/schema/attached.ts';
import type { Store } from '#core/database/store.ts';
import type { Output } from '#shared/contract/index.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { addAttachment } from './add.ts';
import type { RequireOpen } from './add.ts';
import { namesOfThings } from './places.ts';
import { listAttachments, toAttachment } from './rows.ts';

type Names = 'attachments.list' | 'attachments.get' | 'attachments.add' | 'attachments.remove';

export function createAttachments(requireOpen: RequireOpen): Handlers<Names> {
  return {
    'attachments.list': (input, { store }) => listAttachments(store, input),
    'attachments.get': ({ id }, { store }) => getAttachment(id, store),
    'attachments.add': (input, context) => addAttachment(input, context, requireOpen),
    'attachments.remove': ({ id }, context) => removeAttachment(id, context, requireOpen),
  };
}

/** The content is held against its hash each time it is given out: a disk can spoil it unseen. */
function getAttachment(id: string, store: Store): Output<'attachments.get'> {
  const row = rowOf(store, attachment, id);
  if (row === null) {
    throw new Refusal(
      'not_found',
      `There is no attachment with the id ${id}. It may have been removed; reload the page, or undo its removal.`,
    );
  }
  const kept = store.orm
    .select({ content: attachmentContent.content })
    .from(attachmentContent)
    .where(eq(attachmentContent.hash, row.hash))
    .get();
  const isWhole =
    kept !== undefined && createHash('sha256').update(kept.content).digest('hex') === row.hash;
  if (!isWhole) {
    throw new Refusal(
      'precondition_failed',
      `${row.name} is ${kept === undefined ? 'missing from' : 'damaged in'} this workspace: its content no longer has the SHA-256 ${row.hash.slice(0, 12)}… it was attached with, so it is not given out. Attach the original again, or take it from a backup.`,
    );
  }
  return {
    ...toAttachment(row, namesOfThings(store, row.releaseId)),
    content: kept.content.toString('base64'),
  };
}

function removeAttachment(id: string, context: Context, requireOpen: RequireOpen): { id: string } {
  context.transact((write) => {
    requireOpen(context.store, write.find(attachment, id).releaseId);
    write.remove(attachment, id);
  });
  return { id };
}
