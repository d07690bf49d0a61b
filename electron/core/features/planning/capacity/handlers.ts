import { eq } from 'drizzle-orm';
import type { Context, Handlers } from '#core/context.ts';
import { commitment } from '#core/database/schema/calendar.ts';
import { iso, oneOf } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Parsed } from '#shared/contract/index.ts';
import type { Commitment, CommitmentView } from '#shared/model/planning/bookings.ts';
import { checkCommitment, requireMonday } from '#shared/rules/planning/capacity/capacity.ts';
import { dateIn, plusDays } from '#shared/rules/planning/zoned-time.ts';
import { listPeople, listRoles } from '../../workspace/people/index.ts';
import { readWorkspace } from '../../workspace/workspace/index.ts';
import { requireOpenRelease, requireRelease } from '../releases/index.ts';
import { readCapacity } from './get.ts';
import { commitmentsWhere } from './rows.ts';

type Names =
  | 'capacity.get'
  | 'capacity.commitments'
  | 'capacity.commit'
  | 'capacity.update'
  | 'capacity.uncommit';

export const capacity: Handlers<Names> = {
  'capacity.get': (input, { store, now }) => readCapacity(store, input, now),
  'capacity.commitments': ({ releaseId }, { store }) => {
    requireRelease(store, releaseId);
    return commitmentsWhere(store, eq(commitment.releaseId, releaseId));
  },
  'capacity.commit': (input, context) => commit(input, context),
  'capacity.update': (input, context) => update(input, context),
  'capacity.uncommit': ({ id }, context) => {
    context.transact((write) => {
      requireOpenRelease(context.store, write.find(commitment, id).releaseId);
      write.remove(commitment, id);
    });
    return { id };
  },
};

function commit(
  { weeks, ...values }: Parsed<'capacity.commit'>,
  context: Context,
): CommitmentView[] {
  const { store } = context;
  requireOpenRelease(store, values.releaseId);
  check(values, context);
  const mondays = Array.from({ length: weeks }, (_, place) => plusDays(values.weekOn, place * 7));
  const ids = context.transact((write) =>
    mondays.map((weekOn) => write.insert(commitment, { ...values, weekOn }).id),
  );
  return byIds(store, ids);
}

function update(
  { id, rev, ...patch }: Parsed<'capacity.update'>,
  context: Context,
): CommitmentView {
  const { store } = context;
  context.transact((write) => {
    const before = write.find(commitment, id);
    requireOpenRelease(store, before.releaseId);
    const { roleKey = before.roleKey, weekOn = before.weekOn } = patch;
    const personId = patch.personId === undefined ? before.personId : patch.personId;
    const isSame =
      roleKey === before.roleKey && weekOn === before.weekOn && personId === before.personId;
    // Somebody may have left since, or given the role up: other fields can still be changed.
    if (!isSame) check({ roleKey, weekOn, personId }, context);
    write.update(commitment, id, patch, rev);
  });
  const [view] = byIds(store, [id]);
  if (view === undefined) throw new Error('A commitment that was just written is not there');
  return view;
}

function check(
  wanted: Pick<Commitment, 'roleKey' | 'personId' | 'weekOn'>,
  { store, now }: Context,
): void {
  requireMonday(wanted.weekOn, 'weekOn', dateIn(iso(now), readWorkspace(store).zone));
  checkCommitment(wanted, listRoles(store), listPeople(store));
}

function byIds(store: Store, ids: readonly string[]): CommitmentView[] {
  return commitmentsWhere(store, oneOf(commitment.id, ids));
}
