import { describe, expect, it } from 'vitest';
import { aRelease, buildShipped } from '../../support/build-workspace.ts';
import { startTestApp } from '../../support/test-app.ts';
import { withGate } from './evidence-release.ts';

const entered = {
  ...{ key: 'PCI-6.5.1', name: 'Changes follow the procedure', kind: 'regulatory' as const },
  ...{ source: 'PCI DSS 4.0.1', proof: 'Reviewed, tested, released by those who may.' },
};

async function start() {
  const test = startTestApp();
  const cast = await buildShipped(test);
  const as = cast.mara.id;
  const save = (more: object = {}) => test.call('controls.save', { ...entered, ...more }, as);
  const refused = (more: object) => test.refused('controls.save', { ...entered, ...more }, as);
  return { test, cast, as, save, refused };
}

describe('The register of controls', () => {
  it('takes what is entered, refuses what nobody could ask, and goes back by undo', async () => {
    const { test, as, save, refused } = await start();
    const saved = await save({ applies: 'financial', gateKeys: ['qa-sign-off', 'qa-sign-off'] });
    expect(saved).toMatchObject({ gateKeys: ['qa-sign-off'], retiredAt: null });
    expect((await refused({ key: 'pci-6.5.1' })).fields?.['key']).toContain('is there already');
    const unread = await refused({ key: 'B', applies: 'band = "high"' });
    expect(unread.fields?.['applies']).toContain('cannot be read');
    expect((await refused({ key: 'B', applies: 'bnad == "high"' })).message).toContain(
      'The condition names “bnad”, which no condition knows',
    );
    expect((await refused({ key: 'B', gateKeys: ['no-such'] })).message).toContain(
      'names no-such, which is no gate; the gates are pipeline-green',
    );
    expect((await refused({ key: ' ' })).fields?.['key']).toContain('give it the number');
    const { controls, gates } = await test.call('controls.list', {});
    expect(controls).toMatchObject([{ key: 'PCI-6.5.1', evidence: 0 }]);
    expect(gates.map(({ key }) => key)).toContain('qa-sign-off');
    await test.call('edits.undo', {}, as);
    expect((await test.call('controls.list', {})).controls).toEqual([]);
  });

  it('starts from those that come with the program, each once', async () => {
    const { test, as } = await start();
    const { offered } = await test.call('controls.list', {});
    const keys = offered.map(({ key }) => key);
    expect(await test.call('controls.adopt', { keys }, as)).toHaveLength(keys.length);
    expect(await test.call('controls.adopt', { keys }, as)).toEqual([]);
    const after = await test.call('controls.list', {});
    expect(after.offered).toEqual([]);
    expect(after.controls).toHaveLength(keys.length);
    const unknown = await test.refused('controls.adopt', { keys: ['ISO-1'] }, as);
    expect(unknown.message).toContain('ISO-1, which does not come with the program');
  });

  it('tells before it is saved which open releases a condition takes in', async () => {
    const { test, cast } = await start();
    await aRelease(test, cast, { name: 'Payments 4.2' });
    await aRelease(test, cast, { name: 'Data', dataMigration: true });
    const asked = async (applies: string) => test.call('controls.appliesTo', { applies });
    expect(await asked('dataMigration')).toMatchObject({
      ...{ problem: null, open: 2, applies: [{ release: 'Data', why: 'Seen: a data migration.' }] },
    });
    expect((await asked('')).applies).toHaveLength(2);
    expect((await asked('financial &&')).problem?.message).toContain('cannot be read');
  });
});

