import MiniSearch from 'minisearch';
import { attachment, comment } from '#core/database/schema/attached.ts';
import { connection } from '#core/database/schema/delivery.ts';
import { risk } from '#core/database/schema/governance.ts';
import { scopeItem } from '#core/database/schema/planning.ts';
import { person } from '#core/database/schema/workspace.ts';
import { readMigrations } from '#core/database/migrate.ts';
import { openStore } from '#core/database/store.ts';
import type { Store } from '#core/database/store.ts';
import { storeRows } from '#core/imported/store-rows.ts';
import { runTable } from '#core/imported/tables/runs.ts';
import { resourceFolder } from '#core/resources.ts';
import { buildSmall } from './big-workspace.ts';
import { normalisedRuns } from './runs.ts';
import { benchTexts, letters } from './search-texts.ts';
import type { BenchText } from './search-texts.ts';
import { benchApp, idOf, must, percentile } from './stage.ts';
import type { Measure } from './stage.ts';

const releases = 500;
const worst = 20;

/** Words typed letter by letter into `search.find`, over scope, risks, comments, files, people and runs. */
export async function searchWhileTyping(folder: string, count: number): Promise<Measure> {
  const { texts, typed } = benchTexts(count);
  const path = await buildSmall(folder, 'Search.slipway');
  await addReleases(folder, path);
  addTexts(path, texts);
  const app = benchApp(folder);
  await must(app, 'workspace.open', { path });
  const ours: number[] = [];
  for (const text of typed.flatMap(letters)) {
    const started = performance.now();
    await must(app, 'search.find', { text });
    ours.push(performance.now() - started);
  }
  await app.close();
  const peer = timeMiniSearch(texts, typed.flatMap(letters));
  const [mine, theirs] = [percentile(ours, 0.95), percentile(peer, 0.95)];
  return {
    name: `search while typing, ${count} documents, ${ours.length} answers, p95`,
    ours: `${mine.toFixed(1)} ms (median ${percentile(ours, 0.5).toFixed(1)}, longest ${Math.max(...ours).toFixed(1)})`,
    peer: `MiniSearch in memory ${theirs.toFixed(1)} ms (median ${percentile(peer, 0.5).toFixed(1)})`,
    ratio: theirs / mine,
    bar: `p95 at most ${worst} ms`,
    met: mine <= worst,
  };
}

/** The same texts in memory, weighed the same way: every word from its beginning, titles before the rest. */
export function timeMiniSearch(texts: readonly BenchText[], typed: readonly string[]): number[] {
  const peer = new MiniSearch<BenchText & { id: number }>({ fields: ['title', 'body'] });
  peer.addAll(texts.map((text, id) => ({ id, ...text })));
  const options = { prefix: true, combineWith: 'AND', boost: { title: 5 } } as const;
  return typed.map((text) => {
    const started = performance.now();
    peer.search(text, options).slice(0, 50);
    return performance.now() - started;
  });
}

async function addReleases(folder: string, path: string): Promise<void> {
  const app = benchApp(folder);
  await must(app, 'workspace.open', { path });
  const { people } = await must(app, 'people.list', {});
  const [first] = Array.isArray(people) ? people : [];
  await must(app, 'workspace.actAs', { personId: idOf(first) });
  for (let n = 0; n < releases; n += 1) {
    await must(app, 'releases.create', {
      name: `Release ${n}`,
      type: 'patch',
      ownerId: idOf(first),
    });
  }
  await app.close();
}

/** By the command layer, a few thousand rows a transaction; a tenth of the texts are titles of runs. */
function addTexts(path: string, texts: readonly BenchText[]): void {
  const store = openStore({
    path,
    mode: 'write',
    deviceId: 'bench-device',
    migrations: readMigrations(resourceFolder('migrations')),
    clock: Date.now,
    randomBytes: (size) => crypto.getRandomValues(new Uint8Array(size)),
  });
  const ids = store.raw.prepare<[], string>('SELECT id FROM release').pluck().all();
  const runs = Math.floor(texts.length / 10);
  const step = 2_000;
  for (let from = runs; from < texts.length; from += step) {
    addRows(store, texts.slice(from, from + step), ids);
  }
  addRuns(store, texts.slice(0, runs));
  store.close();
}

function addRows(store: Store, texts: readonly BenchText[], releaseIds: readonly string[]): void {
  store.transact('bench', null, (write) => {
    const by = write.insert(person, { name: 'Writer', email: '', roles: [] });
    texts.forEach(({ title, body }, n) => {
      const releaseId = releaseIds[n % releaseIds.length] ?? '';
      const said = { releaseId, subject: 'release', subjectId: releaseId, at: 0, byId: by.id };
      const kind = n % 10;
      if (kind < 5) {
        const item = { releaseId, kind: 'feature', ticket: '', order: 'a' } as const;
        write.insert(scopeItem, { ...item, title, note: body });
      } else if (kind < 7) {
        const judged = { likelihood: 2, impact: 2, state: 'open' } as const;
        write.insert(risk, { ...judged, releaseId, title, mitigation: body });
      } else if (kind < 9) {
        write.insert(comment, {
          ...said,
          subject: 'release',
          text: `${title} ${body}`,
          mentions: [],
        });
      } else {
        const file = { name: `${title}.pdf`, mediaType: 'text/plain', bytes: 1, hash: '' };
        write.insert(attachment, { ...said, ...file, subject: 'release' });
      }
    });
  });
}

function addRuns(store: Store, texts: readonly BenchText[]): void {
  const empty = { provider: 'github', name: 'Bench', baseUrl: '', repository: '' } as const;
  const { id } = store.transact('bench', null, (write) =>
    write.insert(connection, { ...empty, workflows: [] }),
  );
  const origin = {
    ...({ connectionId: id, source: 'sync', name: '', asOf: 0, rejected: 0 } as const),
    importId: id,
  };
  const rows = normalisedRuns(texts.length).map((run, n) => ({
    ...run,
    title: texts[n]?.title ?? '',
  }));
  store.transact('bench', null, (write) => storeRows(write, store, runTable, rows, origin));
}
