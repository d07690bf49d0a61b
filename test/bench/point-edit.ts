import { join } from 'node:path';
import { connect } from '#core/database/connect.ts';
import { benchApp, idOf, must, percentile } from './stage.ts';
import type { Measure } from './stage.ts';

/**
 * Toggles a checklist item through the router, durable and journaled, against a bare transaction of
 * two rows with the same pragmas on the same disk; one of each in turn.
 */
export async function pointEdit(folder: string, path: string, count: number): Promise<Measure> {
  const app = benchApp(folder);
  await must(app, 'workspace.open', { path });
  const { people } = await must(app, 'people.list', {});
  const [me] = Array.isArray(people) ? people : [];
  await must(app, 'workspace.actAs', { personId: idOf(me) });
  const { releases } = await must(app, 'releases.list', { limit: 1 });
  const [release] = Array.isArray(releases) ? releases : [];
  const { list } = await must(app, 'checklists.list', { releaseId: idOf(release) });
  const [item] = Array.isArray(list) ? list : [];
  const id = idOf(item);
  const bare = openPair(join(folder, 'pair.db'));
  const ours: number[] = [];
  const peer: number[] = [];
  for (let turn = 0; turn < count + 200; turn += 1) {
    const state = turn % 2 === 0 ? 'done' : 'open';
    const a = performance.now();
    bare.write(turn);
    const b = performance.now();
    await must(app, 'checklists.setItem', { id, state });
    const c = performance.now();
    // The first turns warm caches and the compiler up on both sides.
    if (turn < 200) continue;
    peer.push(b - a);
    ours.push(c - b);
  }
  bare.close();
  await app.close();
  const [mine, theirs] = [percentile(ours, 0.95), percentile(peer, 0.95)];
  return {
    name: `point edit, ${count} of each, p95`,
    ours: `${mine.toFixed(3)} ms`,
    peer: `bare two rows ${theirs.toFixed(3)} ms`,
    ratio: mine / theirs,
    bar: 'at most 2',
    met: mine / theirs <= 2,
  };
}

function openPair(path: string) {
  const database = connect(path, 'create');
  database.exec('CREATE TABLE item (id INTEGER PRIMARY KEY, state TEXT, at INTEGER)');
  database.exec('CREATE TABLE entry (id TEXT PRIMARY KEY, text TEXT)');
  const item = database.prepare('INSERT INTO item (state, at) VALUES (?, ?)');
  const entry = database.prepare('INSERT INTO entry (id, text) VALUES (?, ?)');
  const write = database.transaction((turn: number) => {
    item.run(turn % 2 === 0 ? 'done' : 'open', turn);
    entry.run(crypto.randomUUID(), `{"state":["open","done"],"turn":${turn}}`);
  });
  return { write: (turn: number) => write.immediate(turn), close: () => database.close() };
}
