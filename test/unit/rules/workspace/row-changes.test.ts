import { describe, expect, it } from 'vitest';
import { clashesOf, rowChanges } from '#shared/rules/workspace/row-changes.ts';
import type { JournalChange, RowState } from '#shared/rules/workspace/row-changes.ts';

const item = { entity: 'scope_item', entityId: 'a' };
const gate = { entity: 'gate', entityId: 'g' };

describe('What a command did to a row', () => {
  it('is one change however many entries it wrote', () => {
    const entries: JournalChange[] = [
      { ...item, op: 'update', fields: { title: ['A', 'B'] } },
      { ...item, op: 'update', fields: { title: ['B', 'C'], note: ['', 'x'] } },
    ];
    expect(rowChanges(entries)).toEqual([
      {
        ...item,
        before: { alive: true, fields: { title: 'A', note: '' } },
        after: { alive: true, fields: { title: 'C', note: 'x' } },
      },
    ]);
  });

  it('is a coming, a going or a coming back', () => {
    const made = rowChanges([{ ...item, op: 'insert', fields: { title: [null, 'A'] } }]);
    expect(made[0]).toMatchObject({
      before: { alive: false, fields: {} },
      after: { alive: true, fields: { title: 'A' } },
    });
    const removed = rowChanges([{ ...item, op: 'delete', fields: {} }]);
    expect(removed[0]).toMatchObject({ before: { alive: true }, after: { alive: false } });
    const back = { ...item, op: 'update', fields: { deletedHlc: ['0', null] } } as const;
    expect(rowChanges([back])[0]).toEqual({
      ...item,
      before: { alive: false, fields: {} },
      after: { alive: true, fields: {} },
    });
  });

  it('puts nothing back into a row that it made and then changed', () => {
    const entries: JournalChange[] = [
      { ...item, op: 'insert', fields: { title: [null, 'A'] } },
      { ...item, op: 'update', fields: { title: ['A', 'B'] } },
    ];
    expect(rowChanges(entries)[0]).toMatchObject({
      before: { alive: false, fields: {} },
      after: { fields: { title: 'B' } },
    });
  });
});

describe('A command clashes with what came later', () => {
  const changes = rowChanges([
    { ...item, op: 'update', fields: { title: ['A', 'B'], roles: [[], ['qa']] } },
    { ...gate, op: 'update', fields: { why: ['old', 'new'] } },
  ]);
  const now = (state: RowState) => clashesOf(changes, () => state);

  it('not where every value is as it left it', () => {
    expect(now({ alive: true, fields: { title: 'B', roles: ['qa'], note: 'else' } })).toEqual([]);
  });

  it('where a value is another one now, field by field', () => {
    expect(now({ alive: true, fields: { title: 'C', roles: ['qa'] } })).toEqual([
      { ...item, field: 'title', left: 'B', now: 'C' },
    ]);
  });

  it('where the row is gone', () => {
    expect(now({ alive: false, fields: {} })).toEqual([
      { ...item, field: null, left: true, now: false },
    ]);
  });
});
