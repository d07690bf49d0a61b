import type { Context } from '#core/context.ts';
import { partsOf } from '#core/database/plain-rows.ts';
import { task } from '#core/database/schema/plan.ts';
import type { Store } from '#core/database/store.ts';
import type { Parsed } from '#shared/contract/index.ts';
import type { Task } from '#shared/model/planning/plan.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { orderAfter } from '#shared/rules/planning/order.ts';
import { settleTask } from '#shared/rules/planning/task-draft.ts';
import { listPeople } from '../../workspace/people/index.ts';
import { requireOpenRelease } from '../releases/index.ts';
import { readDays, toTask } from './plan.ts';

type Input = Parsed<'tasks.save'>;

/** What a day of planning brings; a plan beyond it belongs into a tool for projects. */
const mostTasks = 500;

export function saveTask(input: Input, context: Context): Task {
  const { id, rev, releaseId, endOn: _endOn, ...given } = input;
  requirePerson(context.store, given.ownerId);
  const row = context.transact((write) => {
    if (id === undefined) return write.insert(task, added(input, context));
    const before = toTask(write.find(task, id));
    refuseOtherRelease(before.releaseId, releaseId);
    requireOpenRelease(context.store, before.releaseId);
    const { others, days } = around(context, before.releaseId, id);
    return write.update(task, id, { ...given, ...settleTask(input, before, others, days) }, rev);
  });
  return toTask(row);
}

function added(input: Input, context: Context): Omit<Task, 'id' | 'rev'> {
  const { releaseId, title, ownerId = null, startOn = null, doneOn = null, note = '' } = input;
  if (releaseId === undefined || title === undefined) {
    throw new Refusal(
      'invalid_input',
      'To add a task, give the id of its release and a title; to change one, give its id.',
      title === undefined
        ? { title: 'is missing; say what is to be done' }
        : { releaseId: 'is missing' },
    );
  }
  const { name } = requireOpenRelease(context.store, releaseId);
  const { others, days } = around(context, releaseId, null);
  if (others.length >= mostTasks) {
    throw new Refusal(
      'precondition_failed',
      `The plan of ${name} has ${mostTasks} tasks already. Put several of them together, or take out what is not needed.`,
    );
  }
  const {
    kind = 'task',
    durationDays = 1,
    predecessorIds = [],
  } = settleTask(input, null, others, days);
  const order = orderAfter(others.at(-1)?.order ?? null, null);
  return {
    ...{ releaseId, kind, title, startOn, durationDays, ownerId },
    ...{ predecessorIds, doneOn, note, order },
  };
}

/** The other tasks of the release, and the days its plan is reckoned with. */
function around({ store, now }: Context, releaseId: string, id: string | null) {
  const rows = partsOf(store, task, [releaseId], 'order')(releaseId);
  return {
    others: rows.filter((row) => row.id !== id).map(toTask),
    days: readDays(store, [releaseId], now)(releaseId),
  };
}

function requirePerson(store: Store, ownerId: string | null | undefined): void {
  if (typeof ownerId !== 'string') return;
  if (listPeople(store).some((person) => person.id === ownerId)) return;
  const message = 'is nobody of this workspace; choose a person';
  throw new Refusal('invalid_input', `The owner ${message}.`, { ownerId: message });
}

function refuseOtherRelease(own: string, given: string | undefined): void {
  if (given === undefined || given === own) return;
  throw new Refusal(
    'invalid_input',
    'The task belongs to another release, and tasks do not move. Leave the release out, or add the task there.',
    { releaseId: 'is not the release of this task' },
  );
}
