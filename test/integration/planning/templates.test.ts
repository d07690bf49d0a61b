import { describe, expect, it } from 'vitest';
import { aRelease, buildWorkspace } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';

const hostile = '<img src=x onerror=alert(1)>\u202e=cmd()';

async function start() {
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  await test.call('workspace.actAs', { personId: cast.mara.id });
  const release = await aRelease(test, cast);
  await test.call('checklists.addItem', {
    ...{ releaseId: release.id, phase: 'build', text: 'The ledger was read by two' },
  });
  // Beside what the policy asks of it, which no template holds.
  for (const key of ['security-sign-off', 'cab-decision']) {
    const why = 'The last one went wrong.';
    await test.call('policies.addGate', { releaseId: release.id, key, why });
  }
  const template = await test.call('templates.save', {
    ...{ fromReleaseId: release.id, name: 'Payments release', about: 'What payments need.' },
  });
  const from = (versionId: string, name = 'Payments 4.3') =>
    aRelease(test, cast, { name, templateVersionId: versionId });
  const versionOf = (number: number, id = template.id) =>
    test
      .call('templates.get', { id })
      .then(({ versions }) => versions.find((each) => each.number === number)?.id ?? '');
  return { test, cast, release, template, from, versionOf };
}

describe('a template of one’s own', () => {
  it('is saved from a release, and a new release gets what it brings', async () => {
    const { test, release, template, from, versionOf, cast } = await start();
    expect(template).toMatchObject({ name: 'Payments release', rev: 1, removed: false });
    expect(template.versions).toMatchObject([
      { number: 1, byId: cast.mara.id, note: 'From Payments 4.2', releases: 0 },
    ]);
    const made = await from(await versionOf(1));
    expect(made.template).toMatchObject({ name: 'Payments release', number: 1, removed: false });
    const old = await test.call('gates.list', { releaseId: release.id });
    const fresh = await test.call('gates.list', { releaseId: made.id });
    expect(fresh.map(({ key }) => key)).toEqual(old.map(({ key }) => key));
    expect(fresh.find(({ key }) => key === 'cab-decision')?.why).toContain(
      'Template “Payments release”, rule “every payments release”',
    );
    const items = await test.call('checklists.list', { releaseId: made.id });
    expect(items.map(({ text }) => text)).toContain('The ledger was read by two');
    expect(items.every(({ state }) => state === 'open')).toBe(true);
  });

  it('gets a next version, and releases keep the one they were made from', async () => {
    const { test, template, from, versionOf } = await start();
    const first = await from(await versionOf(1));
    const { id, rev, name, about, content } = template;
    const gates = content.gates.filter(({ key }) => key !== 'security-sign-off');
    const second = await test.call('templates.save', {
      ...{ id, rev, name, about, content: { ...content, gates }, note: 'QA sits in each team' },
    });
    expect(second.versions.map(({ number, note, releases }) => [number, note, releases])).toEqual([
      [2, 'QA sits in each team', 0],
      [1, 'From Payments 4.2', 1],
    ]);
    // Its components change: the gates are asked of the version it came from, not the newest.
    await test.call('releases.update', { id: first.id, dataMigration: true });
    const kept = await test.call('gates.list', { releaseId: first.id });
    expect(kept.map(({ key }) => key)).toContain('security-sign-off');
    const next = await from(await versionOf(2), 'Payments 4.4');
    const fresh = await test.call('gates.list', { releaseId: next.id });
    expect(fresh.map(({ key }) => key)).not.toContain('security-sign-off');
    const copy = await test.call('releases.copy', {
      ...{ id: first.id, name: 'Payments 4.5', startAt: '2027-01-12T22:00:00.000Z' },
    });
    expect(copy.template).toMatchObject({ number: 1 });
    const old = await test.call('templates.get', { id, number: 1 });
    expect(old.content.gates).toHaveLength(content.gates.length);
    expect(await test.call('templates.compare', { id, from: 1, to: 2 })).toEqual([
      { what: 'Gate', from: 'Security sign-off', to: null },
    ]);
    const list = await test.call('templates.list', {});
    expect(list.at(-1)).toMatchObject({ releases: 3, own: { number: 2 } });
    expect(list.slice(0, 5).every(({ own }) => own === null)).toBe(true);
  });

  it('asks for some of its seats, one after the other, and a release is held to it', async () => {
    const { test, cast, template } = await start();
    const { id, rev, name, about, content } = template;
    const places = ['qa-lead', 'security-lead', 'operations'].map((roleKey) => ({
      ...{ key: roleKey, roleKey },
    }));
    const limits = { measure: { key: 'changeFailureRate', atMost: 15 } };
    const measured = {
      key: 'failure-rate',
      name: 'Failure rate',
      phase: 'readiness' as const,
      check: 'measure-threshold' as const,
      places: [],
      limits,
      why: 'Who breaks things often slows down first.',
    };
    const seated = content.gates.map((gate) =>
      gate.key === 'cab-decision' ? { ...gate, places, needed: 2, inOrder: true } : gate,
    );
    const gates = [...seated, measured];
    const saved = await test.call('templates.save', {
      ...{ id, rev, name, about, content: { ...content, gates } },
    });
    expect(await test.call('templates.compare', { id, from: 1, to: 2 })).toContainEqual({
      what: 'Gate “CAB decision”: how many decide',
      from: 'all seats',
      to: '2 of 3 seats, one after the other',
    });
    const templateVersionId = saved.versions[0]?.id ?? '';
    const made = await aRelease(test, cast, { name: 'Payments 4.6', templateVersionId });
    const listed = await test.call('gates.list', { releaseId: made.id });
    const board = listed.find(({ key }) => key === 'cab-decision');
    expect(board?.quorum).toMatchObject({ needed: 2, inOrder: true });
    expect(listed.find(({ key }) => key === 'failure-rate')?.summary).toMatch(
      /^no data for change failure rate over payments-api .*; at most 15 % asked$/,
    );
    const again = await test.call('templates.save', {
      ...{ fromReleaseId: made.id, name: 'Again', about: 'What it was.' },
    });
    expect(again.content.gates.find(({ key }) => key === 'cab-decision')).toMatchObject({
      ...{ needed: 2, inOrder: true },
    });
    expect(again.content.gates.find(({ key }) => key === 'failure-rate')).toMatchObject({ limits });
  });

  it('is a copy of one of the program’s, and what is saved unchanged is no version', async () => {
    const { test } = await start();
    const copy = await test.call('templates.save', { copyOf: 'hotfix', name: 'Our hotfix' });
    expect(copy).toMatchObject({ content: { type: 'hotfix' }, versions: [{ number: 1 }] });
    const { id, rev, name, about, content } = copy;
    const same = await test.call('templates.save', { id, rev, name, about, content });
    expect(same.versions).toHaveLength(1);
    const neither = await test.refused('templates.save', { name: 'From nothing' });
    expect(neither.message).toContain('A new template begins with something');
  });

  it('is not saved over a version somebody saved meanwhile', async () => {
    const { test, template, cast } = await start();
    const { id, name, about, content } = template;
    const mine = { id, rev: 1, name, about, content };
    await test.call('templates.save', { ...mine, about: 'Theirs' }, cast.ana.id);
    const refused = await test.refused('templates.save', { ...mine, about: 'Mine' });
    expect(refused).toMatchObject({ code: 'conflict' });
    expect(refused.message).toContain('Ana Duarte saved version 2 while you edited version 1');
    await test.call('templates.save', { ...mine, rev: 2, about: 'Mine' });
    expect((await test.call('templates.get', { id })).versions).toHaveLength(3);
  });

  it('is refused with the place of all that is wrong', async () => {
    const { test, template } = await start();
    const { id, rev, name, about, content } = template;
    const gates = content.gates.map((gate, index) =>
      index === 1 ? { ...gate, places: [{ key: 'x', roleKey: 'wizard' }] } : gate,
    );
    const wrong = { ...content, gates, checklist: [{ phase: 'build', text: '' }] };
    const refused = await test.refused('templates.save', { id, rev, name, about, content: wrong });
    expect(refused.message).toContain('Gate 2 (“CAB decision”) has seat 1 for “wizard”');
    expect(refused.fields).toMatchObject({
      'content.gates.1.places.0': expect.any(String),
      'content.checklist.0.text': 'is empty; type at least one character',
    });
    const long = await test.refused('templates.save', {
      ...{ id, rev, name: 'n'.repeat(5000), about, content },
    });
    expect(long.fields).toHaveProperty('name');
    const markup = await test.call('templates.save', { id, rev, name: hostile, about, content });
    expect(markup.name).toBe(hostile);
  });
});

