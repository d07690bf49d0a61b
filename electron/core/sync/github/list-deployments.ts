import { z } from 'zod';
import type { ImportWarning, RunStatus } from '#shared/model/delivery/pipelines.ts';
import type { NormalisedDeployment } from '#shared/model/delivery/provider-deployments.ts';
import type { Answer, RateLimited } from '../http/answer.ts';
import { readValidator, writeValidator } from '../http/etags.ts';
import { nextPage } from '../http/links.ts';
import { readInstant } from '../instant.ts';
import type { DeploymentSource, Got, ListDeployments, ListStep } from '../provider.ts';
import { isOver } from '../reading/blank-rows.ts';
import { askInTens } from '../reading/in-tens.ts';
import { placeAt } from '../reading/place.ts';
import { walkPages, type Answered } from '../reading/walk.ts';
import { isRecord } from '../record.ts';
import { idOf } from './normalise-runs.ts';
import { refusalOf, unexpectedShape } from './refusal.ts';
import { ask, openGithub, type Github } from './source.ts';
import { storedDeployment } from './stored-deployment.ts';

/** Of the first sync, a hundred deployments each; every one of them is asked for its statuses. */
const mostFirstPages = 10;

/**
 * Walks through a repository's deployments, the newest first, back to `since`: GitHub has no filter
 * for it. A list says nothing of what became of them; each that is new, or was not over, is asked.
 */
async function* list(
  options: ListDeployments,
): AsyncGenerator<ListStep<NormalisedDeployment>, void, undefined> {
  const github = openGithub(options);
  const cut: ImportWarning[] = [];
  const seen = new Set<string>();
  const steps = walkPages<NormalisedDeployment>({
    called: 'GitHub',
    first: `${github.root}/deployments?per_page=100`,
    etags: options.etags,
    ask: (url, more) => ask(github, url, more),
    refused: (answer) => refusalOf(github, answer, 'Deployments'),
    async read(answer, page) {
      const read = await readPage(github, answer, options, seen);
      if (read.next === null || options.since !== null || page < mostFirstPages) return read;
      cut.push({ at: `page ${page}`, reason: olderLeftOut });
      return { ...read, next: null };
    },
  });
  for await (const step of steps) {
    yield step.type === 'complete' ? { ...step, warnings: [...step.warnings, ...cut] } : step;
  }
}

const olderLeftOut = `there are more than the newest ${mostFirstPages * 100} deployments; the older ones were left out. Import an exported file for them`;

async function readPage(
  github: Github,
  answer: Answered,
  options: ListDeployments,
  /** What this walk has read already: pages shift. */
  seen: Set<string>,
) {
  const listed = listOf(github, answer, 'deployments');
  const all = listed
    .map((raw, n) => ({ raw, n, id: idOf(raw), stands: standing(raw, options) }))
    .filter(({ id }) => id === '' || !seen.has(id));
  for (const { id } of all) seen.add(id);
  const news = all.filter(({ stands }) => stands === 'new');
  const known = all.filter(({ stands }) => stands === 'known').length;
  const { told, limited } = await askInTens(news, async ({ raw, n }) => {
    const answer = await withStatuses(github, raw);
    return answer.kind === 'told' ? { kind: 'told', told: { raw: answer.raw, n } } : answer;
  });
  const warnings: ImportWarning[] = [];
  const rows = told.flatMap(({ raw, n }) =>
    raw === gone
      ? []
      : (storedDeployment(raw, placeAt(`[${n}]`, warnings), options.isWaiting) ?? []),
  );
  const next = isPast(listed, options.since)
    ? null
    : nextPage(answer.headers, answer.url, github.credential);
  return { rows, warnings, known, total: null, next, limited };
}

/**
 * Whether a deployment is stored as it ended and has not changed since. One that was not over is asked
 * for by itself afterwards, wherever in the list it stands by then.
 */
