import { and, asc, eq, gt, ne } from 'drizzle-orm';
import type { Context } from '#core/context.ts';
import { release } from '#core/database/schema/planning.ts';
import { alive, plain } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { requireOpenRelease } from '../releases/index.ts';
import { listScope, writeMove } from '../scope/index.ts';

/** Moves what missed the train to its next release, in one command. */
export function passOn(
  { releaseId, itemIds }: Parsed<'trains.passOn'>,
  context: Context,
): Output<'trains.passOn'> {
  const { store } = context;
  const from = requireOpenRelease(store, releaseId);
  const next = nextOf(store, from);
  const missed = listScope(store, releaseId).filter(
    ({ id, status }) =>
      status !== 'done' && status !== 'dropped' && (itemIds === undefined || itemIds.includes(id)),
  );
  if (missed.length === 0) {
    throw new Refusal(
      'precondition_failed',
      `Nothing of the scope of ${from.name} is open, so nothing missed the train.`,
    );
  }
  context.transact((write) => {
    for (const { id } of missed) {
      writeMove(write, { id, toReleaseId: next.id, lateReason: `Missed ${from.name}` }, context);
    }
  });
  return { toReleaseId: next.id, moved: missed.length };
}

type Release = ReturnType<typeof requireOpenRelease>;

function nextOf(store: Store, { name, trainId, trainOn }: Release) {
  if (trainId === null || trainOn === null) {
    throw new Refusal(
      'precondition_failed',
      `${name} is of no release train. Move its items to another release one by one.`,
    );
  }
  const next = store.orm
    .select(plain(release))
    .from(release)
    .where(
      and(
        alive(release, eq(release.trainId, trainId)),
        ...[gt(release.trainOn, trainOn), ne(release.phase, 'closed')],
      ),
    )
    .orderBy(asc(release.trainOn))
    .get();
  if (next !== undefined) return next;
  throw new Refusal(
    'precondition_failed',
    `The train of ${name} has no later release yet. Generate the next one first.`,
  );
}
