import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openStore } from '#core/database/store.ts';
import type { GateView } from '#shared/model/governance/gates.ts';
import { startTestApp } from '../../support/test-app.ts';
import type { TestApp } from '../../support/test-app.ts';
import { storeOptions } from '../../support/test-store.ts';

const date = '2026-11-24';
const present = Date.parse('2026-11-24T09:20:00.000Z');

let made: Buffer | undefined;

/** A fresh application with the demo of the date open in it; made once, since it is the same each time. */
async function openDemo(): Promise<TestApp> {
  const test = startTestApp();
  const path = join(test.folder, 'Slipway demo.slipway');
  made ??= await makeDemo(date);
  writeFileSync(path, made);
  await test.call('workspace.open', { path });
  return test;
}

/** The bytes of the demo as it is written, before anybody opens it for work. */
async function makeDemo(day: string): Promise<Buffer> {
  const maker = startTestApp();
  const { path } = await maker.call('workspace.openDemo', { date: day });
  expect(path).toBe(join(maker.folder, 'Slipway demo.slipway'));
  await maker.app.close();
  return readFileSync(path);
}

/** Every row of every table but the marks of the device that opened the file, and the words made of them. */
function rowsOf(file: Buffer): string {
  const database = new Database(file);
  const tables = database
    .prepare<[], { name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search_text%'",
    )
    .all();
  return tables
    .map(({ name }) => {
      const rows = database.prepare(`SELECT * FROM ${name} ORDER BY 1, 2`).all();
      return JSON.stringify([name, rows.filter((row) => !JSON.stringify(row).includes('device_'))]);
    })
    .join('\n');
}

async function gatesByRelease(test: TestApp): Promise<Map<string, GateView[]>> {
  const { releases } = await test.call('releases.list', { which: 'open' });
  const lists = releases.map(async ({ id, name }): Promise<[string, GateView[]]> => [
    name,
    await test.call('gates.list', { releaseId: id }),
  ]);
  return new Map(await Promise.all(lists));
}

function gateOf(gates: Map<string, GateView[]>, release: string, key: string): GateView {
  const found = gates.get(release)?.find((gate) => gate.key === key);
  if (found === undefined) throw new Error(`${release} has no gate ${key}`);
  return found;
}