describe('a template that is removed while in use', () => {
  it('says how many releases came from it, and they keep everything', async () => {
    const { test, template, from, versionOf } = await start();
    const versionId = await versionOf(1);
    const made = await from(versionId);
    const cancelled = await from(versionId, 'Payments 4.4');
    await test.call('releases.cancel', { id: cancelled.id, reason: 'the market moved' });
    const answer = await test.call('templates.remove', { id: template.id });
    expect(answer).toMatchObject({ name: 'Payments release', releases: 2, openReleases: 1 });
    expect(await test.call('releases.get', { id: made.id })).toMatchObject({
      template: { name: 'Payments release', number: 1, removed: true },
    });
    await test.call('releases.update', { id: made.id, dataMigration: true });
    expect(await test.call('gates.list', { releaseId: made.id })).not.toEqual([]);
    expect((await test.call('templates.list', {})).every(({ own }) => own === null)).toBe(true);
    expect(await test.call('templates.get', { id: template.id })).toMatchObject({ removed: true });
    const { id, rev, name, about, content } = template;
    const next = await test.refused('templates.save', { id, rev, name, about, content });
    expect(next.message).toContain('was removed, so it gets no further version');
    const again = await test.refused('templates.remove', { id });
    expect(again.code).toBe('not_found');
    const { owner, components } = { owner: made.ownerId, components: [] };
    const late = await test.refused('releases.create', {
      ...{ name: 'Late', type: 'minor', ownerId: owner, components, templateVersionId: versionId },
    });
    expect(late.message).toContain('is not offered any more; choose another one');
  });

  it('comes back by undo', async () => {
    const { test, template } = await start();
    await test.call('templates.remove', { id: template.id });
    await test.call('edits.undo', {});
    expect((await test.call('templates.list', {})).at(-1)?.own?.id).toBe(template.id);
  });
});

