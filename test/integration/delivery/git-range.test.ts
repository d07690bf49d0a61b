import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Output } from '#shared/contract/index.ts';
import { gitProgram, isolatedGit, startRepository } from '../../support/git.ts';
import type { TestRepository } from '../../support/git.ts';
import { startTestApp } from '../../support/test-app.ts';

type Row = Output<'git.range'>['rows'][number];

function start() {
  const test = startTestApp();
  const repository = startRepository(test.folder);
  repository.commit('chore: begin');
  repository.tag('v1.0.0');
  const range = (from: string | null = 'v1.0.0', to = 'HEAD') =>
    test.call('git.range', { path: repository.path, from, to });
  return { test, repository, range };
}

const said = ({ title, adds, proposed, reason }: Row) => ({ title, adds, proposed, reason });
const titles = (rows: readonly Row[]) => rows.map(({ title }) => title);

/** A branch with its commits, left for main again. */
function work(repository: TestRepository, branch: string, ...messages: string[]): string[] {
  repository.branch(branch);
  const ids = messages.map((message) => repository.commit(message));
  repository.git('switch', '--quiet', 'main');
  return ids;
}

describe.skipIf(gitProgram === null)('what lies between two tags', () => {
  it('is one row a ticket and one for each change without, the oldest first', async () => {
    const { repository, range } = start();
    repository.commit('feat(api): PAY-914 store card aliases');
    repository.commit('fix: count once\n\nRefs: PAY-915');
    repository.commit('PAY-914: more of it');
    repository.commit('perf: read once');
    repository.commit('docs: how to read');
    const end = repository.commit('PAY-916 PAY-917 Two at once');
    const { rows, commits, from, to, warnings } = await range();
    expect({ commits, warnings, from: from?.name, to }).toEqual({
      ...{ commits: 6, warnings: [], from: 'v1.0.0' },
      to: { name: 'HEAD', commit: end },
    });
    expect(
      rows.map(({ kind, ticket, title, proposed, changes }) => [
        kind,
        ticket,
        title,
        proposed,
        changes.length,
      ]),
    ).toEqual([
      ['feature', 'PAY-914', 'Store card aliases', true, 2],
      ['fix', 'PAY-915', 'Count once', true, 1],
      ['improvement', '', 'Read once', true, 1],
      ['improvement', '', 'How to read', false, 1],
      ['improvement', 'PAY-916', 'Two at once', true, 1],
      ['improvement', 'PAY-917', 'Two at once', true, 1],
    ]);
    expect(rows[3]?.cautions).toEqual(['Housekeeping (docs): left out unless it is chosen.']);
  });

  it('takes a merge as one change, with the time of its first commit', async () => {
    const { repository, range } = start();
    work(repository, 'feature/PAY-1-till', 'wip', 'feat: open the till', 'test: the till');
    repository.commit('fix: meanwhile');
    const merged = repository.merge('feature/PAY-1-till');
    const { rows } = await range();
    expect(titles(rows)).toEqual(['Meanwhile', 'Open the till']);
    expect(rows[1]).toMatchObject({ kind: 'feature', ticket: 'PAY-1' });
    expect(rows[1]?.changes).toMatchObject([
      {
        ...{ commit: merged, landed: 'merge', commits: 3, pull: '' },
        firstCommitAt: '2026-11-02T09:30:00.000Z',
        committedAt: '2026-11-02T11:30:00.000Z',
      },
    ]);
  });

  it('knows the requests of forges by their merges and squashes', async () => {
    const { repository, range } = start();
    work(repository, 'pay-12', 'one', 'two');
    repository.merge('pay-12', 'Merge pull request #12 from mara/pay-12\n\nfeat: refunds in parts');
    work(repository, 'gitlab', 'three');
    repository.merge(
      'gitlab',
      "Merge branch 'gitlab' into 'main'\n\nfix: the fee\n\nSee merge request shop/pay!34",
    );
    repository.commit('feat: squashed on the forge (#14)\n\n* one\n* two');
    const { rows } = await range();
    const facts = rows.map(({ title, ticket, changes }) => [
      title,
      ticket,
      changes[0]?.pull,
      changes[0]?.landed,
    ]);
    expect(facts).toEqual([
      ['Refunds in parts', '', '#12', 'merge'],
      ['The fee', '', '!34', 'merge'],
      ['Squashed on the forge', '', '#14', 'squash'],
    ]);
  });

  it('reads from git’s own squash what was begun, and when', async () => {
    const { repository, range } = start();
    work(repository, 'till', 'feat: open the till', 'fix: close it again');
    repository.git('merge', '--quiet', '--squash', 'till');
    repository.git('commit', '--quiet', '--no-edit');
    const { rows } = await range();
    expect(rows).toMatchObject([{ title: 'Open the till', kind: 'feature' }]);
    expect(rows[0]?.changes).toMatchObject([
      { landed: 'squash', commits: 1, firstCommitAt: '2026-11-02T09:30:00.000Z' },
    ]);
  });

  it('opens a merge that brings main in: what came with it stands for itself', async () => {
    const { repository, range } = start();
    repository.branch('release/1.1');
    repository.commit('fix: only here');
    repository.git('switch', '--quiet', 'main');
    work(repository, 'feature/till', 'feat: open the till', 'feat: and close it');
    repository.merge('feature/till');
    repository.commit('fix: on main');
    repository.git('switch', '--quiet', 'release/1.1');
    repository.merge('main');
    const { rows, commits } = await range('v1.0.0', 'release/1.1');
    expect(commits).toBe(6);
    expect(titles(rows)).toEqual(['Only here', 'Open the till', 'On main']);
  });

  it('reads the whole history where nothing came before', async () => {
    const { repository, range } = start();
    repository.commit('feat: first');
    const { rows, from } = await range(null);
    expect(from).toBeNull();
    expect(titles(rows)).toEqual(['Begin', 'First']);
  });
});

