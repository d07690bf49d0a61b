import { describe, expect, it } from 'vitest';
import { verifyJournal } from '#core/database/journal/verify.ts';
import { migrate, schemaVersion } from '#core/database/migrate.ts';
import { migrations, oldFile } from './old-file.ts';

/** A file of the version before: a release with a risk, an item to tick and a gate that was asked about. */
function withGate() {
  const { database, path, insert } = oldFile(5);
  const person = { name: 'Mara Okafor', email: '' };
  const ownerId = insert('person', { ...person, roles: '[]' }, person);
  const shared = { number: 1, name: 'Payments 4.2', type: 'minor', phase: 'build', notes: '' };
  const releaseId = insert(
    'release',
    {
      ...{ ...shared, owner_id: ownerId, requester_id: ownerId },
      ...{ change_number: '', data_migration: 0, created_at: 5 },
    },
    { ...shared, ownerId, requesterId: ownerId, createdAt: 5, changeNumber: '' },
  );
  const risk = {
    title: 'Rates are wrong',
    likelihood: 3,
    impact: 4,
    mitigation: '',
    state: 'open',
  };
  insert('risk', { ...risk, release_id: releaseId }, { ...risk, releaseId });
  const item = { phase: 'build', text: 'Tests are green', state: 'open', evidence: '', reason: '' };
  insert(
    'checklist_item',
    { ...item, release_id: releaseId, position: 'a0' },
    { ...item, releaseId, order: 'a0' },
  );
  const gate = { key: 'peer-review', name: 'Peer review', phase: 'build', why: 'Four eyes.' };
  const lists = { places: '[]', facts: '[]' };
  const gateId = insert(
    'gate',
    { ...gate, ...lists, release_id: releaseId, check_kind: 'decision', position: 'a0' },
    { ...gate, releaseId, check: 'decision', order: 'a0' },
  );
  insert(
    'approval_request',
    { note: '', release_id: releaseId, gate_id: gateId, requested_by_id: ownerId, requested_at: 5 },
    { note: '', releaseId, gateId, requestedById: ownerId, requestedAt: 5 },
  );
  return { database, path };
}

describe('The migration of policies, evidence and meetings', () => {
  it('keeps what was there: gates of their template, with all their places and without limits', () => {
    const { database, path } = withGate();
    migrate(database, path, migrations.slice(0, 6));
    expect(schemaVersion(database)).toBe(6);
    expect(
      database.prepare('SELECT name, source, needed, in_order, limits, due_on FROM gate').all(),
    ).toEqual([
      {
        name: 'Peer review',
        source: 'template',
        needed: null,
        in_order: 0,
        limits: '{}',
        due_on: null,
      },
    ]);
    expect(database.prepare('SELECT category, residual_impact FROM risk').all()).toEqual([
      { category: '', residual_impact: null },
    ]);
    expect(database.prepare('SELECT evidence_wish, after_ids FROM checklist_item').all()).toEqual([
      { evidence_wish: 'nothing', after_ids: '[]' },
    ]);
    expect(database.prepare('SELECT standard_change FROM release').get()).toEqual({
      standard_change: 0,
    });
    database.close();
  });

  it('leaves a file whose journal still says what its rows say', () => {
    const { database, path } = withGate();
    migrate(database, path, migrations);
    // Lists and yes or no are journaled as such, which this old file could not write.
    const told = verifyJournal(database).findings.filter(
      ({ what }) => !/^(places|facts|roles|dataMigration) /.test(what),
    );
    expect(told).toEqual([]);
    database.close();
  });
});