describe('the demo workspace', () => {
  it('has the same rows each time it is made for a date', async () => {
    made ??= await makeDemo(date);
    expect(rowsOf(await makeDemo(date))).toBe(rowsOf(made));
    // Two whole demos, beside other suites on a small machine.
  }, 180_000);

  it('verifies: its history came about through the command layer', async () => {
    const test = await openDemo();
    const found = await test.call('workspace.verify', {});
    expect(found).toMatchObject({ ok: true, findings: [] });
    expect(found.entries).toBeGreaterThan(3_000);
    expect(test.errors).toEqual([]);
  });

  it('has three services, four environments, eight people and a year of releases and runs', async () => {
    const test = await openDemo();
    const { people } = await test.call('people.list', {});
    const open = await test.call('releases.list', { which: 'open' });
    const closed = await test.call('releases.list', { which: 'closed' });
    const { total: runs } = await test.call('pipelines.list', { limit: 1 });
    const counts = {
      services: (await test.call('services.list', {})).length,
      environments: (await test.call('environments.list', {})).length,
      people: people.length,
      open: open.total,
      closed: closed.total,
    };
    expect(counts).toEqual({ services: 3, environments: 4, people: 8, open: 6, closed: 46 });
    const { rows } = await test.call('matrix.get', {});
    const drift = rows.flatMap(({ cells }) => cells.flatMap((cell) => cell?.drift ?? []));
    expect(new Set(drift.map(({ kind }) => kind))).toEqual(new Set(['never-in-staging', 'old']));
    expect(runs).toBeGreaterThan(500);
    expect(people.map(({ name }) => name.length)).toContain(80);
    expect(people.some(({ name }) => /\p{Script=Hebrew}/u.test(name))).toBe(true);
    expect(Math.max(...open.releases.map(({ name }) => name.length))).toBeGreaterThan(120);
  });

  it('has past releases with every outcome, some of them late', async () => {
    const test = await openDemo();
    const { releases } = await test.call('releases.list', { which: 'closed' });
    const outcomes = new Set(releases.map(({ outcome }) => outcome));
    expect([...outcomes].sort()).toEqual(['cancelled', 'released', 'rolled-back']);
    const late = releases.flatMap(({ lateMinutes }) => lateMinutes ?? []);
    expect(late.filter((minutes) => minutes > 30).length).toBeGreaterThan(3);
    expect(Math.min(...late)).toBeLessThan(0);
    expect(new Set(releases.map(({ type }) => type)).size).toBe(5);
  });

  it('kept what each phase that is over was left with, all of it passed', async () => {
    const test = await openDemo();
    const { releases } = await test.call('releases.list', { which: 'closed' });
    const out = releases.filter(({ outcome }) => outcome !== 'cancelled');
    for (const { id } of out) {
      const gates = await test.call('gates.list', { releaseId: id });
      expect(gates.length).toBeGreaterThan(1);
      expect(gates.filter(({ keptAt, status }) => keptAt === null || status !== 'passed')).toEqual(
        [],
      );
    }
  });

  it('says on the calendar how each deployment of the past itself went', async () => {
    const test = await openDemo();
    const past = { from: '2025-11-01T00:00:00.000Z', to: '2026-11-24T00:00:00.000Z' };
    const results = (await test.call('calendar.list', past)).map(({ result }) => result);
    expect(results).toContain('succeeded');
    expect(results).toContain('failed');
    const ahead = { from: '2026-11-25T00:00:00.000Z', to: '2027-12-01T00:00:00.000Z' };
    const planned = await test.call('calendar.list', ahead);
    expect(planned.length).toBeGreaterThan(0);
    expect(planned.filter(({ result }) => result !== null)).toEqual([]);
  });

  it('shows the gates of a closed release as they were when it was closed', async () => {
    const test = await openDemo();
    const { releases } = await test.call('releases.list', { which: 'closed' });
    const released = releases.filter(({ outcome }) => outcome === 'released');
    const lists = released.map(({ id }) => test.call('gates.list', { releaseId: id }));
    const pipelines = (await Promise.all(lists))
      .flat()
      .filter(({ check }) => check === 'pipeline-green');
    // Months ago, nobody has synced since as of then.
    expect(pipelines.length).toBeGreaterThan(10);
    expect(pipelines.filter(({ status }) => status === 'out-of-date')).toEqual([]);
    expect(pipelines.some(({ status }) => status === 'passed')).toBe(true);
  });

  it('has decisions of every kind in its past: refused, conditional, withdrawn and given in meetings', async () => {
    const test = await openDemo();
    const { releases } = await test.call('releases.list', { which: 'closed' });
    const lists = releases.map(({ id }) => test.call('gates.list', { releaseId: id }));
    const decisions = (await Promise.all(lists)).flat().flatMap((gate) => gate.decisions);
    const outcomes = new Set(decisions.map(({ outcome }) => outcome));
    expect([...outcomes].sort()).toEqual(['abstain', 'conditional-go', 'go', 'no-go']);
    const channels = new Set(decisions.map(({ channel }) => channel));
    expect([...channels].sort()).toEqual(['e-mail', 'meeting', 'self']);
    expect(decisions.filter(({ withdrawn }) => withdrawn !== null).length).toBeGreaterThan(3);
    expect(decisions.some(({ current }) => !current)).toBe(true);
  });

  it('shows gates in every state, and says of each release ahead what is in its way', async () => {
    const test = await openDemo();
    const gates = [...(await gatesByRelease(test)).values()].flat();
    const states = new Set(
      gates.flatMap(({ status, evidence }) => [status, ...evidence.map((each) => each.status)]),
    );
    expect([...states].sort()).toEqual([
      'failed',
      'not-applicable',
      'out-of-date',
      'passed',
      'running',
      'waiting',
    ]);
    const { releases } = await test.call('releases.list', { which: 'open' });
    const inTheWay = releases.map(({ name, readiness }) => [
      name.slice(0, 15),
      readiness?.firstInTheWay?.status ?? 'ready',
    ]);
    expect(inTheWay).toEqual([
      ['Payments 4.1.3', 'ready'],
      ['Checkout 2026.1', 'waiting'],
      ['Payments 4.2', 'out-of-date'],
      ['Ledger R9.1', 'waiting'],
      ['Card on file fo', 'failed'],
      ['Payments 5.0', 'running'],
    ]);
  });

  it('has an approval for earlier facts, an overdue condition, a missing mapping and accepted warnings', async () => {
    const test = await openDemo();
    const gates = await gatesByRelease(test);
    const [stale] = gateOf(gates, 'Payments 4.2', 'security-sign-off').decisions;
    expect(stale).toMatchObject({ current: false, outcome: 'go' });
    expect(stale?.differences.map(({ what, to }) => [what, to])).toEqual(
      expect.arrayContaining([
        ['payments-api version', '4.2.0'],
        ['PAY-914 Store card aliases for repeat payments', 'feature, PAY-914'],
      ]),
    );
    const overdue = gateOf(gates, 'Ledger R9.1', 'qa-sign-off');
    expect(overdue).toMatchObject({ status: 'failed' });
    expect(overdue.summary).toMatch(/^condition overdue since /);
    const unmapped = gateOf(gates, 'Ledger R9.1', 'pipeline-green');
    expect(unmapped.summary).toBe('no required workflow is mapped to ledger');
    const warned = gateOf(gates, 'Payments 4.2', 'pipeline-green');
    expect(warned).toMatchObject({ status: 'passed' });
    expect(warned.evidence[0]?.what).toMatch(/succeeded with warnings, accepted by Jon Bell/);
  });

  it('has a scope with weights, owners and ideas, and an item that was dropped with a reason', async () => {
    const test = await openDemo();
    const { releases } = await test.call('releases.list', { which: 'all', limit: 500 });
    const lists = releases.map(({ id }) => test.call('scope.list', { releaseId: id }));
    const items = (await Promise.all(lists)).flat();
    const kinds = (of: (item: (typeof items)[number]) => string) => [...new Set(items.map(of))];
    expect(kinds(({ priority }) => priority).sort()).toEqual(['could', 'must', 'should']);
    expect(kinds(({ status }) => status).sort()).toEqual([
      'done',
      'dropped',
      'in-progress',
      'open',
    ]);
    expect(items.filter(({ ownerId, ideaAt }) => ownerId === null || ideaAt === null)).toEqual([]);
    const ahead = releases.find(({ name }) => name === 'Payments 4.2');
    const dropped = items.filter(({ status }) => status === 'dropped');
    expect(dropped.filter(({ dropReason }) => dropReason === '')).toEqual([]);
    expect(dropped.map(({ releaseId }) => releaseId)).toContain(ahead?.id);
    const changes = await test.call('scope.changes', { releaseId: ahead?.id ?? '' });
    expect(changes.map((each) => each.changes.map(({ change }) => change))).toContainEqual([
      'added',
      'dropped',
    ]);
  });

  it('has one connection synced twelve minutes ago and one that no longer gets in', async () => {
    const test = await openDemo();
    const states = (await test.call('connections.list', {})).map(({ state }) => state);
    expect(states).toContainEqual(
      expect.objectContaining({ lastSuccessAt: '2026-11-24T09:08:00.000Z', lastError: null }),
    );
    const failing = states.find(({ lastError }) => lastError !== null);
    expect(failing?.lastError).toContain('401');
    expect(failing?.lastSuccessAt).toBe('2026-11-21T09:08:00.000Z');
  });

  it('holds nothing that happened after the morning it stands at', async () => {
    const test = await openDemo();
    const path = join(test.folder, 'Slipway demo.slipway');
    await test.app.close();
    const store = openStore(storeOptions({ path, mode: 'read' }));
    const newest = store.raw
      .prepare<[], { at: number }>('SELECT MAX(at) AS at FROM change_journal')
      .get();
    const latestRun = store.raw
      .prepare<[], { at: number }>(
        'SELECT MAX(MAX(created_at, updated_at)) AS at FROM pipeline_run',
      )
      .get();
    store.close();
    expect(newest?.at).toBeLessThanOrEqual(present);
    expect(latestRun?.at).toBeLessThanOrEqual(present);
  });

  it('has learned something: some of it answered, some waiting at a gate, some due', async () => {
    const test = await openDemo();
    const { lessons } = await test.call('lessons.list', {});
    expect(lessons).toHaveLength(5);
    expect(lessons.filter(({ overdueUpdates }) => overdueUpdates > 0)).toHaveLength(1);
    expect(lessons.filter(({ reviewDue }) => reviewDue)).toHaveLength(1);
    const { releases } = await test.call('releases.list', { which: 'open' });
    const answersOf = async (id: string) =>
      (await test.call('lessons.forRelease', { releaseId: id })).lessons.map(
        ({ answer }) => answer?.outcome ?? 'open',
      );
    const outcomes = (await Promise.all(releases.map(({ id }) => answersOf(id)))).flat();
    expect(new Set(outcomes)).toEqual(new Set(['open', 'heeded', 'not-applicable', 'ignored']));
    const gate = gateOf(await gatesByRelease(test), 'Ledger R9.1', 'lessons-heeded');
    expect(gate).toMatchObject({ status: 'waiting' });
    expect(gate.needs[0]).toContain('Let the close of the day finish');
  });

  it('is searched: releases, scope, people and runs', async () => {
    const test = await openDemo();
    const kindsOf = async (text: string) =>
      (await test.call('search.find', { text })).groups.map(({ kind }) => kind);
    expect(await kindsOf('payments')).toEqual(expect.arrayContaining(['release', 'scope-item']));
    const { runs } = await test.call('pipelines.list', { limit: 1 });
    expect(await kindsOf(runs[0]?.title ?? '')).toContain('run');
  });
});