describe.skipIf(gitProgram === null)('a revert', () => {
  it('and what it takes back change nothing, and each says so', async () => {
    const { repository, range } = start();
    const added = repository.commit('feat: PAY-1 open the till');
    const reverted = repository.revert(added);
    repository.commit('fix: the fee');
    const { rows } = await range();
    expect(rows.map(said)).toEqual([
      {
        ...{ title: 'Open the till', adds: 'nothing', proposed: false },
        reason: `Reverted by ${reverted.slice(0, 12)}.`,
      },
      {
        ...{
          title: expect.stringContaining('Revert "feat: PAY-1'),
          adds: 'nothing',
          proposed: false,
        },
        reason: `Takes back ${added.slice(0, 12)}, which lies in between too.`,
      },
      { title: 'The fee', adds: 'item', proposed: true, reason: '' },
    ]);
  });

  it('that was reverted lets the first commit stand, however often', async () => {
    const { repository, range } = start();
    const added = repository.commit('feat: open the till');
    const once = repository.revert(added);
    const twice = repository.revert(once);
    expect((await range()).rows.map(({ adds }) => adds)).toEqual(['item', 'nothing', 'nothing']);
    repository.revert(twice);
    expect((await range()).rows.map(({ adds }) => adds)).toEqual(Array(4).fill('nothing'));
  });

  it('of a merge takes back all that it brought', async () => {
    const { repository, range } = start();
    work(repository, 'till', 'feat: open the till', 'feat: close it');
    const merged = repository.merge('till');
    repository.revert(merged, '-m', '1');
    const { rows } = await range();
    expect(rows.map(({ adds, title }) => [title, adds])).toEqual([
      ['Open the till', 'nothing'],
      [expect.stringContaining('Revert "Merge'), 'nothing'],
    ]);
  });

  it('of one commit of a merge leaves the rest, with a caution', async () => {
    const { repository, range } = start();
    const [, second = ''] = work(repository, 'till', 'feat: open the till', 'feat: close it');
    repository.merge('till');
    repository.revert(second);
    const { rows } = await range();
    expect(rows[0]).toMatchObject({
      adds: 'item',
      cautions: ['1 of its 2 commits cancel each other out or were reverted.'],
    });
    expect(rows[1]?.adds).toBe('nothing');
  });

  it('of what came before is a change, and says what it takes back or brings back', async () => {
    const { repository, range } = start();
    const earlier = repository.commit('feat: the old till');
    const gone = repository.revert(repository.commit('feat: the new till'));
    repository.tag('v1.1.0');
    repository.revert(earlier);
    repository.revert(gone);
    const { rows } = await range('v1.1.0');
    expect(rows.map(({ kind, adds, cautions }) => [kind, adds, cautions])).toEqual([
      [
        ...['fix', 'item'],
        [`Takes back “feat: the old till” (${earlier.slice(0, 12)}), which came before.`],
      ],
      ['fix', 'item', [`Brings back what was reverted before (${gone.slice(0, 12)}).`]],
    ]);
  });
});

