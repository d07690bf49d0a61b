import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builtInRoles } from '#shared/model/workspace/people.ts';
import { releaseTemplate } from '#shared/model/planning/templates.ts';
import type { TemplateDraft } from '#shared/model/planning/templates.ts';
import {
  checkTemplate,
  contentOf,
  freeKey,
  problemsInWords,
  templateOfDraft,
} from '#shared/rules/planning/templates/own-templates.ts';
import { templateChanges } from '#shared/rules/planning/templates/template-changes.ts';
import { templateOfRelease } from '#shared/rules/planning/templates/template-of-release.ts';
import { gatesFromTemplate } from '#shared/rules/planning/templates/templates.ts';

const folder = new URL('../../../../test/fixtures/release-templates/', import.meta.url);
const minor = releaseTemplate.parse(
  JSON.parse(readFileSync(new URL('minor.json', folder), 'utf8')),
);
const major = releaseTemplate.parse(
  JSON.parse(readFileSync(new URL('major.json', folder), 'utf8')),
);
const roles = builtInRoles.map(({ key }) => key);

function draft(more: Partial<TemplateDraft> = {}): TemplateDraft {
  return { ...contentOf(minor), ...more };
}

/** The draft with one of its gates changed. */
function withGate(index: number, more: Partial<TemplateDraft['gates'][number]>): TemplateDraft {
  return draft({
    gates: minor.gates.map((gate, at) => (at === index ? { ...gate, ...more } : gate)),
  });
}

function said(wrong: TemplateDraft): string {
  return problemsInWords(checkTemplate(wrong, roles));
}

describe('a template as it is edited', () => {
  it('is right as the program ships it', () => {
    expect(checkTemplate(draft(), roles)).toEqual([]);
    expect(templateOfDraft(draft(), { name: 'Payments', about: 'For payments.' }).name).toBe(
      'Payments',
    );
  });

  it.each([
    [withGate(2, { name: ' ' }), 'Gate 3 (“ ”) has a name that is empty'],
    [
      withGate(2, { name: 'x'.repeat(5000) }),
      `Gate 3 (“${'x'.repeat(40)}…”) has a name that is longer`,
    ],
    [withGate(2, { name: 'Peer review' }), 'Gate 3 (“Peer review”) is called as an earlier one'],
    [withGate(2, { key: 'peer-review' }), 'has the key peer-review, which an earlier gate has'],
    [withGate(2, { key: 'Sign off!' }), 'has the key “Sign off!”; expected lower-case words'],
    [withGate(2, { why: '' }), 'Gate 3 (“QA sign-off”) does not say why it is there'],
    [withGate(2, { places: [] }), 'Gate 3 (“QA sign-off”) is decided by nobody'],
    [
      withGate(2, { places: [{ key: 'a', roleKey: 'wizard' }] }),
      'Gate 3 (“QA sign-off”) has seat 1 for “wizard”, which is no role of this workspace',
    ],
    [withGate(2, { needed: 9 }), 'asks for 9 decisions and has'],
    [withGate(2, { needed: 0 }), 'asks for 0 decisions'],
    [
      withGate(2, { places: [{ key: 'a', roleKey: 'qa-lead' }], inOrder: true }),
      'has one seat, so there is no order; untick it',
    ],
    [withGate(2, { check: 'measure-threshold' }), 'only a policy can say which'],
    [withGate(2, { facts: [] }), 'binds no fact'],
    [withGate(2, { phase: 'closed' }), 'in which nothing is passed'],
    [withGate(2, { when: { anyOf: [] } }), 'has a condition that names nothing'],
    [draft({ roles: ['wizard'] }), 'Role 1 (“wizard”) is no role of this workspace'],
    [draft({ roles: ['qa-lead', 'qa-lead'] }), 'Role 2 (“qa-lead”) stands there already'],
    [
      draft({ checklist: [{ phase: 'build', text: '' }] }),
      'Checklist item 1 is empty; type at least one character.',
    ],
    [
      draft({ leadDays: { build: 3, readiness: 5, postRelease: 1 } }),
      'Readiness begins 5 days before the start, which is before build with 3',
    ],
    [
      draft({ leadDays: { build: Number.NaN, readiness: -1, postRelease: 0.5 } }),
      'The lead of build expects whole days from 0 to 365.',
    ],
  ])('says by its place what is wrong %#', (wrong, words) => {
    expect(said(wrong)).toContain(words);
  });

  it('names the first three and counts the others', () => {
    const items = Array.from({ length: 5 }, () => ({ phase: 'build' as const, text: '' }));
    expect(said(draft({ checklist: items }))).toMatch(/item 3 is empty.* And 2 more\.$/);
  });

  it('lets an automated gate have neither seats nor facts', () => {
    const turned = withGate(2, { check: 'rollback-rehearsed', facts: [] });
    expect(checkTemplate(turned, roles)).toEqual([]);
    const [, , gate] = templateOfDraft(turned, { name: 'A', about: 'b' }).gates;
    expect(gate).toMatchObject({ places: [] });
    expect(gate).not.toHaveProperty('facts');
  });

  it('finds a key nobody uses', () => {
    expect(freeKey('CAB approval', [])).toBe('cab-approval');
    expect(freeKey('CAB approval', ['cab-approval', 'cab-approval-2'])).toBe('cab-approval-3');
    expect(freeKey('审批', [])).toBe('gate');
  });
});