describe('A control of a release', () => {
  it('is met by its gate, is told for each open release, and stays once it is out of use', async () => {
    const { test, cast, as, save } = await start();
    const release = await aRelease(test, cast, { name: 'Payments 4.2' });
    const control = await save({ gateKeys: ['peer-review'] });
    await save({ key: 'GDPR-5', applies: 'dataMigration' });
    const of = async () => test.call('controls.forRelease', { releaseId: release.id });
    expect(await of()).toMatchObject([
      { key: 'GDPR-5', state: 'not-applicable', why: 'Seen: no data migration.' },
      { key: 'PCI-6.5.1', state: 'open', proofs: [{ of: 'gate', name: 'Peer review' }] },
    ]);
    const gates = await test.call('gates.list', { releaseId: release.id });
    const gateId = gates.find(({ key }) => key === 'peer-review')?.id ?? '';
    await test.call('approvals.decide', { gateId, outcome: 'go' }, cast.jon.id);
    expect((await of()).at(-1)).toMatchObject({ state: 'met', missing: [] });
    expect((await test.call('controls.coverage', {})).controls).toContainEqual({
      id: control.id,
      releases: [{ releaseId: release.id, release: 'Payments 4.2', state: 'met' }],
    });
    await test.call('controls.retire', { id: control.id, retired: true }, as);
    expect((await of()).map(({ key }) => key)).toEqual(['GDPR-5']);
    await test.call('controls.retire', { id: control.id, retired: false }, as);
    expect(await of()).toHaveLength(2);
  });

  it('is proven by evidence that names it, which keeps its key and keeps it from removal', async () => {
    const { test, cast, as, save } = await start();
    const release = await aRelease(test, cast);
    const control = await save();
    const note = {
      releaseId: release.id,
      note: 'Deleted after 30 days.',
      controlKeys: [entered.key],
    };
    await test.call('gates.addEvidence', note, as);
    expect(await test.call('controls.forRelease', { releaseId: release.id })).toMatchObject([
      { state: 'met', proofs: [{ of: 'evidence', holds: 'yes' }] },
    ]);
    const { id, rev } = control;
    const renamed = await test.refused('controls.save', { ...entered, id, rev, key: 'B' }, as);
    expect(renamed.fields?.['key']).toContain('is named by evidence as PCI-6.5.1');
    const removed = await test.refused('controls.remove', { id }, as);
    expect(removed.message).toContain('Take it out of use instead');
    const other = await save({ key: 'Other' });
    await test.call('controls.remove', { id: other.id }, as);
    expect((await test.call('controls.list', {})).controls).toHaveLength(1);
  });

  it('is proven by each gate’s own evidence, and by the next run of a report', async () => {
    const { test, cast, as, save } = await start();
    const release = await aRelease(test, cast);
    await save({ key: 'A' });
    await save({ key: 'B' });
    const gates = await test.call('gates.list', { releaseId: release.id });
    const states = async () =>
      (await test.call('controls.forRelease', { releaseId: release.id })).map(({ state }) => state);
    const checked = (gateId: string | undefined, key: string) => ({
      ...{ gateId: gateId ?? '', title: 'Checked', note: 'By hand.', controlKeys: [key] },
    });
    await test.call('gates.addEvidence', checked(gates[0]?.id, 'A'), as);
    await test.call('gates.addEvidence', checked(gates[1]?.id, 'B'), as);
    expect(await states()).toEqual(['met', 'met']);
    // The note is written anew for something else, and what it was brought for is not forgotten.
    await test.call('gates.addEvidence', { ...checked(gates[0]?.id, 'A'), controlKeys: [] }, as);
    expect(await states()).toEqual(['met', 'met']);
    // Which controls it proves is said afterwards as well, and taken back.
    const list = await test.call('gates.evidence', { gateId: gates[1]?.id ?? '' });
    const [own] = list.items;
    await test.call('gates.proveControls', { id: own?.id ?? '', controlKeys: [] }, as);
    expect(await states()).toEqual(['met', 'open']);
    const unknown = { id: own?.id ?? '', controlKeys: ['C'] };
    expect((await test.refused('gates.proveControls', unknown, as)).message).toContain(
      'There is no control “C”.',
    );
  });

  it('is asked by a gate of its own, only where it applies, and after all other gates', async () => {
    const { test, cast, gateOf, made } = await withGate('controls-met');
    const as = cast.mara.id;
    expect(await gateOf()).toMatchObject({
      status: 'waiting',
      summary: 'no control is known to apply',
    });
    const gateKeys = ['peer-review'];
    const data = { ...entered, key: 'GDPR', applies: 'dataMigration' };
    await test.call('controls.save', data, as);
    expect(await gateOf()).toMatchObject({
      ...{ status: 'passed', summary: 'none of 1 control applies' },
    });
    await test.call('controls.save', { ...entered, gateKeys }, as);
    expect((await gateOf()).summary).toBe('1 of 1 control not met, first PCI-6.5.1');
    const releaseId = (await gateOf()).releaseId;
    const gates = await test.call('gates.list', { releaseId });
    const peer = gates.find(({ key }) => key === 'peer-review');
    if (peer === undefined) throw new Error('the template brought no peer review');
    await test.call('approvals.decide', { gateId: peer.id, outcome: 'go' }, cast.jon.id);
    expect(await gateOf()).toMatchObject({ status: 'passed', summary: '1 control met' });
    const migrates = await made('Data 1.0', { dataMigration: true });
    expect((await gateOf(migrates.id)).needs).toContainEqual('GDPR: Add evidence that names GDPR.');
  });
});
