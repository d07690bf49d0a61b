import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { attachment, comment } from '#core/database/schema/attached.ts';
import { openStore } from '#core/database/store.ts';
import type { Output } from '#shared/contract/index.ts';
import type { Part } from '#shared/model/workspace/search.ts';
import { aRelease, buildWorkspace } from '../../support/build-workspace.ts';
import type { Cast } from '../../support/build-workspace.ts';
import { aRun } from '../../support/servers/runs.ts';
import { startTestApp } from '../../support/test-app.ts';
import type { TestApp } from '../../support/test-app.ts';
import { storeOptions } from '../../support/test-store.ts';
import { startDelivery, sync } from '../delivery/delivery.ts';

type Found = Output<'search.find'>;
type Stage = { test: TestApp; cast: Cast; releaseId: string; as: string; path: string };

async function begin(): Promise<Stage> {
  const test = startTestApp();
  const cast = await buildWorkspace(test);
  const { id } = await aRelease(test, cast);
  const path = join(test.folder, 'Payments.slipway');
  return { test, cast, releaseId: id, as: cast.mara.id, path };
}

const find = (test: TestApp, text: string, limit?: number) =>
  test.call('search.find', { text, limit });

/** Every hit as `kind: title`, the marked words in brackets. */
function told({ groups }: Found): string[] {
  return groups.flatMap(({ kind, hits }) => hits.map(({ title }) => `${kind}: ${marked(title)}`));
}

function marked(parts: readonly Part[]): string {
  return parts.map(({ text, marked: is }) => (is ? `[${text}]` : text)).join('');
}

const hits = ({ groups }: Found) => groups.flatMap((group) => group.hits);