describe('a template of a release', () => {
  const gates = gatesFromTemplate(major, { services: [], dataMigration: false }).map((gate) => ({
    ...gate,
    source: 'template' as const,
  }));
  const shape = {
    type: 'major' as const,
    phases: [
      { phase: 'build' as const, plannedOn: '2026-11-06' },
      { phase: 'readiness' as const, plannedOn: '2026-11-20' },
      { phase: 'deployment' as const, plannedOn: '2026-11-26' },
      { phase: 'post-release' as const, plannedOn: null },
    ],
    roles: [{ roleKey: 'qa-lead' }],
    gates,
    checklist: [{ phase: 'build' as const, text: 'Own item' }],
  };

  it('takes its days, roles, gates and checklist, with the reasons of its template', () => {
    const made = templateOfRelease(shape, major);
    expect(made).toMatchObject({
      leadDays: { build: 20, readiness: 6, postRelease: major.leadDays.postRelease },
      roles: ['qa-lead'],
      checklist: [{ phase: 'build', text: 'Own item' }],
    });
    expect(made.gates.find(({ key }) => key === 'peer-review')?.why).toBe(
      major.gates.find(({ key }) => key === 'peer-review')?.why,
    );
    expect(checkTemplate(made, roles)).toEqual([]);
  });

  it('keeps the gates its template asks for of riskier releases', () => {
    const conditional = major.gates.filter(({ when }) => when !== undefined);
    const made = templateOfRelease(shape, major);
    expect(made.gates).toEqual(expect.arrayContaining(conditional));
  });

  it('takes the words of a gate that its template does not know from the gate itself', () => {
    const [first] = gates;
    if (first === undefined) throw new Error('No gate');
    const why = 'Template “A ” b”, rule “every a” (seen: x (y); z). Money moves. Always.';
    const made = templateOfRelease({ ...shape, gates: [{ ...first, key: 'own', why }] }, major);
    expect(made.gates[0]?.why).toBe('Money moves. Always.');
  });

  it('never asks for readiness before build, however phases were moved', () => {
    const phases = shape.phases.map((each) =>
      each.phase === 'build' ? { ...each, plannedOn: '2026-11-25' } : each,
    );
    expect(templateOfRelease({ ...shape, phases }, major).leadDays).toMatchObject({
      build: 6,
      readiness: 6,
    });
  });
});

describe('two versions of a template', () => {
  const called = (key: string) => key.toUpperCase();
  const changes = (to: TemplateDraft, name = minor.name) =>
    templateChanges(minor, templateOfDraft(to, { name, about: minor.about }), called);

  it('that are the same differ in nothing', () => {
    expect(changes(draft())).toEqual([]);
  });

  it('differ in words', () => {
    expect(changes(draft({ leadDays: { ...minor.leadDays, build: 1 } }), 'Payments')).toEqual(
      [
        { what: 'Name', from: 'Minor release', to: 'Payments' },
        { what: 'Build', from: '14 days before the start', to: '1 day before the start' },
      ].map((each) => (each.what === 'Build' ? { ...each } : each)),
    );
    expect(changes(draft({ roles: minor.roles.slice(1) }))).toContainEqual({
      what: 'Role',
      from: 'RELEASE-MANAGER',
      to: null,
    });
    const seats = [{ key: 'qa-lead', roleKey: 'security-lead' }];
    const when = { anyOf: ['data-migration' as const] };
    expect(changes(withGate(2, { places: seats, when, facts: ['scope'] }))).toEqual([
      { what: 'Gate “QA sign-off”: seats', from: 'QA-LEAD', to: 'SECURITY-LEAD' },
      {
        what: 'Gate “QA sign-off”: binds',
        from: 'components, scope, risks, rollback plan, planned start',
        to: 'scope',
      },
      {
        what: 'Gate “QA sign-off”: asked for of',
        from: 'every release',
        to: 'releases with a data migration',
      },
    ]);
    const turned = draft({ gates: minor.gates.toReversed() });
    expect(changes(turned).map(({ what }) => what)).toEqual(['Order of the gates']);
    const items = draft({ checklist: [...minor.checklist].reverse() });
    expect(changes(items).map(({ what }) => what)).toEqual(['Order: checklist']);
    const fewer = changes(draft({ gates: minor.gates.slice(1) }));
    expect(fewer).toEqual([{ what: 'Gate', from: 'Pipeline green', to: null }]);
  });
});