describe('undo', () => {
  it('takes a version back, and a template that was just made', async () => {
    const { test, template } = await start();
    const { id, rev, about, content } = template;
    await test.call('templates.save', { id, rev, name: 'Renamed', about, content });
    await test.call('edits.undo', {});
    expect(await test.call('templates.get', { id })).toMatchObject({
      ...{ name: 'Payments release', rev: 1, versions: [{ number: 1 }] },
    });
    await test.call('edits.undo', {});
    expect((await test.refused('templates.get', { id })).code).toBe('not_found');
    await test.call('edits.redo', {});
    expect(await test.call('templates.get', { id })).toMatchObject({ rev: 1 });
  });

  it('is refused once a release was made from the version', async () => {
    const { test, template, from, versionOf, cast } = await start();
    const { id, rev, about, content } = template;
    await test.call('templates.save', { id, rev, name: 'Renamed', about, content });
    await aRelease(test, cast, { templateVersionId: await versionOf(2) }, cast.ana.id);
    const refused = await test.refused('edits.undo', {});
    expect(refused.message).toContain('Renamed, version 2 is named by the release Payments 4.2');
    await expect(from(await versionOf(2))).resolves.toMatchObject({ template: { number: 2 } });
  });
});

describe('a release of another type', () => {
  it('is refused with the type the template is for', async () => {
    const { test, cast, versionOf } = await start();
    const refused = await test.refused('releases.create', {
      ...{ name: 'Wrong', type: 'major', ownerId: cast.mara.id },
      templateVersionId: await versionOf(1),
    });
    expect(refused.message).toContain('is a template for minor releases, and this one is major');
  });
});
