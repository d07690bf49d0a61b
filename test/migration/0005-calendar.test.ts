import { describe, expect, it } from 'vitest';
import { verifyJournal } from '#core/database/journal/verify.ts';
import { migrate, schemaVersion } from '#core/database/migrate.ts';
import { migrations, oldFile } from './old-file.ts';

/** A file of the version before, with somebody, and a release that has a task. */
function withTask() {
  const { database, path, insert } = oldFile(4);
  const person = { name: 'Mara Okafor', email: '' };
  const ownerId = insert('person', { ...person, roles: '[]' }, person);
  const shared = { number: 1, name: 'Payments 4.2', type: 'minor', phase: 'build', notes: '' };
  const releaseId = insert(
    'release',
    {
      ...{ ...shared, owner_id: ownerId, requester_id: ownerId },
      ...{ change_number: '', data_migration: 0, created_at: 5 },
    },
    { ...shared, ownerId, requesterId: ownerId, createdAt: 5 },
  );
  const task = { kind: 'task', title: 'Freeze', note: '', position: 'a0' };
  insert(
    'task',
    { ...task, release_id: releaseId, duration_days: 2, predecessor_ids: '[]' },
    {
      kind: 'task',
      title: 'Freeze',
      releaseId,
      durationDays: 2,
      predecessorIds: '[]',
      order: 'a0',
    },
  );
  return { database, path };
}

describe('The migration of windows, bookings and trains', () => {
  it('keeps what was there: releases of no train and no parent, tasks that stand for themselves', () => {
    const { database, path } = withTask();
    migrate(database, path, migrations.slice(0, 5));
    expect(schemaVersion(database)).toBe(5);
    expect(database.prepare('SELECT name, parent_id, train_id FROM release').all()).toEqual([
      { name: 'Payments 4.2', parent_id: null, train_id: null },
    ]);
    expect(database.prepare('SELECT title, mark, made_on FROM task').all()).toEqual([
      { title: 'Freeze', mark: null, made_on: null },
    ]);
    database.close();
  });

  it('leaves a file whose journal still says what its rows say', () => {
    const { database, path } = withTask();
    migrate(database, path, migrations);
    const told = verifyJournal(database).findings.filter(({ what }) =>
      /parentId|trainId|trainOn|mark|madeOn|holidayCalendarId/.test(what),
    );
    expect(told).toEqual([]);
    database.close();
  });
});
