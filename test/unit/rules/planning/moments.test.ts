import { describe, expect, it } from 'vitest';
import { compareThings, thingsAfter } from '#shared/rules/planning/moments.ts';
import type { MomentEntry } from '#shared/rules/planning/moments.ts';

const here = { releaseId: [null, 'r'] } as const;
const entries: MomentEntry[] = [
  { entity: 'release', entityId: 'r', op: 'insert', fields: { name: [null, 'Payments 4.2'] } },
  { entity: 'gate', entityId: 'g', op: 'insert', fields: { ...here, name: [null, 'QA'] } },
  { entity: 'risk', entityId: 'k', op: 'insert', fields: { ...here, impact: [null, 3] } },
  { entity: 'scope_item', entityId: 's', op: 'insert', fields: { ...here, title: [null, 'A'] } },
  { entity: 'risk', entityId: 'k', op: 'update', fields: { impact: [3, 5] } },
  { entity: 'scope_item', entityId: 's', op: 'delete', fields: {} },
  { entity: 'scope_item', entityId: 's', op: 'update', fields: { deletedHlc: ['0', null] } },
  { entity: 'scope_item', entityId: 's', op: 'update', fields: { releaseId: ['r', 'other'] } },
];
const after = (count: number) => thingsAfter(entries.slice(0, count), 'r');
const ids = (count: number) => after(count).map(({ id }) => id);

describe('A release at a moment', () => {
  it('is what its entries made of it by then, without what people decided', () => {
    expect(ids(0)).toEqual([]);
    expect(ids(4)).toEqual(['r', 'k', 's']);
    expect(
      after(5)
        .find(({ id }) => id === 'k')
        ?.fields.get('impact'),
    ).toBe(5);
  });

  it('has no longer what was removed or moved, and again what came back', () => {
    expect(ids(6)).toEqual(['r', 'k']);
    expect(ids(7)).toEqual(['r', 'k', 's']);
    expect(ids(8)).toEqual(['r', 'k']);
    expect(thingsAfter(entries, 'other').map(({ id }) => id)).toEqual(['s']);
  });
});

describe('Two moments', () => {
  it('differ by things that came, went and changed, in the order they are read', () => {
    const compared = compareThings(after(2), after(5));
    expect(compared.map(({ id, state }) => [id, state])).toEqual([
      ['r', 'same'],
      ['s', 'added'],
      ['k', 'added'],
    ]);
    const later = compareThings(after(4), after(6));
    expect(later.find(({ id }) => id === 'k')?.fields).toEqual([
      { field: 'impact', from: 3, to: 5, differs: true },
    ]);
    expect(later.find(({ id }) => id === 's')?.state).toBe('removed');
  });

  it('are the same where nothing stands instead of empty text', () => {
    const empty: MomentEntry = {
      entity: 'release',
      entityId: 'r',
      op: 'update',
      fields: { notes: [null, ''] },
    };
    expect(
      compareThings(after(1), thingsAfter([...entries.slice(0, 1), empty], 'r'))[0]?.state,
    ).toBe('same');
  });
});
