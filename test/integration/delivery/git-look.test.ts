import { chownSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildWorkspace } from '../../support/build-workspace.ts';
import { gitProgram, isolatedGit, startRepository } from '../../support/git.ts';
import { startTestApp } from '../../support/test-app.ts';
import { testMachine } from '../../support/test-machine.ts';

function start() {
  const test = startTestApp();
  const repository = startRepository(test.folder);
  const look = (path = repository.path) => test.call('git.look', { path });
  const refused = (path: string) => test.refused('git.look', { path });
  return { test, repository, look, refused };
}

describe.skipIf(gitProgram === null)('a look at a repository', () => {
  it('offers tags and branches, the newest first, and where a release begins and ends', async () => {
    const { repository, look } = start();
    const first = repository.commit('feat: one', { at: '2026-10-01T09:00:00Z' });
    repository.tag('v1.0.0');
    const second = repository.commit('feat: two', { at: '2026-10-08T09:00:00Z' });
    repository.tag('v1.1.0');
    repository.git('tag', '-a', '-m', 'Of a tag', 'signed-off', 'v1.1.0');
    repository.git('tag', 'tree', 'HEAD^{tree}');
    repository.branch('feature/ü ✓'.replace(' ', '-'));
    const third = repository.commit('feat: three', { at: '2026-10-09T09:00:00Z' });
    const answer = await look();
    expect(answer).toMatchObject({
      ...{ root: repository.path, kind: 'repository', shallow: false, warnings: [] },
      head: { branch: 'feature/ü-✓', commit: third },
      suggested: { from: expect.stringMatching(/^(signed-off|v1\.1\.0)$/), to: 'feature/ü-✓' },
    });
    expect(answer.tags.find(({ name }) => name === 'v1.0.0')).toEqual({
      ...{ name: 'v1.0.0', commit: first, at: '2026-10-01T09:00:00.000Z' },
    });
    expect(answer.tags.find(({ name }) => name === 'signed-off')?.commit).toBe(second);
    expect(answer.tags.map(({ name }) => name)).not.toContain('tree');
    expect(answer.branches.map(({ name }) => name)).toEqual(['feature/ü-✓', 'main']);
  });

  it('proposes the tag of what is checked out, from the one before it', async () => {
    const { repository, look } = start();
    repository.commit('feat: one');
    repository.tag('v1.0.0');
    repository.commit('feat: two');
    repository.tag('v1.1.0');
    repository.git('switch', '--quiet', '--detach');
    const { suggested, head } = await look();
    expect(suggested).toEqual({ from: 'v1.0.0', to: 'v1.1.0' });
    expect(head?.branch).toBeNull();
  });

  it('says what it is: bare, a worktree, a submodule, a folder within, or empty', async () => {
    const { test, repository, look } = start();
    expect(await look()).toMatchObject({ head: null, suggested: null });
    expect((await look()).warnings[0]).toBe('This repository has no commit yet.');
    repository.commit('feat: one');
    const at = (name: string) => join(test.folder, name);
    repository.git('clone', '--quiet', '--bare', '.', at('bare.git'));
    expect(await look(at('bare.git'))).toMatchObject({ kind: 'bare', root: at('bare.git') });
    repository.git('worktree', 'add', '--quiet', at('tree'), '-b', 'other');
    const tree = await look(at('tree'));
    expect(tree).toMatchObject({ kind: 'worktree', root: at('tree') });
    expect(tree.warnings[0]).toContain('This is a worktree');
    const outer = startRepository(test.folder, 'outer');
    outer.git(
      '-c',
      'protocol.file.allow=always',
      'submodule',
      '--quiet',
      'add',
      repository.path,
      'sub',
    );
    expect(await look(join(outer.path, 'sub'))).toMatchObject({ kind: 'submodule' });
    mkdirSync(join(repository.path, 'src'));
    expect((await look(join(repository.path, 'src'))).root).toBe(repository.path);
    expect((await look(join(repository.path, '.git'))).root).toBe(repository.path);
  });

  it('reads a repository that counts by SHA-256', async () => {
    const { test, look } = start();
    const path = join(test.folder, 'wide');
    mkdirSync(path);
    isolatedGit(path, ['init', '--quiet', '--object-format=sha256', '--initial-branch=main']);
    isolatedGit(path, ['commit', '--quiet', '--allow-empty', '-m', 'feat: one']);
    expect((await look(path)).head?.commit).toMatch(/^[0-9a-f]{64}$/);
    const { rows } = await test.call('git.range', { path });
    expect(rows.map(({ title }) => title)).toEqual(['One']);
  });

  it('refuses what is no repository, and says what it is', async () => {
    const { test, repository, refused } = start();
    const plain = join(test.folder, 'plain');
    mkdirSync(plain);
    writeFileSync(join(plain, 'notes.txt'), 'Nothing');
    expect(await refused(plain)).toMatchObject({
      code: 'precondition_failed',
      fields: { path: expect.any(String) },
    });
    expect((await refused(plain)).message).toContain('is no Git repository');
    expect((await refused(join(plain, 'notes.txt'))).message).toContain(
      'is a file; a repository is a folder',
    );
    expect(await refused(join(plain, 'nowhere'))).toMatchObject({ code: 'not_found' });
    expect((await refused('~/code')).message).toContain('“~” is not read here');
    expect((await refused('')).code).toBe('invalid_input');
    expect((await refused('a\0b')).code).toBe('invalid_input');
    repository.commit('feat: one');
    const tree = join(test.folder, 'tree');
    repository.git('worktree', 'add', '--quiet', tree, '-b', 'other');
    renameSync(repository.path, `${repository.path}-moved`);
    expect((await refused(tree)).message).toContain(
      'names the repository it belongs to, and that is not there',
    );
  });

  it('tells in git’s words what is wrong with a damaged one', async () => {
    const { repository, refused } = start();
    writeFileSync(join(repository.path, '.git/config'), '[core\nbroken');
    expect((await refused(repository.path)).message).toMatch(
      /Git could not read .*bad config line 1/,
    );
  });

  it.skipIf(process.getuid?.() !== 0)(
    'refuses one of another user until that very folder is trusted',
    async () => {
      const { test, repository, refused, look } = start();
      repository.commit('feat: one');
      for (const path of [repository.path, join(repository.path, '.git')])
        chownSync(path, 65534, 65534);
      const error = await refused(repository.path);
      expect(error).toMatchObject({
        code: 'forbidden',
        fields: { path: 'belongs to another user' },
      });
      expect(error.message).toContain(
        `git config --global --add safe.directory ${repository.path}`,
      );
      test.platform.machine = { ...testMachine, home: test.folder };
      const trust = (folder: string) =>
        writeFileSync(join(test.folder, '.gitconfig'), `[safe]\n\tdirectory = ${folder}\n`);
      trust('*');
      expect((await refused(repository.path)).code).toBe('forbidden');
      trust(repository.path);
      expect((await look()).kind).toBe('repository');
    },
  );
});

describe('the place of a repository', () => {
  it('is remembered on this device for each service, and for none', async () => {
    const test = startTestApp();
    const { mara, payments, checkout } = await buildWorkspace(test);
    expect(await test.call('git.places', {})).toEqual([]);
    const remember = (serviceId: string | null, path: string) =>
      test.call('git.remember', { serviceId, path }, mara.id);
    await remember(payments.id, '/code/old');
    await remember(payments.id, '/code/payments');
    await remember(null, '/code/all');
    expect(await test.call('git.places', {})).toEqual([
      { serviceId: null, path: '/code/all' },
      { serviceId: payments.id, path: '/code/payments' },
    ]);
    expect(JSON.stringify(test.platform.settings.read())).not.toContain(checkout.id);
    const unknown = { serviceId: '0190a0a0-0000-7000-8000-0000000000ff', path: '/code' };
    expect((await test.refused('git.remember', unknown)).code).toBe('not_found');
  });
});
