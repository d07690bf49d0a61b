import { describe, expect, it } from 'vitest';
import { touchedBy } from '#shared/rules/learning/touching.ts';
import type { TouchableRelease, TouchingLesson } from '#shared/rules/learning/touching.ts';

const at = 1000;

function reasons(lesson: Partial<TouchingLesson>, release: Partial<TouchableRelease> = {}) {
  const held: TouchableRelease = {
    ...{ id: 'r1', services: [{ id: 'pay', name: 'payments' }], risks: [], dataMigration: false },
    ...release,
  };
  return touchedBy(
    held,
    at,
  )({
    ...{ serviceIds: [], tags: [], fromReleaseId: null, addedAt: 0, retiredAt: null },
    ...lesson,
  });
}

const slow = { title: 'The migration takes longer than its window', category: 'Données' };

describe('A lesson touches a release', () => {
  it('that ships one of its services, told once for each', () => {
    expect(reasons({ serviceIds: ['pay', 'other'] })).toEqual(['The release ships payments.']);
    expect(reasons({ serviceIds: ['other'] })).toEqual([]);
    expect(reasons({})).toEqual([]);
  });

  it.each([
    ['longer than', 'word for word in the title of a risk'],
    ['THE  migration', 'in any letters and blanks'],
    ['donnees', 'as the category of a risk, without accents'],
  ])('of whose open risks one is about its tag “%s”: %s', (tag) => {
    expect(reasons({ tags: [tag] }, { risks: [slow] })).toEqual([
      `Its open risk “${slow.title}” is about “${tag}”.`,
    ]);
  });

  it.each(['long', 'migrat', 'takes than', '…'])(
    'not by “%s”, which is no whole word of it',
    (tag) => {
      expect(reasons({ tags: [tag] }, { risks: [slow] })).toEqual([]);
    },
  );

  it('that migrates data, by the tag for it', () => {
    const dataMigration = true;
    expect(reasons({ tags: ['Data migration'] }, { dataMigration })).toEqual([
      'The release migrates data.',
    ]);
    expect(reasons({ tags: ['Data migration'] })).toEqual([]);
  });

  it('neither before it was learned, nor out of use, nor where it was learned', () => {
    const serviceIds = ['pay'];
    expect(reasons({ serviceIds, addedAt: at + 1 })).toEqual([]);
    expect(reasons({ serviceIds, retiredAt: at })).toEqual([]);
    expect(reasons({ serviceIds, retiredAt: at + 1 })).toHaveLength(1);
    expect(reasons({ serviceIds, fromReleaseId: 'r1' })).toEqual([]);
  });
});