describe('making a demo', () => {
  it('goes to the documents folder, under the next free name when there is one already', async () => {
    const test = startTestApp();
    const usual = join(test.folder, 'Slipway demo.slipway');
    writeFileSync(usual, 'mine');
    const { path } = await test.call('workspace.openDemo', { date });
    expect(path).toBe(join(test.folder, 'Slipway demo 2.slipway'));
    expect(readFileSync(usual, 'utf8')).toBe('mine');
  }, 180_000);

  it('refuses a given path that exists and leaves the file alone', async () => {
    const test = startTestApp();
    const path = join(test.folder, 'Mine.slipway');
    writeFileSync(path, 'mine');
    const error = await test.refused('workspace.openDemo', { path, date });
    expect(error.code).toBe('conflict');
    expect(error.message).toContain('never writes over a file');
    expect(readFileSync(path, 'utf8')).toBe('mine');
    expect(readdirSync(test.folder)).toEqual(['Mine.slipway']);
  });

  it('leaves nothing behind when it is cancelled', async () => {
    const test = startTestApp();
    const signal = AbortSignal.abort();
    const envelope = await test.app.call('workspace.openDemo', { date }, { signal });
    expect(envelope).toMatchObject({ ok: false, error: { code: 'unavailable' } });
    expect(readdirSync(test.folder)).toEqual([]);
  });

  it('stands at the morning before while the morning has not come, and lets people work on', async () => {
    const test = startTestApp();
    test.setNow('2026-08-02T06:00:00.000Z');
    await test.call('workspace.openDemo', {});
    const { people } = await test.call('people.list', {});
    const { releases } = await test.call('releases.list', { which: 'open' });
    const [first] = releases;
    if (first === undefined) throw new Error('The demo has no release ahead');
    // 1 August 2026 is a Saturday: the hotfix goes out on the Sunday all the same.
    expect(first.startAt).toBe('2026-08-02T06:30:00.000Z');
    const { id: releaseId } = first;
    const mara = people.find(({ name }) => name === 'Mara Okafor');
    await test.call('scope.add', { releaseId, title: 'One thing more' }, mara?.id);
    expect(await test.call('workspace.verify', {})).toMatchObject({ ok: true });
  }, 180_000);
});
