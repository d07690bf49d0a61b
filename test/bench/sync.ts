import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { aRun } from '../support/servers/runs.ts';
import { listenOnLoopback } from '../support/servers/loopback.ts';
import { benchApp, idOf, must, type Measure } from './stage.ts';

const runsEach = 50;
/** A provider in the cloud: what either client waits for each answer, milliseconds. */
const latency = 25;

type Page = { text: Buffer; etag: string };

/** GitHub repositories with one page of runs each, whose bytes on the way out are counted. */
async function startRepositories(count: number) {
  const now = Date.now();
  const pages: Page[] = [];
  const change = (place: number) => {
    const version = (pages[place] === undefined ? 0 : 1) * place;
    const runs = Array.from({ length: runsEach }, (_, n) => runOf(place, n, version, now));
    const text = Buffer.from(JSON.stringify({ total_count: runsEach, workflow_runs: runs }));
    pages[place] = { text, etag: `W/"${createHash('sha256').update(text).digest('hex')}"` };
  };
  for (let place = 0; place < count; place += 1) change(place);
  const sent = { bytes: 0, bodies: 0 };
  const server = await listenOnLoopback((request, response) => {
    setTimeout(() => answer(request, response), latency);
  });
  function answer(request: IncomingMessage, response: ServerResponse): void {
    const place = Number(/\/repos\/acme\/p(\d+)\//.exec(request.url ?? '')?.[1]);
    const page = request.url?.includes('/deployments') === true ? none : pages[place];
    if (page === undefined) {
      response.writeHead(404).end();
      return;
    }
    response.setHeader('etag', page.etag);
    if (request.headers['if-none-match'] === page.etag) {
      response.writeHead(304).end();
      return;
    }
    sent.bytes += page.text.length;
    sent.bodies += page === none ? 0 : 1;
    response.setHeader('content-type', 'application/json');
    response.end(page.text);
  }
  return { ...server, sent, change };
}

const none: Page = { text: Buffer.from('[]'), etag: 'W/"none"' };

function runOf(place: number, n: number, version: number, now: number) {
  const at = new Date(now - (n + 2) * 3_600_000).toISOString();
  const id = 7_000_000_000 + place * 1000 + n;
  // What changes is the newest run, as when it was run again.
  const isChanged = version > 0 && n === 0;
  return {
    ...aRun({ full: true }),
    ...{ id, run_number: n + 1, run_attempt: isChanged ? 2 : 1, created_at: at, updated_at: at },
    ...{ status: 'completed', conclusion: isChanged ? 'failure' : 'success' },
  };
}

type Taken = { ms: number; bytes: number; bodies: number };

/**
 * A sync of 200 pipelines with 50 runs each, a repository a pipeline, over a network of 25 ms, against
 * a client that fetches every page in sequence: with nothing changed, no body is read and nothing written; with a tenth
 * changed, a fifth of the bytes and of the time at most.
 */
export async function syncOfMany(folder: string, pipelines: number): Promise<Measure[]> {
  const server = await startRepositories(pipelines);
  let late = 0;
  const app = benchApp(folder, () => Date.now() + late);
  try {
    await must(app, 'workspace.create', {
      ...{ path: join(folder, 'Syncs.slipway'), name: 'Syncs', zone: 'Europe/London' },
    });
    const person = await must(app, 'people.save', { name: 'Mara Lindqvist', roles: [] });
    await must(app, 'workspace.actAs', { personId: idOf(person) });
    for (let place = 0; place < pipelines; place += 1) {
      const repository = `acme/p${place}`;
      const where = { baseUrl: server.origin, repository, workflows: [] };
      const connection = { ...where, name: repository, onFocus: true };
      await must(app, 'connections.save', connection);
    }
    const sync = async () => {
      // Whoever comes back to the window does so minutes later.
      late += 120_000;
      const { synced } = await must(app, 'connections.syncDue', { focus: true });
      if (!Array.isArray(synced) || synced.length !== pipelines) throw new Error('not all synced');
    };
    const taken = async (work: () => Promise<void>): Promise<Taken> => {
      Object.assign(server.sent, { bytes: 0, bodies: 0 });
      const began = performance.now();
      await work();
      return { ms: performance.now() - began, ...server.sent };
    };
    const fetchAll = async () => {
      for (let place = 0; place < pipelines; place += 1) {
        // The same two lists a sync asks for.
        for (const list of ['actions/runs', 'deployments']) {
          const url = `${server.origin}/repos/acme/p${place}/${list}?per_page=100`;
          JSON.parse(await (await fetch(url)).text());
        }
      }
    };
    // The first reads all there is; the second what is asked for from then on.
    await sync();
    await sync();
    const before = await must(app, 'workspace.state', {});
    const unchanged = await taken(sync);
    const after = await must(app, 'workspace.state', {});
    const wrote = JSON.stringify(before['open']) !== JSON.stringify(after['open']);
    const peer = await taken(fetchAll);
    for (let place = 1; place <= pipelines / 10; place += 1) server.change(place);
    const tenth = await taken(sync);
    return [
      {
        name: `sync of ${pipelines} pipelines × ${runsEach} runs, nothing changed`,
        ours: `${unchanged.bodies} bodies read, ${wrote ? 'something' : 'nothing'} written`,
        peer: `${peer.bodies} by a client that fetches all`,
        ratio: unchanged.bodies,
        bar: 'none at most, and nothing written',
        met: unchanged.bodies === 0 && !wrote,
      },
      ratioOf('bytes', tenth.bytes, peer.bytes, pipelines),
      ratioOf('milliseconds', tenth.ms, peer.ms, pipelines),
    ];
  } finally {
    await app.close();
    await server.close();
  }
}

function ratioOf(what: string, ours: number, peer: number, pipelines: number): Measure {
  const ratio = peer / ours;
  return {
    name: `sync of ${pipelines} pipelines, a tenth changed`,
    ours: `${Math.round(ours).toLocaleString('en')} ${what}`,
    peer: `${Math.round(peer).toLocaleString('en')} by a client that fetches all`,
    ratio,
    bar: 'at least 5',
    met: ratio >= 5,
  };
}
