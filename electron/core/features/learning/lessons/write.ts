import type { Context } from '#core/context.ts';
import { rowOf } from '#core/database/plain-rows.ts';
import { lesson, lessonUpdate } from '#core/database/schema/learning.ts';
import { release } from '#core/database/schema/planning.ts';
import type { Store } from '#core/database/store.ts';
import type { Parsed } from '#shared/contract/index.ts';
import type { Lesson } from '#shared/model/learning/lessons.ts';
import { Refusal } from '#shared/model/refusal.ts';
import type { FieldMessages } from '#shared/model/refusal.ts';
import { tidyTags } from '#shared/rules/learning/lesson-terms.ts';
import { listPeople } from '../../workspace/people/index.ts';
import { listServices } from '../../workspace/services/index.ts';
import { requireLesson } from './read.ts';

export function addLesson(input: Parsed<'lessons.add'>, context: Context): Lesson {
  const { store } = context;
  const { updates, ...entered } = input;
  const owners = updates.map(
    ({ ownerId }, index) => [`updates.${index}.ownerId`, ownerId] as const,
  );
  checkNamed(store, entered, [['ownerId', entered.ownerId], ...owners]);
  const id = context.transact((write) => {
    const row = write.insert(lesson, {
      ...entered,
      ...{ serviceIds: [...new Set(entered.serviceIds)], tags: tidyTags(entered.tags) },
      ...{ addedAt: write.now, addedById: write.actorId, retiredAt: null },
    });
    for (const update of updates) {
      write.insert(lessonUpdate, { ...update, lessonId: row.id, doneAt: null, doneById: null });
    }
    return row.id;
  });
  return requireLesson(store, id);
}

export function editLesson(input: Parsed<'lessons.edit'>, context: Context): Lesson {
  const { store } = context;
  const { id, rev, retired, ...patch } = input;
  const before = requireLesson(store, id);
  checkNamed(store, patch, [['ownerId', patch.ownerId]], before);
  const { serviceIds, tags } = patch;
  context.transact((write) =>
    write.update(
      lesson,
      id,
      {
        ...patch,
        ...(serviceIds === undefined ? {} : { serviceIds: [...new Set(serviceIds)] }),
        ...(tags === undefined ? {} : { tags: tidyTags(tags) }),
        // One that is out of use already keeps since when.
        ...(retired === undefined || retired === (before.retiredAt !== null)
          ? {}
          : { retiredAt: retired ? write.now : null }),
      },
      rev,
    ),
  );
  return requireLesson(store, id);
}

export function saveUpdate(input: Parsed<'lessons.saveUpdate'>, context: Context): Lesson {
  const { store } = context;
  const { id, rev, lessonId, done, ...entered } = input;
  const { updates } = requireLesson(store, lessonId);
  const before = updates.find((each) => each.id === id);
  if (id !== undefined && before === undefined) {
    throw new Refusal(
      'not_found',
      `The lesson has nothing to bring up to date with the id ${id}. It may have been removed; open the lesson again.`,
    );
  }
  checkNamed(store, {}, [['ownerId', entered.ownerId]], before);
  context.transact((write) => {
    const mark =
      done === undefined || done === ((before?.doneAt ?? null) !== null)
        ? {}
        : { doneAt: done ? write.now : null, doneById: done ? write.actorId : null };
    if (id !== undefined) return write.update(lessonUpdate, id, { ...entered, ...mark }, rev);
    const { kind, what, ownerId = null, dueOn = null } = entered;
    if (kind === undefined || what === undefined) {
      throw new Refusal(
        'invalid_input',
        'Something to bring up to date needs its kind and what is to be changed. Give both.',
        kind === undefined
          ? { kind: 'is missing' }
          : { what: 'is empty; say what is to be changed' },
      );
    }
    const values = { lessonId, kind, what, ownerId, dueOn };
    return write.insert(lessonUpdate, { ...values, doneAt: null, doneById: null, ...mark });
  });
  return requireLesson(store, lessonId);
}

export function removeUpdate(id: string, context: Context): Lesson {
  const lessonId = context.transact((write) => {
    const row = write.find(lessonUpdate, id);
    write.remove(lessonUpdate, id);
    return row.lessonId;
  });
  return requireLesson(context.store, lessonId);
}

/** A lesson that releases answered stays, or their answers would speak of nothing. */
export function removeLesson(id: string, context: Context): { id: string } {
  const { store } = context;
  const { title, updates } = requireLesson(store, id);
  const count = answeredBy(store, id);
  if (count > 0) {
    throw new Refusal(
      'precondition_failed',
      `${count === 1 ? 'A release has' : `${count} releases have`} answered “${title}”, so it stays. Take it out of use instead: no further release is asked about it.`,
    );
  }
  context.transact((write) => {
    updates.forEach((update) => write.remove(lessonUpdate, update.id));
    write.remove(lesson, id);
  });
  return { id };
}

function answeredBy({ raw }: Store, lessonId: string): number {
  const count = raw
    .prepare<[string], number>(
      `SELECT COUNT(DISTINCT release_id) FROM lesson_answer
       WHERE lesson_id = ? AND deleted_hlc IS NULL`,
    )
    .pluck();
  return count.get(lessonId) ?? 0;
}

type Named = {
  serviceIds?: readonly string[] | undefined;
  fromReleaseId?: string | null | undefined;
};

/**
 * Whatever a lesson names must be there; who was named before may have left since, and stays. All
 * that is wrong is told at once, by field.
 */
function checkNamed(
  store: Store,
  { serviceIds = [], fromReleaseId = null }: Named,
  owners: readonly (readonly [field: string, id: string | null | undefined])[],
  before: { ownerId: string | null } = { ownerId: null },
): void {
  const fields: FieldMessages = {};
  const services = new Set(listServices(store).map(({ id }) => id));
  if (serviceIds.some((id) => !services.has(id))) {
    fields['serviceIds'] = 'names a service that is not in this workspace; choose from the list';
  }
  if (fromReleaseId !== null && rowOf(store, release, fromReleaseId) === null) {
    fields['fromReleaseId'] =
      'is no release of this workspace; choose one, or say where it is from';
  }
  const people = new Map(listPeople(store).map((person) => [person.id, person]));
  for (const [field, id] of owners) {
    if (id === null || id === undefined || id === before.ownerId) continue;
    const person = people.get(id);
    if (person === undefined) fields[field] = 'is nobody of this workspace; choose a person';
    else if (person.leftOn !== null) {
      fields[field] = `${person.name} left on ${person.leftOn}; choose somebody who is here`;
    }
  }
  const messages = Object.entries(fields).map(([field, message]) => `${said(field)} ${message}`);
  if (messages.length === 0) return;
  throw new Refusal('invalid_input', `${messages.join('. ')}.`, fields);
}

function said(field: string): string {
  if (field === 'serviceIds') return 'The list of services';
  return field === 'fromReleaseId' ? 'Where it was learned' : 'The owner';
}
