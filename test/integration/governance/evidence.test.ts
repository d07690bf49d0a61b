import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { startTestApp } from '../../support/test-app.ts';
import { fileOf, junit, text, withGate } from './evidence-release.ts';

const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');

describe('A report file', () => {
  it('is read to its numbers, and nothing is written', async () => {
    const test = startTestApp();
    const read = await test.call('evidence.read', { kind: 'junit', file: text(junit('a')) });
    expect(read).toMatchObject({
      ...{ kind: 'junit', name: 'unit.xml', digest: sha256(junit('a')), total: 1 },
      summary: { kind: 'tests', total: 2, failed: 1 },
      items: [{ title: 'pay › a', text: 'no' }],
    });
  });

  it.each([
    ['UTF-16 with a mark', Buffer.from(`\ufeff${junit('Größe')}`, 'utf16le')],
    [
      'ISO-8859-1 by its declaration',
      Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${junit('Größe')}`, 'latin1'),
    ],
    ['UTF-8 that says UTF-16', `<?xml version="1.0" encoding="utf-16"?>${junit('Größe')}`],
  ])('is read in %s', async (_what, content) => {
    const test = startTestApp();
    const file = fileOf(test, 'unit.xml', content);
    const { items } = await test.call('evidence.read', { file });
    expect(items.map(({ title }) => title)).toEqual(['pay › Größe']);
  });

  it('is refused with the place where it is damaged, packed, unknown or of another kind', async () => {
    const test = startTestApp();
    const why = async (content: string | Uint8Array, kind?: 'junit') => {
      const input = { kind, file: fileOf(test, 'a.xml', content) };
      return (await test.refused('evidence.read', input)).message;
    };
    expect(await why(junit('a').slice(0, 60))).toContain('it is cut short');
    expect(await why(Uint8Array.of(0x1f, 0x8b, 8, 0))).toContain('packed with gzip');
    expect(await why('{"runs":[]}', 'junit')).toContain('given as JUnit XML and is SARIF');
    expect(await why('<?xml version="1.0" encoding="klingon"?><a/>')).toContain('“klingon”');
    const bomb = '<!DOCTYPE a [<!ENTITY b "&c;&c;"><!ENTITY c "x">]><testsuite>&b;</testsuite>';
    expect(await why(bomb)).toContain('Entities are never expanded');
  });
});

describe('A gate of test results', () => {
  it('waits for a report, follows the newest of a title, and says why it fails', async () => {
    const { test, cast, gate, gateOf } = await withGate('test-results');
    expect(gate).toMatchObject({ status: 'waiting', summary: 'no report yet' });
    const add = (content: string, name?: string) =>
      test.call('gates.addEvidence', { gateId: gate.id, file: text(content, name) }, cast.mara.id);

    const first = await add(junit('refund'));
    expect(first).toMatchObject({
      ...{ kind: 'junit', title: 'unit.xml', fileName: 'unit.xml', standing: 'counts' },
      ...{ source: 'Mara Okafor', digest: sha256(junit('refund')) },
    });
    expect(await gateOf()).toMatchObject({
      ...{ status: 'failed', summary: '1 of 2 tests failed, limit 0' },
    });
    const twice = { gateId: gate.id, file: text(junit('refund')) };
    const again = await test.refused('gates.addEvidence', twice, cast.jon.id);
    expect(again.message).toContain('This very file is evidence here already');

    test.advance(60_000);
    await add(junit());
    expect(await gateOf()).toMatchObject({ status: 'passed', summary: '1 test, 0 failed' });
    test.advance(60_000);
    await add(junit('other'), 'integration.xml');
    expect((await gateOf()).summary).toBe('1 of 3 tests failed, limit 0');
    const { items } = await test.call('gates.evidence', { gateId: gate.id });
    expect(items.map(({ title, standing }) => [title, standing])).toEqual([
      ['integration.xml', 'counts'],
      ['unit.xml', 'counts'],
      ['unit.xml', 'replaced'],
    ]);
  });

  it('is out of date once a component is another, and comes back with it', async () => {
    const { test, cast, gate, gateOf, release } = await withGate('test-results');
    const { mara, payments } = cast;
    await test.call('gates.addEvidence', { gateId: gate.id, file: text(junit()) }, mara.id);
    const build = async (commit: string) =>
      test.call(
        'releases.update',
        { id: release.id, components: [{ serviceId: payments.id, version: '4.3.0', commit }] },
        mara.id,
      );
    await build('1111111aaaa');
    expect(await gateOf()).toMatchObject({
      status: 'out-of-date',
      summary:
        '“unit.xml” is out of date: made of payments-api 4.2.0 (9f2c1ab), which is 4.3.0 (1111111) now',
    });
    const [{ standing = '' } = {}] = await test.call('evidence.list', { releaseId: release.id });
    expect(standing).toBe('out-of-date');
  });

  it('stays with what was withdrawn and why, and neither adding nor withdrawing is undone', async () => {
    const { test, cast, gate, gateOf } = await withGate('test-results');
    const { mara, jon } = cast;
    const file = text(junit());
    const { id } = await test.call('gates.addEvidence', { gateId: gate.id, file }, mara.id);
    const undo = await test.refused('edits.undo', {}, mara.id);
    expect(undo.message).toContain('withdraw it at its gate, with a reason');
    const reason = 'It was the run of another branch';
    const withdrawn = await test.call('gates.withdrawEvidence', { id, reason }, jon.id);
    expect(withdrawn).toMatchObject({ standing: 'withdrawn', withdrawn: { byId: jon.id, reason } });
    expect(await gateOf()).toMatchObject({ status: 'waiting', summary: 'no report yet' });
    const twice = await test.refused('gates.withdrawEvidence', { id, reason }, jon.id);
    expect(twice.message).toContain('was withdrawn already: It was the run of another branch');
  });

  it('tells what is new and what is gone since the last release of the same services', async () => {
    const { test, cast, gate, release, made } = await withGate('test-results');
    const { mara } = cast;
    const before = await made('Payments 4.2');
    const [old] = await test.call('gates.list', { releaseId: before.id });
    const earlier = { gateId: old?.id ?? '', file: text(junit('flaky', 'refund')) };
    await test.call('gates.addEvidence', earlier, mara.id);
    const shipped = async ({ deployments }: typeof before, actualEndAt: string) => {
      const actualStartAt = '2026-11-23T20:00:00.000Z';
      const times = { actualStartAt, actualEndAt, result: 'succeeded' as const };
      const id = deployments[0]?.id ?? '';
      await test.call('deployments.record', { id, ...times }, mara.id);
    };
    await shipped(before, '2026-11-23T21:00:00.000Z');
    const now = { gateId: gate.id, file: text(junit('refund', 'rounding')) };
    await test.call('gates.addEvidence', now, mara.id);
    const { difference } = await test.call('gates.evidence', { gateId: gate.id });
    expect(difference).toMatchObject({
      ...{ release: { name: 'Payments 4.2' }, what: 'failed test', added: 1, gone: 1, stayed: 1 },
      items: [
        { title: 'pay › rounding', change: 'new' },
        { title: 'pay › flaky', change: 'gone' },
      ],
    });
    expect(release.id).not.toBe(before.id);
    // What shipped after it is no release before it.
    await shipped(release, '2026-11-23T22:00:00.000Z');
    const later = await made('Payments 4.4');
    const [newer] = await test.call('gates.list', { releaseId: later.id });
    const own = { gateId: newer?.id ?? '', file: text(junit('other')) };
    await test.call('gates.addEvidence', own, mara.id);
    await shipped(later, '2026-11-23T23:00:00.000Z');
    const after = await test.call('gates.evidence', { gateId: gate.id });
    expect(after.difference?.release.name).toBe('Payments 4.2');
  });
});

describe('Evidence', () => {
  it('that is no report is kept as it is: a file, a link, words', async () => {
    const { test, cast, gate, gateOf } = await withGate('lessons-heeded');
    const { mara } = cast;
    const gateId = gate.id;
    const file = fileOf(test, 'protocol.pdf', '%PDF-1.7 not read');
    const kept = await test.call('gates.addEvidence', { gateId, file }, mara.id);
    expect(kept).toMatchObject({ kind: 'file', summary: null, standing: 'kept' });
    const note = '<img src=x onerror=alert(1)> both lessons of 4.1 are on the checklist';
    await test.call('gates.addEvidence', { gateId, note }, mara.id);
    expect(await gateOf()).toMatchObject({ status: 'passed' });
    const refusedUrl = { gateId, url: 'javascript:alert(1)' };
    const { message } = await test.refused('gates.addEvidence', refusedUrl, mara.id);
    expect(message).toContain('is no web address');
    const nothing = await test.refused('gates.addEvidence', { gateId }, mara.id);
    expect(nothing.message).toContain('Give a file, a link or a note');
    const ahead = { gateId, note: 'later', collectedAt: '2030-01-01T00:00:00.000Z' };
    expect((await test.refused('gates.addEvidence', ahead, mara.id)).message).toContain('ahead of');
  });

  it('keeps every finding of a long report, and gives the first', async () => {
    const { test, cast, gate, gateOf } = await withGate('vulnerability-report');
    const results = Array.from({ length: 3000 }, (_, at) => ({
      ...{ ruleId: `R${at}`, level: 'error', message: { text: 'x' } },
    }));
    const sarif = JSON.stringify({ version: '2.1.0', runs: [{ tool: {}, results }] });
    const file = text(sarif, 'scan.sarif');
    const added = await test.call('gates.addEvidence', { gateId: gate.id, file }, cast.mara.id);
    expect((await gateOf()).summary).toBe('3,000 high (limit 0)');
    const { items, total } = await test.call('evidence.details', { id: added.id });
    expect([items.length, total]).toEqual([200, 3000]);
  });
});
