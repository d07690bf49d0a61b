import { createHash } from 'node:crypto';
import type { Context } from '#core/context.ts';
import { attachment } from '#core/database/schema/attached.ts';
import { iso } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import { locateFile } from '#core/given-file.ts';
import type { Parsed } from '#shared/contract/index.ts';
import { Refusal } from '#shared/model/refusal.ts';
import type { Attachment } from '#shared/model/workspace/attached.ts';
import { formatWhen } from '#shared/rules/planning/zoned-time.ts';
import { safeFileName } from '#shared/rules/workspace/attachment-names.ts';
import { mediaTypeOf } from '#shared/rules/workspace/media-types.ts';
import { listPeople } from '../people/index.ts';
import { readWorkspace } from '../workspace/index.ts';
import { namesOfThings, requirePlace } from './places.ts';
import { readGiven } from './read-given.ts';
import { sameFile, toAttachment } from './rows.ts';

/** Refuses a release that is closed; planning knows which ones are. */
export type RequireOpen = (store: Store, releaseId: string) => unknown;

/** Everything that can be refused is refused before the file is read, and once more when it is kept. */
export async function addAttachment(
  { file, ...place }: Parsed<'attachments.add'>,
  context: Context,
  requireOpen: RequireOpen,
): Promise<Attachment> {
  const { store } = context;
  const byId = context.requireActor();
  const refuse = () => {
    requireOpen(store, place.releaseId);
    requirePlace(store, place);
  };
  refuse();
  const found = locateFile(file, context.platform);
  const name = safeFileName(found.name);
  const content = await readGiven(found.path, name);
  const hash = createHash('sha256').update(content).digest('hex');
  const row = context.transact((write) => {
    refuse();
    refuseTwice(context, place.subjectId, name, hash);
    write.keepContent(hash, content);
    const mediaType = mediaTypeOf(name, content);
    const values = { ...place, name, mediaType, bytes: content.length, hash };
    return write.insert(attachment, { ...values, at: write.now, byId });
  });
  return toAttachment(row, namesOfThings(store, place.releaseId));
}

function refuseTwice({ store, now }: Context, subjectId: string, name: string, hash: string): void {
  const there = sameFile(store, subjectId, hash);
  if (there === undefined) return;
  const who = listPeople(store).find(({ id }) => id === there.byId)?.name ?? 'somebody who left';
  const when = formatWhen(iso(there.at), readWorkspace(store).zone, iso(now));
  const what = there.name === name ? name : `${name} has the same content as ${there.name}, which`;
  throw new Refusal(
    'conflict',
    `${what} is attached here already (by ${who}, ${when}), so nothing was added. Change the file first if it should be another one.`,
  );
}