function standing(raw: unknown, { stored }: ListDeployments): 'new' | 'known' | 'asked-later' {
  const before = stored(idOf(raw));
  // Of what is unknown a file without statuses may have told; however old, it can be asked about.
  if (before === null || before.status === 'unknown' || !isRecord(raw)) return 'new';
  if (!isOver(before.status)) return 'asked-later';
  const changed = instantOf(raw['updated_at']);
  const isSame = changed === null || (before.updatedAt !== null && changed <= before.updatedAt);
  return isSame ? 'known' : 'new';
}

/** Whether the last of a page was there at `since`, and so everything behind it. */
function isPast(listed: readonly unknown[], since: string | null): boolean {
  const last = listed.at(-1);
  const created = isRecord(last) ? instantOf(last['created_at']) : null;
  return since !== null && created !== null && created < since;
}

function instantOf(value: unknown): string | null {
  return typeof value === 'string' ? (readInstant(value) ?? null) : null;
}

/** What was deleted since it was listed. */
const gone = Symbol('gone');

/** A deployment with its newest hundred statuses beside it. */
async function withStatuses(
  github: Github,
  raw: unknown,
): Promise<{ kind: 'told'; raw: unknown } | RateLimited> {
  // What cannot be asked about is kept for its warning.
  if (!isRecord(raw) || !/^\d+$/.test(idOf(raw))) return { kind: 'told', raw };
  const answer = await ask(github, statusesUrl(github, idOf(raw)));
  switch (answer.kind) {
    case 'rate-limited':
      return answer;
    case 'not-modified':
      return { kind: 'told', raw };
    case 'refused':
      if (isGone(answer.status)) return { kind: 'told', raw: gone };
      throw refusalOf(github, answer, 'Deployments');
    case 'ok':
      return { kind: 'told', raw: { ...raw, statuses: listOf(github, answer, 'statuses') } };
  }
}

/**
 * One deployment as it is now. Nothing where its statuses are as they were, unless it can have begun
 * to wait for a person meanwhile: of that only its run tells.
 */
async function get(
  source: Parameters<DeploymentSource['get']>[0],
  externalId: string,
): Promise<Got<NormalisedDeployment>> {
  const github = openGithub(source);
  const id = encodeURIComponent(externalId);
  const url = statusesUrl(github, id);
  const etag = readValidator(source.etags.get(url))?.etag;
  const statuses = await ask(github, url, etag === undefined ? {} : { etag });
  if (statuses.kind !== 'ok') return unread(github, statuses);
  const answer = await ask(github, `${github.root}/deployments/${id}`);
  if (answer.kind !== 'ok') return unread(github, answer);
  const warnings: ImportWarning[] = [];
  const told = listOf(github, statuses, 'statuses');
  const body = isRecord(answer.body) ? { ...answer.body, statuses: told } : answer.body;
  const place = placeAt(`deployment ${externalId}`, warnings);
  const row = storedDeployment(body, place, source.isWaiting);
  const seen = statuses.headers.get('etag');
  if (seen !== null && row !== null && !canWait.includes(row.status)) {
    source.etags.set(url, writeValidator({ etag: seen, next: null }));
  }
  return { kind: 'rows', rows: row === null ? [] : [row], warnings };
}

const canWait: readonly RunStatus[] = ['queued', 'needs-approval'];

function unread(github: Github, answer: Exclude<Answer, Answered>): Got<NormalisedDeployment> {
  if (answer.kind === 'rate-limited') return answer;
  if (answer.kind === 'not-modified') return { kind: 'rows', rows: [], warnings: [] };
  if (isGone(answer.status)) return { kind: 'gone' };
  throw refusalOf(github, answer, 'Deployments');
}

function statusesUrl({ root }: Github, id: string): string {
  return `${root}/deployments/${id}/statuses?per_page=100`;
}

function listOf(github: Github, { body }: Answered, what: string): unknown[] {
  const list = z.array(z.unknown()).safeParse(body);
  if (!list.success) throw unexpectedShape(github, `a list of ${what}`, body);
  return list.data;
}

function isGone(status: number): boolean {
  return status === 404 || status === 410;
}

/** Deployments of GitHub, with what became of each. */
export const deploymentSource: DeploymentSource = { list, get };