describe.skipIf(gitProgram === null)('what a commit says', () => {
  it('is text, whatever it is', async () => {
    const { repository, range, test } = start();
    const hostile = '<img src=x onerror=alert(1)> [x](javascript:alert(1)) `a` *b* =1+1 \u202Eשלום';
    repository.commit(`feat: ${hostile}`);
    repository.commit('\u001B[31mRed\u001B[0m and \u001B]0;title\u0007loud');
    repository.commit(`fix: ${'long '.repeat(10_000)}`);
    const tree = repository.git('rev-parse', 'HEAD^{tree}').trim();
    const parent = repository.git('rev-parse', 'HEAD').trim();
    const person = 'M <m@x> 1793700000 +0000';
    const raw = `tree ${tree}\nparent ${parent}\nauthor ${person}\ncommitter ${person}\n\nseen\0feat: unseen\n`;
    const nul = isolatedGit(
      repository.path,
      ['hash-object', '-t', 'commit', '-w', '--stdin', '--literally'],
      { input: raw },
    ).trim();
    repository.git('update-ref', 'refs/heads/main', nul);
    const { rows } = await range();
    expect(rows.map(({ title }) => title)).toEqual([
      hostile,
      'Red and loud',
      expect.stringMatching(/^Long long .{180,}…$/),
      'Seen',
    ]);
    expect(rows[2]?.note).toHaveLength(4_000);
    const { markdown } = await test.call('git.notes', { path: repository.path, from: 'v1.0.0' });
    expect(markdown).toContain('\\<img src=x onerror=alert(1)\\> \\[x\\](javascript:alert(1))');
    expect(markdown).not.toMatch(/(?<!\\)<|\u001B|\u202E/);
  });

  it('may be nothing, or not be UTF-8', async () => {
    const { repository, range } = start();
    repository.git('commit', '--quiet', '--allow-empty', '--allow-empty-message', '-m', '');
    repository.git('config', 'i18n.commitEncoding', 'ISO-8859-1');
    isolatedGit(repository.path, ['commit', '--quiet', '--allow-empty', '-F', '-'], {
      input: 'feat: Gr\xfc\xdfe',
    });
    const { rows } = await range();
    expect(titles(rows)).toEqual(['No message', expect.stringContaining('Gr')]);
  });

  it('is told with the author’s time as the first, also when that clock runs ahead', async () => {
    const { repository, range } = start();
    repository.commit('fix: ahead', {
      at: '2026-11-09T09:00:00Z',
      committedAt: '2026-11-08T09:00:00Z',
    });
    const { rows } = await range();
    expect(rows[0]?.cautions).toEqual([
      'Its author’s clock is ahead of the time it was committed.',
    ]);
    expect(rows[0]?.changes).toMatchObject([
      { firstCommitAt: '2026-11-09T09:00:00.000Z', committedAt: '2026-11-08T09:00:00.000Z' },
    ]);
  });
});

