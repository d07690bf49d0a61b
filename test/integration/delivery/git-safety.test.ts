import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gitProgram, isolatedGit, startRepository } from '../../support/git.ts';
import { startTestApp } from '../../support/test-app.ts';
import { testMachine } from '../../support/test-machine.ts';

/** A repository in which everything git could be made to run writes a file of its own. */
function trap() {
  const test = startTestApp();
  const repository = startRepository(test.folder);
  const fired = join(test.folder, 'fired');
  mkdirSync(fired);
  const canary = (name: string) => {
    const path = join(test.folder, `canary-${name}`);
    writeFileSync(path, `#!/bin/sh\n: > '${join(fired, name)}'\nexit 1\n`);
    chmodSync(path, 0o755);
    return path;
  };
  repository.commit('feat: one');
  repository.tag('v1.0.0');
  writeFileSync(join(repository.path, '.gitattributes'), '* diff=trap filter=trap\n');
  repository.commit('feat: PAY-1 two');
  const head = sign(repository.git, repository.path);

  const hooks = join(repository.path, '.git/hooks');
  for (const hook of [
    'post-checkout',
    'post-index-change',
    'reference-transaction',
    'pre-auto-gc',
    'fsmonitor-watchman',
  ]) {
    writeFileSync(join(hooks, hook), `#!/bin/sh\n: > '${join(fired, hook)}'\n`);
    chmodSync(join(hooks, hook), 0o755);
  }
  const settings: [string, string][] = [
    ['core.hooksPath', hooks],
    ['core.fsmonitor', canary('fsmonitor')],
    ['core.pager', canary('pager')],
    ['core.editor', canary('editor')],
    ['core.askPass', canary('ask-pass')],
    ['core.sshCommand', canary('ssh')],
    ['core.gitProxy', canary('proxy')],
    ['core.alternateRefsCommand', canary('alternate-refs')],
    ['credential.helper', `!${canary('credential')}`],
    ['diff.external', canary('external')],
    ['diff.trap.textconv', canary('textconv')],
    ['diff.trap.command', canary('diff-command')],
    ['filter.trap.clean', canary('clean')],
    ['filter.trap.smudge', canary('smudge')],
    ['filter.trap.process', canary('process')],
    ['filter.trap.required', 'true'],
    ['gpg.program', canary('gpg')],
    ['gpg.openpgp.program', canary('openpgp')],
    ['gpg.ssh.program', canary('gpg-ssh')],
    ['log.showSignature', 'true'],
    ['log.diffMerges', 'on'],
    ['log.mailmap', 'true'],
    ['format.pretty', '%H'],
    ['interactive.diffFilter', canary('diff-filter')],
    ['uploadpack.packObjectsHook', canary('pack-objects')],
    ['remote.origin.url', `ext::${canary('transport')}`],
    ['remote.origin.promisor', 'true'],
    ['remote.origin.partialclonefilter', 'tree:0'],
    ['remote.origin.uploadpack', canary('upload-pack')],
    ['remote.origin.vcs', 'trap'],
    ['extensions.partialClone', 'origin'],
    ['protocol.allow', 'always'],
    ['protocol.ext.allow', 'always'],
    ['protocol.trap.allow', 'always'],
    ['core.repositoryFormatVersion', '1'],
    ['color.ui', 'always'],
    ...['log', 'rev-parse', 'for-each-ref', 'rev-list', 'merge-base', 'symbolic-ref'].flatMap(
      (name): [string, string][] => [
        [`alias.${name}`, `!${canary(`alias-${name}`)}`],
        [`pager.${name}`, canary(`pager-${name}`)],
      ],
    ),
  ];
  const included = join(repository.path, '.git/more');
  writeFileSync(included, settings.map(([key, value]) => toConfig(key, value)).join('\n'));
  for (const [key, value] of settings) repository.git('config', key, value);
  repository.git('config', 'include.path', included);
  return { test, repository, fired: () => readdirSync(fired), head };
}

function toConfig(key: string, value: string): string {
  const parts = key.split('.');
  const [section = '', name = ''] = [parts[0], parts.at(-1)];
  const middle = parts.slice(1, -1).join('.');
  return `[${section}${middle === '' ? '' : ` "${middle}"`}]\n\t${name} = "${value}"`;
}

/** The newest commit again with a signature in it, which only a program could check. */
function sign(git: (...args: string[]) => string, path: string): string {
  const commit = git('cat-file', 'commit', 'HEAD');
  const signature = 'gpgsig -----BEGIN PGP SIGNATURE-----\n \n AAAA\n -----END PGP SIGNATURE-----';
  const signed = commit.replace(/\n\n/, `\n${signature}\n\n`);
  const id = isolatedGit(path, ['hash-object', '-t', 'commit', '-w', '--stdin'], {
    input: signed,
  }).trim();
  git('update-ref', 'refs/heads/main', id);
  return id;
}

