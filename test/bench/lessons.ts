import { readMigrations } from '#core/database/migrate.ts';
import { lesson, lessonUpdate } from '#core/database/schema/learning.ts';
import { openStore } from '#core/database/store.ts';
import { resourceFolder } from '#core/resources.ts';
import { buildSmall } from './big-workspace.ts';
import { timeMiniSearch } from './search.ts';
import { benchTexts, letters } from './search-texts.ts';
import type { BenchText } from './search-texts.ts';
import { benchApp, idOf, must, percentile } from './stage.ts';
import type { Measure } from './stage.ts';

const worstSearch = 20;
const worstRelease = 250;

/** Words typed letter by letter into `lessons.search`, and what one release is asked, over so many lessons. */
export async function lessonsOverTime(folder: string, count: number): Promise<Measure[]> {
  const { texts, typed } = benchTexts(count);
  const path = await buildSmall(folder, 'Lessons.slipway');
  const app = benchApp(folder);
  await must(app, 'workspace.open', { path });
  const { people } = await must(app, 'people.list', {});
  const [first] = Array.isArray(people) ? people : [];
  await must(app, 'workspace.actAs', { personId: idOf(first) });
  const serviceIds: string[] = [];
  for (let n = 0; n < 50; n += 1) {
    serviceIds.push(idOf(await must(app, 'services.save', { name: `service-${n}` })));
  }
  const release = await must(app, 'releases.create', {
    ...{ name: 'Payments 4.2', type: 'minor', ownerId: idOf(first) },
    components: [{ serviceId: serviceIds[0], version: '4.2.0' }],
  });
  await app.close();
  addLessons(path, texts, serviceIds);

  const again = benchApp(folder);
  await must(again, 'workspace.open', { path });
  const searched = await timed(typed.flatMap(letters), (text) =>
    must(again, 'lessons.search', { text }),
  );
  const asked = await timed(Array.from({ length: 20 }), () =>
    must(again, 'lessons.forRelease', { releaseId: idOf(release) }),
  );
  await again.close();
  const peer = percentile(timeMiniSearch(texts, typed.flatMap(letters)), 0.95);
  const [search, forRelease] = [percentile(searched, 0.95), percentile(asked, 0.95)];
  return [
    {
      name: `search of lessons while typing, ${count} lessons, ${searched.length} answers, p95`,
      ours: `${search.toFixed(1)} ms (median ${percentile(searched, 0.5).toFixed(1)}, longest ${Math.max(...searched).toFixed(1)})`,
      peer: `MiniSearch in memory ${peer.toFixed(1)} ms`,
      ratio: peer / search,
      bar: `p95 at most ${worstSearch} ms`,
      met: search <= worstSearch,
    },
    {
      name: `lessons of a release, one in fifty of ${count} touches it, p95`,
      ours: `${forRelease.toFixed(0)} ms`,
      peer: 'none',
      ratio: worstRelease / forRelease,
      bar: `p95 at most ${worstRelease} ms`,
      met: forRelease <= worstRelease,
    },
  ];
}

async function timed<T>(
  inputs: readonly T[],
  call: (input: T) => Promise<unknown>,
): Promise<number[]> {
  const taken: number[] = [];
  for (const input of inputs) {
    const started = performance.now();
    await call(input);
    taken.push(performance.now() - started);
  }
  return taken;
}

function addLessons(path: string, texts: readonly BenchText[], serviceIds: readonly string[]) {
  const store = openStore({
    path,
    mode: 'write',
    deviceId: 'bench-device',
    migrations: readMigrations(resourceFolder('migrations')),
    clock: Date.now,
    randomBytes: (size) => crypto.getRandomValues(new Uint8Array(size)),
  });
  const step = 2_000;
  for (let from = 0; from < texts.length; from += step) {
    store.transact('bench', null, (write) =>
      texts.slice(from, from + step).forEach(({ title, body }, n) => {
        const { id } = write.insert(lesson, {
          ...{ kind: n % 3 === 0 ? 'success' : 'mistake', title, situation: body, cause: title },
          ...{ whatHelped: body, source: '', tags: n % 4 === 0 ? title.split(' ', 2) : [] },
          serviceIds: [serviceIds[(from + n) % serviceIds.length] ?? ''],
          ...{ ownerId: null, reviewOn: null, fromReleaseId: null, retiredAt: null },
          ...{ addedAt: from + n, addedById: null },
        });
        if (n % 5 > 0) return;
        const update = { lessonId: id, kind: 'runbook', what: title, ownerId: null } as const;
        write.insert(lessonUpdate, {
          ...update,
          dueOn: '2026-01-01',
          doneAt: null,
          doneById: null,
        });
      }),
    );
  }
  store.close();
}