describe.skipIf(gitProgram === null)('the two ends', () => {
  it('are tags, annotated or not, branches and ids, with slashes and any letters in them', async () => {
    const { repository, range } = start();
    const id = repository.commit('feat: one');
    repository.git('tag', '-a', 'release/ü-1.1', '-m', 'One');
    repository.branch('hotfix/1.1-✓');
    repository.commit('feat: two');
    for (const from of ['release/ü-1.1', id, id.slice(0, 9), 'refs/tags/release/ü-1.1']) {
      const answer = await range(from, 'hotfix/1.1-✓');
      expect(answer.from?.commit).toBe(id);
      expect(titles(answer.rows)).toEqual(['Two']);
    }
  });

  it('take a tag before a branch of the same name', async () => {
    const { repository, range } = start();
    repository.git('branch', 'v1.0.0', repository.commit('feat: one'));
    expect(titles((await range()).rows)).toEqual(['One']);
  });

  it('that are not there are refused with what is like them', async () => {
    const { repository, test } = start();
    repository.tag('v1.0.1');
    const refused = (input: object) =>
      test.refused('git.range', { path: repository.path, ...input });
    const error = await refused({ from: 'v1.0.9' });
    expect(error).toMatchObject({ code: 'not_found', fields: { from: expect.any(String) } });
    expect(error.message).toContain('There is “v1.0.1”, “v1.0.0”');
    for (const from of [
      '--output=/tmp/x',
      '-n1',
      'v1.0.0..HEAD',
      'HEAD~1',
      'v1.0.0^{tree}',
      'a b',
      '@{u}',
      ':/fix',
    ]) {
      expect(await refused({ from })).toMatchObject({
        code: 'invalid_input',
        fields: { from: expect.any(String) },
      });
    }
    const blob = repository.git('rev-parse', 'HEAD:file-0.txt').trim();
    repository.git('tag', 'file', blob);
    expect((await refused({ from: 'file' })).message).toContain('stands for a tree, a file');
  });

  it('that lie side by side or the wrong way round are told', async () => {
    const { repository, range } = start();
    repository.branch('hotfix');
    repository.commit('fix: only on the hotfix');
    repository.tag('v1.0.1');
    repository.git('switch', '--quiet', 'main');
    repository.commit('feat: next');
    expect((await range('v1.0.1')).warnings).toEqual([
      expect.stringContaining('“v1.0.1” has 1 commit that “HEAD” has not'),
    ]);
    const back = await range('main', 'v1.0.0');
    expect(back).toMatchObject({ commits: 0, rows: [] });
    expect(back.warnings).toEqual([
      expect.stringContaining('“v1.0.0” lies before “main”, by 1 commit'),
    ]);
    expect((await range('v1.0.0', 'v1.0.0')).warnings).toEqual([
      '“v1.0.0” and “v1.0.0” are the same commit.',
    ]);
    repository.git('switch', '--quiet', '--orphan', 'other');
    repository.commit('feat: elsewhere');
    expect((await range('main', 'other')).warnings).toEqual([
      expect.stringContaining('have no commit in common'),
    ]);
  });

  it('of a shallow clone say that something is missing', async () => {
    const { repository, test } = start();
    for (const n of [1, 2, 3, 4]) repository.commit(`feat: number ${n}`);
    const path = join(test.folder, 'shallow');
    repository.git('clone', '--quiet', '--depth=2', `file://${repository.path}`, path);
    const look = await test.call('git.look', { path });
    expect(look).toMatchObject({ shallow: true, tags: [] });
    expect(look.warnings.join(' ')).toContain('git fetch --unshallow --tags');
    const error = await test.refused('git.range', { path, from: 'v1.0.0' });
    expect(error.message).toContain('This is a shallow clone, which often lacks tags');
    const { rows, warnings } = await test.call('git.range', { path, from: null });
    expect(titles(rows)).toEqual(['Number 3', 'Number 4']);
    expect(warnings).toEqual([expect.stringContaining('its history ends between the two')]);
  });

  it('may lie 10,000 commits apart and no more', async () => {
    const { repository, range, test } = start();
    const lines = Array.from({ length: 10_001 }, (_, n) => {
      const message = `feat: PAY-${(n % 300) + 1} number ${n}`;
      const from = n === 0 ? '\nfrom refs/tags/v1.0.0^0' : '';
      return `commit refs/heads/main\ncommitter M <m@x> ${1_793_700_000 + n} +0000\ndata ${message.length}\n${message}${from}\n`;
    });
    isolatedGit(repository.path, ['fast-import', '--quiet', '--force'], {
      input: lines.join('\n'),
    });
    const { rows, commits } = await range('v1.0.0', repository.git('rev-parse', 'main~1').trim());
    expect(commits).toBe(10_000);
    expect(rows).toHaveLength(300);
    const error = await test.refused('git.range', {
      path: repository.path,
      from: 'v1.0.0',
      to: 'main',
    });
    expect(error.message).toContain('More than 10,000 commits lie between “v1.0.0” and “main”');
  });

  it('are read the same where history was lost since: nothing of it is guessed', async () => {
    const { repository, test } = start();
    repository.commit('feat: one');
    rmSync(join(repository.path, '.git/objects'), { recursive: true });
    const error = await test.refused('git.range', { path: repository.path, from: 'v1.0.0' });
    expect(error.code).not.toBe('internal');
    expect(error.message).toMatch(/Git|git|commit/);
  });
});