describe.skipIf(gitProgram === null || process.platform === 'win32')(
  'a repository that is a trap',
  () => {
    it('runs nothing: no hook, alias, pager, filter, signature check or transport of it', async () => {
      const { test, repository, fired, head } = trap();
      const { path } = repository;
      await test.call('git.look', { path });
      const { rows, to } = await test.call('git.range', { path, from: 'v1.0.0' });
      expect(rows.map(({ title }) => title)).toEqual(['Two']);
      expect(to.commit).toBe(head);
      await test.call('git.notes', { path });
      for (const from of ['f'.repeat(40), 'missing', 'refs/remotes/origin/main']) {
        await test.refused('git.range', { path, from });
      }
      expect(fired()).toEqual([]);
    });

    it('would have run some of it for a git that is called without care', () => {
      const { repository, fired } = trap();
      const careless = (...args: string[]) => {
        try {
          repository.git(...args);
        } catch {
          // What it printed does not matter here: the files do.
        }
      };
      careless('log', '-p', '--ext-diff', 'v1.0.0..HEAD');
      careless('cat-file', '-p', 'f'.repeat(40));
      careless('status');
      expect(fired()).toEqual(expect.arrayContaining(['fsmonitor', 'openpgp', 'transport']));
    });

    it('cannot replace commits, or graft others behind them', async () => {
      const { test, repository } = trap();
      const { path, git } = repository;
      const head = git('rev-parse', 'HEAD').trim();
      const forged = git('cat-file', 'commit', 'HEAD').replace('two', 'nothing to see');
      const id = isolatedGit(path, ['hash-object', '-t', 'commit', '-w', '--stdin'], {
        input: forged,
      }).trim();
      git('update-ref', `refs/replace/${head}`, id);
      writeFileSync(join(path, '.git/info/grafts'), `${head}\n`);
      const { rows, commits } = await test.call('git.range', { path, from: 'v1.0.0' });
      expect(rows.map(({ title }) => title)).toEqual(['Two']);
      expect(commits).toBe(1);
    });

    it('may borrow objects from elsewhere, and still runs nothing', async () => {
      const { test, repository, fired } = trap();
      const path = join(test.folder, 'borrower');
      isolatedGit(test.folder, [
        'clone',
        '--quiet',
        '--shared',
        '--no-checkout',
        '--config',
        'core.fsmonitor=false',
        repository.path,
        path,
      ]);
      const before = fired();
      const { rows } = await test.call('git.range', { path, from: 'v1.0.0' });
      expect(rows.map(({ title }) => title)).toEqual(['Two']);
      expect(fired()).toEqual(before);
    });
  },
);

describe.skipIf(gitProgram === null || process.platform === 'win32')(
  'the git that is called',
  () => {
    /** A program called git that says what it was told, in a folder of its own. */
    function fakeGit(folder: string, script: string): string {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'git'), `#!/bin/sh\n${script}\n`);
      chmodSync(join(folder, 'git'), 0o755);
      return folder;
    }

    function withPath(path: string) {
      const test = startTestApp();
      test.platform.machine = { ...testMachine, os: 'freebsd', env: { PATH: path } };
      return test;
    }

    it('is told to be installed where it is missing, with what goes without it', async () => {
      const test = withPath('/nonexistent');
      const error = await test.refused('git.look', { path: test.folder });
      expect(error.code).toBe('unavailable');
      expect(error.message).toContain('Git was not found on this machine');
      expect(error.message).toContain('Install');
    });

    it('is refused where it is too old to be kept from running things, or is something else', async () => {
      const folder = startTestApp().folder;
      const old = withPath(fakeGit(join(folder, 'old'), 'echo git version 2.25.1'));
      expect((await old.refused('git.look', { path: folder })).message).toContain(
        'is Git 2.25.1; Slipway needs 2.32 or newer',
      );
      const odd = withPath(
        fakeGit(join(folder, 'odd'), 'echo "xcode-select: note: no developer tools" >&2; exit 1'),
      );
      expect((await odd.refused('git.look', { path: folder })).message).toContain(
        'no developer tools',
      );
    });

    it('is never one that lies in the repository or in a relative folder of the path', async () => {
      const test = withPath(`.::relative:${gitProgram?.replace(/\/git$/, '') ?? ''}`);
      const repository = startRepository(test.folder);
      fakeGit(repository.path, `: > '${test.folder}/ran'`);
      repository.commit('feat: one');
      await test.call('git.look', { path: repository.path });
      expect(existsSync(join(test.folder, 'ran'))).toBe(false);
    });

    it('stops when the caller goes away, and says so', async () => {
      const folder = startTestApp().folder;
      const test = withPath(
        fakeGit(
          join(folder, 'slow'),
          'case "$*" in --version) echo git version 2.40.0;; *) exec sleep 600;; esac',
        ),
      );
      const stop = new AbortController();
      const called = test.app.call('git.look', { path: folder }, { signal: stop.signal });
      setImmediate(() => stop.abort());
      expect(await called).toMatchObject({ ok: false, error: { code: 'unavailable' } });
    });
  },
);