describe('search', () => {
  it('finds while people type, each word from its beginning, with the words marked', async () => {
    const { test, releaseId, as } = await begin();
    await test.call('scope.add', { releaseId, title: 'Refund in parts', ticket: 'PAY-914' }, as);
    for (const text of ['r', 're', 'ref', 'refund', 'REFUND i', 'parts refu', '  re-fund?']) {
      const found = told(await find(test, text));
      if (text === '  re-fund?') expect(found).toEqual([]);
      else expect(found.join()).toContain('Refund');
    }
    expect(told(await find(test, 'parts refu'))).toEqual([
      'scope-item: PAY-914 [Refund] in [parts]',
    ]);
    expect(told(await find(test, 'refund elephant'))).toEqual([]);
  });

  it('says what a hit is, which release it is of, and where else the words are', async () => {
    const { test, releaseId, as } = await begin();
    const risk = { releaseId, title: 'Cold cache', likelihood: 2, impact: 3 };
    const { id } = await test.call('risks.add', { ...risk, mitigation: 'Warm the replicas' }, as);
    const [hit, ...others] = hits(await find(test, 'replica'));
    expect(others).toEqual([]);
    expect(hit).toMatchObject({
      kind: 'risk',
      id,
      releaseId,
      release: 'Payments 4.2',
      about: null,
    });
    expect(marked(hit?.title ?? [])).toBe('Cold cache');
    expect(marked(hit?.excerpt ?? [])).toBe('Warm the [replicas]');
  });

  it('leaves case and accents aside, both ways', async () => {
    const { test, cast } = await begin();
    expect(hits(await find(test, 'tomas'))).toMatchObject([{ kind: 'person', id: cast.tomas.id }]);
    expect(told(await find(test, 'MÁRÁ'))).toEqual(['person: [Mara] Okafor']);
    await aRelease(test, cast, { name: 'Überweisung Й が', components: [] });
    for (const text of ['uberw', 'ÜBER', 'Й', 'が']) {
      expect(told(await find(test, text)).join()).toContain('weisung');
    }
  });

  it('puts a title before a text, and what is ahead before what is over', async () => {
    const { test, cast, releaseId, as } = await begin();
    const { id: over } = await aRelease(test, cast, { name: 'Ledger move', components: [] });
    const { id: ahead } = await aRelease(test, cast, { name: 'Ledger move', components: [] });
    await test.call('releases.update', { id: releaseId, notes: 'Needs the ledger move' }, as);
    await test.call('releases.cancel', { id: ahead, reason: 'No longer needed' }, as);
    await test.call('releases.update', { id: over, notes: 'A long text. '.repeat(50) }, as);
    const { groups } = await find(test, 'ledger move');
    expect(groups[0]?.hits.map(({ id }) => id)).toEqual([over, ahead, releaseId]);
  });

  it('puts what is named whole first: change number, R-number, ticket', async () => {
    const { test, cast, releaseId, as } = await begin();
    const change = { changeNumber: 'CHG0012345', changeUrl: 'https://change.example/CHG0012345' };
    await test.call('releases.update', { id: releaseId, ...change }, as);
    const { id: other } = await aRelease(test, cast, { name: 'CHG0012345 again', components: [] });
    const item = { releaseId: other, title: 'Retry' };
    await test.call('scope.add', { ...item, ticket: 'PAY-9140' }, as);
    const { id: ticketed } = await test.call('scope.add', { ...item, ticket: 'PAY-914' }, as);
    const first = async (text: string) => hits(await find(test, text))[0]?.id;
    expect(await first('chg0012345')).toBe(releaseId);
    expect(await first('CHG00')).toBe(other);
    expect(await first('pay-914')).toBe(ticketed);
    for (const text of ['R-2', 'r2', '#2', '2']) expect(await first(text)).toBe(other);
    const [hit] = hits(await find(test, 'change.example'));
    expect(marked(hit?.excerpt ?? [])).toContain('[change.example]');
  });

  it('takes what is typed without a blank for words side by side', async () => {
    const { test, cast, releaseId } = await begin();
    for (const name of ['Payments 4.0.2', 'Payments 2.4', 'Payments 4.21']) {
      await aRelease(test, cast, { name, components: [] });
    }
    const { groups } = await find(test, '4.2');
    const names = groups[0]?.hits.map(({ title }) => marked(title));
    expect(names).toHaveLength(2);
    expect(names).toEqual(expect.arrayContaining(['Payments [4.2]', 'Payments [4.21]']));
    expect(hits(await find(test, 'payments-4.2')).some(({ id }) => id === releaseId)).toBe(true);
  });

  it('knows new words at once, and no longer the old ones', async () => {
    const { test, releaseId, as } = await begin();
    const added = { releaseId, title: 'Card aliases', ticket: 'PAY-1' };
    const { id } = await test.call('scope.add', added, as);
    await test.call('scope.update', { id, title: 'Vault tokens' }, as);
    expect(told(await find(test, 'alias'))).toEqual([]);
    expect(told(await find(test, 'vault'))).toEqual(['scope-item: PAY-1 [Vault] tokens']);
    await test.call('edits.undo', {}, as);
    expect(told(await find(test, 'vault'))).toEqual([]);
    expect(told(await find(test, 'alias'))).toEqual(['scope-item: PAY-1 Card [aliases]']);
    await test.call('scope.remove', { id }, as);
    expect(told(await find(test, 'alias'))).toEqual([]);
    await test.call('edits.undo', {}, as);
    expect(told(await find(test, 'alias'))).toHaveLength(1);
    await test.call('edits.redo', {}, as);
    expect(told(await find(test, 'alias'))).toEqual([]);
  });

  it('follows an item that is moved to another release', async () => {
    const { test, cast, releaseId, as } = await begin();
    const { id: other } = await aRelease(test, cast, { name: 'Checkout 7', components: [] });
    const { id } = await test.call('scope.add', { releaseId, title: 'Zebra crossing' }, as);
    await test.call('scope.move', { id, toReleaseId: other }, as);
    expect(hits(await find(test, 'zebra'))).toMatchObject([{ id, release: 'Checkout 7' }]);
  });

  it('leaves nothing of a command that was refused', async () => {
    const { test, releaseId, as } = await begin();
    const items = [{ title: 'Walrus' }, { title: 'Walrus', ownerId: releaseId }];
    await test.refused('scope.paste', { releaseId, items }, as);
    expect(told(await find(test, 'walrus'))).toEqual([]);
    await test.call('scope.add', { releaseId, title: 'Another' }, as);
    expect(told(await find(test, 'walrus'))).toEqual([]);
  });

  it('finds comments and the names of files, and what they are about', async () => {
    const { test, cast, releaseId, path } = await begin();
    await test.call('workspace.close', {});
    const store = openStore(storeOptions({ path, mode: 'write' }));
    const shared = { releaseId, subject: 'risk', subjectId: cast.jon.id, at: 5 } as const;
    store.transact('test', cast.mara.id, (write) => {
      const by = { ...shared, byId: cast.mara.id };
      write.insert(comment, { ...by, text: 'Ask the walrus\nfirst', mentions: [] });
      const file = { name: 'walrus-plan.pdf', mediaType: 'application/pdf', bytes: 1, hash: 'a' };
      write.insert(attachment, { ...by, ...file });
    });
    store.close();
    await test.call('workspace.open', { path });
    const found = await find(test, 'walrus');
    expect(told(found)).toEqual([
      'comment: Ask the [walrus] first',
      'attachment: [walrus]-plan.pdf',
    ]);
    expect(hits(found).map(({ about }) => about)).toEqual([
      { kind: 'risk', id: cast.jon.id },
      { kind: 'risk', id: cast.jon.id },
    ]);
  });

  it('gives every kind its place when a letter fits thousands, the best of each', async () => {
    const { test, releaseId, as } = await begin();
    const items = Array.from({ length: 400 }, (_, n) => ({ title: `Port ${n}`, note: 'pending' }));
    await test.call('scope.paste', { releaseId, items }, as);
    await test.call('scope.paste', { releaseId, items }, as);
    const { groups } = await find(test, 'p', 3);
    const kinds = groups.map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['release', 'scope-item', 'service']));
    expect(groups.find(({ kind }) => kind === 'scope-item')).toMatchObject({ more: true });
    for (const { hits: each } of groups) expect(each.length).toBeLessThanOrEqual(3);
  });

  it.each([
    ['quotation marks', '"payments" \'x\' ""'],
    ['operators', 'payments* NEAR(a b) AND OR NOT ^x -y title:z {a b}: +'],
    ['signs alone', '"*()-:^{}'],
    ['an emoji', '🚀 👩‍👩‍👧'],
    ['half a letter', '\ud83d payments \udc00'],
    ['control signs', 'pay\0ments\n\r\t'],
    ['a long text', 'payments '.repeat(600)],
    ['one long word', 'p'.repeat(5000)],
    ['SQL', "'; DROP TABLE release; --"],
    ['nothing', '   '],
    ['right to left', 'שלום עולם'],
    ['combining marks', 'e\u0301\u0301\u0301 कि ก็'],
  ])('answers whatever is typed: %s', async (_what, text) => {
    const { test } = await begin();
    await find(test, text);
    expect(told(await find(test, 'payments'))).toContain('release: [Payments] 4.2');
    expect(test.errors).toEqual([]);
  });
});

