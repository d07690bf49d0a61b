import { asc, eq } from 'drizzle-orm';
import type { Context } from '#core/context.ts';
import { connection, followedVersion } from '#core/database/schema/delivery.ts';
import { ofReleases } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Write } from '#core/database/write.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { FollowedVersion } from '#shared/model/delivery/tickets.ts';
import { requireOpenRelease } from '../../planning/releases/index.ts';
import { requireConnection } from '../connections/index.ts';

/** The fix versions and milestones a release is made of. */
export function listFollowed(store: Store, releaseId: string): FollowedVersion[] {
  return store.orm
    .select({
      id: followedVersion.id,
      rev: followedVersion.rev,
      releaseId: followedVersion.releaseId,
      connectionId: followedVersion.connectionId,
      connectionName: connection.name,
      name: followedVersion.name,
    })
    .from(followedVersion)
    .innerJoin(connection, eq(connection.id, followedVersion.connectionId))
    .where(ofReleases(followedVersion, [releaseId]))
    .orderBy(asc(followedVersion.name), asc(followedVersion.id))
    .all();
}

type Followed = { releaseId: string; connectionId: string; name: string };

/** Once for a release: what it follows already is left as it is. */
export function writeFollowed(write: Write, store: Store, wanted: Followed): void {
  const isThere = listFollowed(store, wanted.releaseId).some(
    (each) => each.connectionId === wanted.connectionId && each.name === wanted.name,
  );
  if (!isThere) write.insert(followedVersion, wanted);
}

export function followVersion(
  input: Parsed<'tickets.follow'>,
  context: Context,
): Output<'tickets.follow'> {
  const { store } = context;
  requireOpenRelease(store, input.releaseId);
  requireConnection(store, input.connectionId);
  context.transact((write) => writeFollowed(write, store, input));
  return listFollowed(store, input.releaseId);
}

export function unfollowVersion(
  { id }: Parsed<'tickets.unfollow'>,
  context: Context,
): Output<'tickets.unfollow'> {
  context.transact((write) => {
    requireOpenRelease(context.store, write.find(followedVersion, id).releaseId);
    write.remove(followedVersion, id);
  });
  return { id };
}
