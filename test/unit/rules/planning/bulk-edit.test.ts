import { describe, expect, it } from 'vitest';
import { bulkChange } from '#shared/model/planning/bulk-edit.ts';
import { bulkEdit } from '#shared/rules/planning/bulk-edit.ts';
import type { BulkSubject } from '#shared/rules/planning/bulk-edit.ts';

const now = '2026-11-20T08:00:00.000Z';
const names = {
  person: (id: string | null) => id ?? 'Nobody',
  role: (key: string) => key.replaceAll('-', ' '),
};
const subject: BulkSubject = {
  ...{ name: 'Payments 4.2', phase: 'build', outcome: null, holdReason: null },
  ...{ ownerId: 'Mara', notes: 'As agreed.', dataMigration: false, leadId: 'p' },
  roles: [{ roleKey: 'qa-lead', personId: null }],
  deployments: [
    {
      ...{ id: 'p', place: 'prod-eu', zone: 'Europe/London', actualStartAt: null },
      startAt: '2026-12-01T22:00:00.000Z',
    },
  ],
};
const edit = (change: Parameters<typeof bulkEdit>[1], release = subject) =>
  bulkEdit(release, change, names, now);

describe('a change of many releases', () => {
  it('says of each what becomes of what', () => {
    const change = {
      ...{ ownerId: 'Jon', note: 'See the board.', dataMigration: true, moveDays: 7 },
      role: { roleKey: 'qa-lead', personId: 'Ana' },
    };
    expect(edit(change).lines).toEqual([
      { what: 'Owner', from: 'Mara', to: 'Jon' },
      { what: 'qa lead', from: 'Nobody', to: 'Ana' },
      { what: 'Notes', from: '', to: '+ See the board.' },
      { what: 'Data migration', from: 'no', to: 'yes; its gates are planned anew' },
      { what: 'Start', from: 'Tue 1 Dec 2026 22:00 London', to: 'Tue 8 Dec 2026 22:00 London' },
    ]);
    expect(edit(change).fields.notes).toBe('As agreed.\n\nSee the board.');
  });

  it('leaves a release alone that is so already', () => {
    const change = { ownerId: 'Mara', dataMigration: false };
    expect(edit(change).lines).toEqual([]);
    expect(edit({ role: { roleKey: 'qa-lead', personId: null } }).lines).toEqual([]);
  });

  it('is refused for a release that ended, lacks the role, has too long notes or nothing ahead', () => {
    expect(() => edit({ ownerId: 'Jon' }, { ...subject, phase: 'closed' })).toThrow('is closed');
    expect(() => edit({ role: { roleKey: 'compliance', personId: 'Ana' } })).toThrow(
      'has no role “compliance”',
    );
    expect(() => edit({ note: 'more' }, { ...subject, notes: 'x'.repeat(20_000) })).toThrow(
      '20,000 is the most',
    );
    expect(() => edit({ moveDays: 1 }, { ...subject, deployments: [], leadId: null })).toThrow(
      'no deployment ahead',
    );
  });

  it('asks for at least one field, and at most a year of days', () => {
    expect(bulkChange.safeParse({}).success).toBe(false);
    expect(bulkChange.safeParse({ moveDays: 400 }).success).toBe(false);
    expect(bulkChange.safeParse({ moveDays: -3 }).success).toBe(true);
  });
});
