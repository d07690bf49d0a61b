import { copyFileSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { buildWorkspace } from '../../support/build-workspace.ts';
import { temporaryFolder } from '../../support/surroundings.ts';
import { startTestApp } from '../../support/test-app.ts';

/** A closed workspace with people in it, and beside it another one that is open. */
async function twoWorkspaces() {
  const test = startTestApp();
  await buildWorkspace(test);
  const path = join(test.folder, 'Payments.slipway');
  const open = join(temporaryFolder(), 'Open.slipway');
  await test.call('workspace.create', { path: open, name: 'Open', zone: 'Europe/London' });
  return { test, path, open };
}

/** Overwrites the page a table begins on, as a failing disk does. */
function damage(path: string, table: string): void {
  const raw = new Database(path, { readonly: true });
  const size = Number(raw.pragma('page_size', { simple: true }));
  const page = raw
    .prepare<[string], number>('SELECT rootpage FROM sqlite_schema WHERE name = ?')
    .pluck()
    .get(table);
  raw.close();
  if (page === undefined) throw new Error(`there is no table ${table}`);
  const bytes = readFileSync(path);
  bytes.fill(0x5a, (page - 1) * size, page * size);
  writeFileSync(path, bytes);
}

const notWorkspaces: [string, (path: string) => void, string, RegExp][] = [
  [
    'a text',
    (path) => writeFileSync(path, 'minutes of the meeting'),
    'invalid_input',
    /not a Slipway workspace: expected .* found a file too short.*Choose another file/,
  ],
  ['nothing', (path) => writeFileSync(path, ''), 'invalid_input', /an empty file.*Choose another/],
  [
    'a picture',
    (path) => writeFileSync(path, Buffer.alloc(5000, 0x89)),
    'invalid_input',
    /found another kind of file.*Choose another file/,
  ],
  [
    'a database of another program',
    (path) => {
      const raw = new Database(path);
      raw.exec('CREATE TABLE workspace (id)');
      raw.close();
    },
    'invalid_input',
    /SQLite database of another program.*Choose another file/,
  ],
];

describe('A file that is not a workspace', () => {
  it.each(notWorkspaces)('but %s is refused in words and left as it was', async (...each) => {
    const [, make, code, words] = each;
    const { test, open } = await twoWorkspaces();
    const folder = temporaryFolder();
    const path = join(folder, 'notes.slipway');
    make(path);
    const before = readFileSync(path);
    const refused = await test.refused('workspace.open', { path });
    expect(refused.code).toBe(code);
    expect(refused.message).toContain(path);
    expect(refused.message).toMatch(words);
    expect(readFileSync(path)).toEqual(before);
    expect(readdirSync(folder)).toEqual(['notes.slipway']);
    expect((await test.call('workspace.state', {})).open?.path).toBe(open);
    expect(test.errors).toEqual([]);
  });

  it('because it is not there, or a folder, is refused in words', async () => {
    const { test, open } = await twoWorkspaces();
    const gone = await test.refused('workspace.open', { path: join(test.folder, 'gone.slipway') });
    expect(gone).toMatchObject({ code: 'not_found' });
    expect(gone.message).toMatch(/There is no file .*gone\.slipway\. Check the path, or create/);
    const folder = await test.refused('workspace.open', { path: test.folder });
    expect(folder).toMatchObject({ code: 'invalid_input' });
    expect(folder.message).toMatch(/is a folder\. Choose a \.slipway file in it/);
    expect(readdirSync(test.folder)).toEqual(['Payments.slipway']);
    expect((await test.call('workspace.state', {})).open?.path).toBe(open);
  });
});

describe('A damaged workspace', () => {
  const words =
    /Payments\.slipway is damaged: .*Nothing was changed\. Keep the file, and open the newest backup of it/;

  it.each(['workspace', 'meta'])(
    'in its table %s is not opened, and what was open stays open',
    async (table) => {
      const { test, path, open } = await twoWorkspaces();
      damage(path, table);
      const before = readFileSync(path);
      // Twice: the first try must not leave the file locked.
      for (const _try of [1, 2]) {
        const refused = await test.refused('workspace.open', { path });
        expect(refused.code).toBe('precondition_failed');
        expect(refused.message).toMatch(words);
      }
      expect((await test.call('workspace.state', {})).open?.path).toBe(open);
      expect(test.errors).toEqual([]);
      expect(readFileSync(path).subarray(100)).toEqual(before.subarray(100));
      expect(readdirSync(test.folder)).toEqual(['Payments.slipway']);
    },
  );

  it('says so where the damage is met, and is not backed up as if it were whole', async () => {
    const { test, path } = await twoWorkspaces();
    const whole = join(temporaryFolder(), 'Whole.slipway');
    copyFileSync(path, whole);
    damage(path, 'service');
    await test.call('workspace.open', { path });
    expect((await test.refused('services.list', {})).message).toMatch(words);
    expect((await test.refused('workspace.verify', {})).message).toMatch(words);
    const backup = await test.refused('workspace.backup', {});
    expect(backup.message).toMatch(/damaged|did not pass its check/);
    expect(readdirSync(test.folder).filter((name) => /2026|partial/.test(name))).toEqual([]);
    expect((await test.call('people.list', {})).people).toHaveLength(5);
    await test.call('workspace.open', { path: whole });
    expect(await test.call('services.list', {})).toHaveLength(2);
    expect(test.errors).toEqual([]);
  });
});

describe('A workspace of a newer version', () => {
  it('is read, is not changed, and says to update', async () => {
    const { test, path } = await twoWorkspaces();
    const raw = new Database(path);
    raw.pragma('user_version = 99');
    raw.close();
    const before = readFileSync(path);
    await test.call('workspace.open', { path });
    expect((await test.call('workspace.state', {})).open?.readOnly).toContain('newer Slipway');
    const { people } = await test.call('people.list', {});
    const refused = await test.refused('services.save', { name: 'ledger' }, people[0]?.id);
    expect(refused.code).toBe('precondition_failed');
    expect(refused.message).toMatch(/its format is 99, this program knows \d+.*Update Slipway/);
    await test.call('workspace.close', {});
    expect(readFileSync(path)).toEqual(before);
    expect(readdirSync(test.folder)).toEqual(['Payments.slipway']);
    expect(test.errors).toEqual([]);
  });
});