describe('runs', () => {
  const run = aRun({
    id: 9_000_000_777,
    run_number: 4711,
    display_title: 'Mend the walrus timeout',
    head_branch: 'feature/ümlaut',
    head_sha: '9f2c7e41'.padEnd(40, '0'),
  });

  it('are found by title, branch, number and commit after a sync', async () => {
    const delivery = await startDelivery([run, aRun({ id: 9_000_000_778 })]);
    await sync(delivery);
    const { test, connection } = delivery;
    for (const text of ['walr', 'umlaut walrus', '4711', run.head_sha.slice(0, 9)]) {
      expect(hits(await find(test, text))).toMatchObject([
        { kind: 'run', releaseId: null, about: { kind: 'connection', id: connection.id } },
      ]);
    }
    expect(told(await find(test, 'walrus ti'))).toEqual(['run: Mend the [walrus] [timeout]']);
  });

  it('are found after the import of a file, once for all attempts, with their release', async () => {
    const delivery = await startDelivery([]);
    const { test, cast, connection } = delivery;
    const commit = run.head_sha;
    const components = [{ serviceId: cast.payments.id, version: '1.0.0', commit }];
    const { id } = await aRelease(test, cast, { components });
    const path = join(test.folder, 'runs.json');
    const again = { ...run, run_attempt: 2, display_title: 'Mend the walrus again' };
    writeFileSync(path, JSON.stringify([run, again]));
    const input = { connectionId: connection.id, file: { path } };
    await test.call('pipelines.importFile', input, cast.mara.id);
    const found = (await find(test, 'walrus')).groups.find(({ kind }) => kind === 'run');
    expect(found?.hits).toMatchObject([{ releaseId: id, release: 'Payments 4.2' }]);
    expect(marked(found?.hits[0]?.title ?? [])).toBe('Mend the [walrus] again');
  });

  it('are found by what they are called now', async () => {
    const delivery = await startDelivery([]);
    const { test, cast, connection } = delivery;
    const path = join(test.folder, 'runs.json');
    const input = { connectionId: connection.id, file: { path } };
    for (const title of ['Walrus', 'Narwhal']) {
      writeFileSync(path, JSON.stringify([{ ...run, display_title: title }]));
      await test.call('pipelines.importFile', input, cast.mara.id);
    }
    expect(told(await find(test, 'walrus'))).toEqual([]);
    expect(told(await find(test, 'narw'))).toEqual(['run: [Narwhal]']);
  });
});

