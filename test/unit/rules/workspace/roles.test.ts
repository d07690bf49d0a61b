import { describe, expect, it } from 'vitest';
import { askedFor, holdsRole, roleWords, soleHolder } from '#shared/rules/workspace/roles.ts';

const ann = { id: 'ann', roles: ['qa-lead', 'operations'] };
const tom = { id: 'tom', roles: ['operations'] };
const assigned = [
  { roleKey: 'qa-lead', personId: 'tom' },
  { roleKey: 'operations', personId: null },
];

describe('roles', () => {
  it('have a sole holder only when exactly one person holds them', () => {
    expect(soleHolder('qa-lead', [ann, tom])).toBe('ann');
    expect(soleHolder('operations', [ann, tom])).toBeNull();
    expect(soleHolder('compliance', [ann, tom])).toBeNull();
  });

  it('are held in the workspace, or on the release', () => {
    expect(holdsRole(ann, 'qa-lead', [])).toBe(true);
    expect(holdsRole(tom, 'qa-lead', [])).toBe(false);
    expect(holdsRole(tom, 'qa-lead', assigned)).toBe(true);
    expect(holdsRole(ann, 'qa-lead', assigned)).toBe(true);
  });

  it('ask the one assigned on the release before all others', () => {
    expect(askedFor('qa-lead', [ann, tom], assigned)).toEqual(['tom']);
    expect(askedFor('operations', [ann, tom], assigned)).toEqual(['ann', 'tom']);
    expect(askedFor('compliance', [ann, tom], assigned)).toEqual([]);
  });

  it('read in the middle of a sentence as people write them', () => {
    const names = new Map([
      ['qa-lead', 'QA lead'],
      ['security-lead', 'Security lead'],
    ]);
    expect(roleWords('qa-lead', names)).toBe('QA lead');
    expect(roleWords('security-lead', names)).toBe('security lead');
    expect(roleWords('pen-tester', names)).toBe('pen-tester');
  });
});
