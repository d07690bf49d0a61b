import { describe, expect, it } from 'vitest';
import {
  dueOf,
  lackOf,
  mineOf,
  openBefore,
  ownerOf,
  refuseAddress,
  refuseAfter,
  standingOf,
} from '#shared/rules/governance/checklist-terms.ts';
import { dueWords } from '#shared/rules/governance/checklist-templates.ts';
import { checklistWaiting } from '#shared/rules/reports/checklist-waiting.ts';
import type { ChecklistRow } from '#shared/model/governance/checklists.ts';

describe('owner and date of an item', () => {
  it('come of role and start until they are set by hand', () => {
    const roles = [{ roleKey: 'operations', personId: 'ana' }];
    expect(ownerOf({ ownerId: null, ownerRole: 'operations' }, roles)).toBe('ana');
    expect(ownerOf({ ownerId: 'jon', ownerRole: 'operations' }, roles)).toBe('jon');
    expect(ownerOf({ ownerId: null, ownerRole: 'qa-lead' }, roles)).toBeNull();
    expect(dueOf({ dueOn: null, dueDaysBefore: 3 }, '2026-03-01')).toBe('2026-02-26');
    expect(dueOf({ dueOn: null, dueDaysBefore: -3 }, '2026-12-30')).toBe('2027-01-02');
    expect(dueOf({ dueOn: '2026-01-05', dueDaysBefore: 3 }, '2026-03-01')).toBe('2026-01-05');
    expect(dueOf({ dueOn: null, dueDaysBefore: 3 }, null)).toBeNull();
    expect([dueWords(1), dueWords(0), dueWords(-2), dueWords(null)]).toEqual([
      ...['1 day before the start', 'on the day of the start', '2 days after the start'],
      'no date',
    ]);
  });

  it('say whose it is, and how late', () => {
    const ana = { id: 'ana', roles: ['operations'] };
    expect(mineOf('ana', null, ana)).toBe('owner');
    expect(mineOf(null, 'operations', ana)).toBe('role');
    expect(mineOf('jon', 'operations', ana)).toBe('no');
    expect(mineOf('ana', null, null)).toBe('no');
    const on = (due: string | null) => standingOf('open', due, '2026-11-20');
    expect(on('2026-11-19')).toBe('overdue');
    expect(on('2026-11-20')).toBe('soon');
    expect(on('2026-11-27')).toBe('soon');
    expect(on('2026-11-28')).toBe('later');
    expect(on(null)).toBe('undated');
    expect(standingOf('done', '2026-11-19', '2026-11-20')).toBe('settled');
  });
});

describe('evidence', () => {
  it('lacks what is asked for and not given', () => {
    const bare = { evidence: '', evidenceUrl: '', evidenceAttachmentId: null };
    expect(lackOf({ ...bare, evidenceWish: 'nothing' })).toBeNull();
    expect(lackOf({ ...bare, evidence: ' ', evidenceWish: 'note' })).toBe('note');
    expect(lackOf({ ...bare, evidence: 'see wiki', evidenceWish: 'link' })).toBe('link');
    expect(lackOf({ ...bare, evidence: 'https://a.test', evidenceWish: 'link' })).toBeNull();
    expect(lackOf({ ...bare, evidence: 'x', evidenceWish: 'file' })).toBe('file');
  });

  it('links to the web alone', () => {
    refuseAddress('https://scan.example.test/1');
    for (const url of ['javascript:alert(1)', 'file:///etc/passwd', 'https://', 'wiki']) {
      expect(() => refuseAddress(url)).toThrow('expected to begin with https://');
    }
  });
});

describe('what goes before an item', () => {
  const node = (id: string, afterIds: string[], state: 'open' | 'done' = 'open') => ({
    ...{ id, text: id.toUpperCase(), afterIds, state },
  });

  it('is what is open of it; one that is gone holds nothing', () => {
    const list = [node('a', []), node('b', [], 'done')];
    expect(openBefore(node('c', ['a', 'b', 'gone']), list).map(({ id }) => id)).toEqual(['a']);
  });

  it('is never the item itself, by any way, nor one of another list', () => {
    const list = [node('a', []), node('b', ['a'])];
    expect(() => refuseAfter(node('a', ['b']), list)).toThrow('“A” → “B” → “A”');
    expect(() => refuseAfter(node('a', ['a']), list)).toThrow('“A” → “A”');
    expect(() => refuseAfter(node('a', ['z']), list)).toThrow('not on the checklist');
    refuseAfter(node('c', ['a', 'b']), list);
  });
});

describe('what is due from somebody', () => {
  const row = (id: string, more: Partial<ChecklistRow>): ChecklistRow => ({
    ...{ id, rev: 1, releaseId: 'r', release: 'Payments 4.2', releasePhase: 'build', order: 'a' },
    ...{ phase: 'build', text: `Item ${id}`, state: 'open', evidence: '', reason: '' },
    ...{ setById: null, setAt: null, ownerId: null, ownerRole: null, dueOn: null },
    ...{ dueDaysBefore: null, evidenceWish: 'nothing', evidenceUrl: '', why: '', afterIds: [] },
    ...{ evidenceAttachmentId: null, templateVersionId: null, templateName: '', waitsFor: [] },
    ...{ templateKey: null, owner: null, due: '2026-11-21', startAt: null, waitsForTexts: [] },
    ...{ standing: 'soon', mine: 'owner', ...more },
  });
  const told = (...rows: ChecklistRow[]) =>
    checklistWaiting(rows, '2026-11-20').map(({ what, due, late }) => ({ what, due, late }));

  it('is one thing for a release, with the earliest date', () => {
    expect(told(row('a', {}), row('b', { due: '2026-11-19' }))).toEqual([
      { what: 'Settle 2 checklist items of Payments 4.2', due: 'was due Thu 19 Nov', late: true },
    ]);
    expect(told(row('a', {}))).toMatchObject([{ what: 'Settle “Item a”', late: false }]);
  });

  it('leaves out what is further ahead, of a role, or settled', () => {
    const far = row('a', { due: '2026-11-23' });
    expect(told(far, row('b', { mine: 'role' }), row('c', { state: 'done' }))).toEqual([]);
  });
});