describe('a file without an index', () => {
  /** As a version before search left it: nothing is known of words. */
  function forget(path: string): void {
    const database = new Database(path);
    database.exec(`DELETE FROM meta WHERE key = 'search_version'; DELETE FROM search_document;
      INSERT INTO search_text (search_text) VALUES ('delete-all');
      INSERT INTO search_text_run (search_text_run) VALUES ('delete-all')`);
    database.close();
  }

  it('gets one when it is opened, of rows and runs alike', async () => {
    const delivery = await startDelivery([aRun({ display_title: 'Mend the walrus' })]);
    await sync(delivery);
    const { test, cast } = delivery;
    const { id } = await aRelease(test, cast, { name: 'Walrus 1' });
    const path = join(test.folder, 'Payments.slipway');
    const before = await find(test, 'walrus');
    await test.call('workspace.close', {});
    forget(path);
    await test.call('workspace.open', { path });
    expect(told(before)).toEqual(['release: [Walrus] 1', 'run: Mend the [walrus]']);
    expect(await find(test, 'walrus')).toEqual(before);
    await test.call('releases.update', { id, name: 'Narwhal 1' }, cast.mara.id);
    expect(told(await find(test, 'narw'))).toEqual(['release: [Narwhal] 1']);
  });

  it('says so when it can only be read', async () => {
    const { test, path } = await begin();
    await test.call('workspace.close', {});
    forget(path);
    const newer = new Database(path);
    newer.pragma('user_version = 9999');
    newer.close();
    await test.call('workspace.open', { path });
    const error = await test.refused('search.find', { text: 'pay' });
    expect(error).toMatchObject({ code: 'precondition_failed' });
    expect(error.message).toMatch(/reading only.*without search/);
  });
});

it('holds the same words after edits as an index that is made anew', async () => {
  const { test, cast, releaseId, as, path } = await begin();
  const { id } = await test.call('scope.add', { releaseId, title: 'One', note: 'Two' }, as);
  await test.call('scope.update', { id, title: 'Three' }, as);
  await test.call('releases.cancel', { id: releaseId, reason: 'Not now' }, as);
  await aRelease(test, cast, { name: 'Second' });
  await test.call('workspace.close', {});
  const database = new Database(path);
  const words = () => {
    database.exec("INSERT INTO search_text (search_text) VALUES ('integrity-check')");
    return database
      .prepare('SELECT entity, entity_id, release_id, title, body FROM search_document ORDER BY 2')
      .all();
  };
  const kept = words();
  database.exec("DELETE FROM meta WHERE key = 'search_version'");
  database.close();
  await test.call('workspace.open', { path });
  await test.call('workspace.close', {});
  const anew = new Database(path);
  expect(
    anew
      .prepare('SELECT entity, entity_id, release_id, title, body FROM search_document ORDER BY 2')
      .all(),
  ).toEqual(kept);
  anew.close();
});
