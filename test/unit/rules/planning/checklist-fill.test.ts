import { describe, expect, it } from 'vitest';
import type { ChecklistTemplateItem } from '#shared/model/governance/checklist-templates.ts';
import {
  askedItems,
  audienceWords,
  checklistOfNew,
  fittingSources,
  missingItems,
} from '#shared/rules/planning/templates/checklist-fill.ts';
import type { ChecklistSource } from '#shared/rules/planning/templates/checklist-fill.ts';

const item = (key: string, more: Partial<ChecklistTemplateItem> = {}): ChecklistTemplateItem => ({
  ...{ key, text: `All of ${key}`, phase: 'build', ownerRole: 'operations', dueDaysBefore: 2 },
  ...{ evidence: 'note', after: [], types: [], bands: [], ...more },
});

const source = (
  templateId: string | null,
  items: ChecklistTemplateItem[],
  more: Partial<ChecklistSource['content']> = {},
): ChecklistSource => ({
  ...{ templateId, versionId: templateId && `${templateId}-1`, name: templateId ?? 'Shipped' },
  content: { types: [], bands: [], items, ...more },
});

const minor = { type: 'minor', band: null } as const;
const planned = { phase: 'build', text: 'All of  A', order: 'a0' } as const;

describe('which templates are for a release', () => {
  it('are the workspace’s own where one fits, else the shipped one', () => {
    const shipped = source(null, []);
    const own = source('own', [], { types: ['minor'] });
    expect(fittingSources([own, shipped], minor)).toEqual([own]);
    expect(fittingSources([own, shipped], { type: 'major', band: 'low' })).toEqual([shipped]);
  });

  it('leave out what is for a band while nobody can tell the band', () => {
    const high = source('own', [item('a', { bands: ['high'] }), item('b')]);
    const keys = (band: 'high' | 'low' | null) =>
      askedItems(high, { type: 'minor', band }).map(({ templateKey }) => templateKey);
    expect(keys(null)).toEqual(['b']);
    expect(keys('low')).toEqual(['b']);
    expect(keys('high')).toEqual(['a', 'b']);
  });
});

describe('the checklist of a new release', () => {
  it('is told the terms of what its release template brings, and gains nothing from the shipped one', () => {
    const items = checklistOfNew([planned], [source(null, [item('a'), item('b')])], 'minor');
    expect(items).toMatchObject([
      { ...planned, templateKey: 'a', ownerRole: 'operations', evidenceWish: 'note' },
    ]);
  });

  it('gains what own templates ask for beside, once, and in order behind', () => {
    const own = [source('x', [item('a'), item('b')]), source('y', [item('b'), item('c')])];
    const items = checklistOfNew([planned], own, 'minor');
    expect(items.map(({ templateKey }) => templateKey)).toEqual(['a', 'b', 'c']);
    expect(items.map(({ order }) => order)).toEqual(items.map(({ order }) => order).toSorted());
  });
});

describe('what a list left out', () => {
  it('is told by key, or by the same words before the same phase', () => {
    const asked = askedItems(source(null, [item('a'), item('b'), item('c')]), minor);
    const list = [
      { phase: 'planning', text: 'Renamed since', templateKey: 'a' },
      { phase: 'build', text: ' ALL of   b ', templateKey: null },
      { phase: 'planning', text: 'All of c', templateKey: null },
    ] as const;
    expect(missingItems(asked, list).map(({ templateKey }) => templateKey)).toEqual(['c']);
  });
});

it('says whom something is for', () => {
  expect(audienceWords([], [])).toBe('every release');
  expect(audienceWords(['major', 'minor', 'patch'], [])).toBe('major, minor and patch releases');
  expect(audienceWords([], ['high', 'critical'])).toBe('releases of high or critical risk');
});
