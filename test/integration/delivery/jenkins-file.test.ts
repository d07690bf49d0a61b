import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aBuild, aFolder, aJob } from '../../support/servers/jenkins.ts';
import { someBuilds, startJenkins } from './jenkins.ts';

describe('A file of Jenkins', () => {
  it('brings the same as a sync, row for row, of one job or of a folder', async () => {
    const going = aBuild({ number: 131, building: true, result: null, duration: 0 });
    const items = [
      ...[aFolder('shop'), aJob('shop/feature%2Fgröße', [...someBuilds(130), going])],
      aJob('shop/web', someBuilds(3)),
    ];
    const { jenkins, test, cast, connection, sync, runs } = await startJenkins(items);
    await sync();
    const bySync = (await runs()).map(({ id: _id, ...rest }) => rest);
    expect(bySync).toHaveLength(134);
    const path = join(test.folder, 'builds.json');
    const { id: connectionId } = connection;
    const bring = () =>
      test.call('pipelines.importFile', { connectionId, file: { path } }, cast.mara.id);

    const told = items.flatMap(({ fullName, builds = [] }) => {
      const at = `http://wrong.invalid/job/${fullName.split('/').map(encodeURIComponent).join('/job/')}`;
      const list = builds.map((build) => ({ ...build, url: `${at}/${build.number}/` }));
      return builds.length === 0 ? [] : [{ _class: 'a.Job', allBuilds: list }];
    });
    writeFileSync(path, JSON.stringify({ _class: 'a.Folder', jobs: told }));
    expect(await bring()).toMatchObject({ added: 0, updated: 0, unchanged: 134, rejected: 0 });
    writeFileSync(path, JSON.stringify(told[0]));
    expect(await bring()).toMatchObject({ added: 0, updated: 0, unchanged: 131, rejected: 0 });
    writeFileSync(path, JSON.stringify({ builds: told[1]?.allBuilds }));
    expect(await bring()).toMatchObject({ added: 0, updated: 0, unchanged: 3, rejected: 0 });
    expect((await runs()).map(({ id: _id, ...rest }) => rest)).toEqual(bySync);
    expect(jenkins.problems).toEqual([]);
  });

  it.each([
    ['GitHub', { workflow_runs: [{ id: 1, head_sha: 'a', status: 'completed' }] }],
    ['GitHub’s jobs', { total_count: 1, jobs: [{ id: 1, run_id: 2, name: 'test' }] }],
    ['GitLab', [{ id: 1, sha: 'a', ref: 'main', status: 'success' }]],
  ])('of %s is refused, and says how builds are exported', async (_what, content) => {
    const { test, cast, connection } = await startJenkins([]);
    const path = join(test.folder, 'builds.json');
    writeFileSync(path, JSON.stringify(content));
    const refused = await test.refused(
      'pipelines.importFile',
      { connectionId: connection.id, file: { path } },
      cast.mara.id,
    );
    expect(refused.message).toMatch(/^Expected builds of Jenkins \(export them with: curl .*found/);
  });
});
