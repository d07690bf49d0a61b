import { jenkins } from '../answers/jenkins.ts';
import { parseTree, pruned } from './jenkins-tree.ts';
import type { RecordedRequest } from './loopback.ts';
import {
  startProviderServer,
  type ProviderOptions,
  type ProviderServer,
} from './provider-server.ts';
import { reply, type Exchange } from './reply.ts';

/** A build in Jenkins's own words. Tests may set any key, to any value, right or wrong. */
export type JenkinsBuild = Record<string, unknown> & { number: number };

/** A job, folder or multibranch project, by its full name; a branch's slash is `%2F` there. */
export type JenkinsItem = {
  fullName: string;
  class: string;
  /** Newest first is how Jenkins answers; here in any order. Absent of what has no builds. */
  builds?: JenkinsBuild[];
  /** One more than the highest number where it is not said. */
  next?: number;
  queueItem?: Record<string, unknown> | null;
};

export const aJob = (fullName: string, builds: JenkinsBuild[] = []): JenkinsItem => ({
  fullName,
  class: 'org.jenkinsci.plugins.workflow.job.WorkflowJob',
  builds,
});
export const aFolder = (fullName: string): JenkinsItem => ({
  fullName,
  class: 'com.cloudbees.hudson.plugins.folder.Folder',
});
export const aMultibranch = (fullName: string): JenkinsItem => ({
  fullName,
  class: 'org.jenkinsci.plugins.workflow.multibranch.WorkflowMultiBranchProject',
});

const firstStart = Date.UTC(2026, 1, 1, 9, 0, 0);

/** A finished, successful build of a pipeline, twelve minutes long. */
export function aBuild(overrides: Partial<JenkinsBuild> = {}): JenkinsBuild {
  const number = overrides.number ?? 1;
  const sha = number.toString(16).padStart(40, '0');
  return {
    ...jenkins.builds,
    ...{ number, displayName: `#${number}`, timestamp: firstStart + number * 60_000 },
    actions: [{}, null, ...actionsOf(sha, 'main')],
    ...overrides,
  };
}

export function actionsOf(sha: string, branch: string): Record<string, unknown>[] {
  return [
    { causes: [{ shortDescription: `Push event to branch ${branch}`, userId: null }] },
    { lastBuiltRevision: { SHA1: sha, branch: [{ SHA1: sha, name: `origin/${branch}` }] } },
  ];
}

export type JenkinsOptions = ProviderOptions & {
  items?: JenkinsItem[];
  /** `user:token`, the only one let in; null lets everybody read without one. */
  token?: string | null;
  /** What stands before `/job`, as Jenkins often lies below a path. */
  basePath?: string;
};

type JenkinsState = {
  items: JenkinsItem[];
  /** What the stage view says of builds, by `job/number`; null where the plugin is absent. */
  stageViews: Record<string, string> | null;
  /** The address Jenkins believes it has, which nobody checks when it is set up. */
  ownUrl: string;
};

/** A Jenkins on 127.0.0.1. */
export type JenkinsServer = JenkinsState & ProviderServer & { baseUrl: string };

export async function startJenkinsServer(options: JenkinsOptions = {}): Promise<JenkinsServer> {
  const { token = null, basePath = '/jenkins', items = [] } = options;
  const state: JenkinsState = { items, stageViews: {}, ownUrl: 'http://wrong.invalid:8080/ci' };
  const server = await startProviderServer(options, {
    objections: (request) => objections(request, token),
    error: sendHtml,
    answer: (exchange) => {
      exchange.response.setHeader('x-jenkins', '2.516.2');
      answer(exchange, state, token, basePath);
    },
  });
  server.behaviour.etags = false;
  return Object.assign(state, server, { baseUrl: `${server.origin}${basePath}` });
}

/** Errors are pages for people. */
function sendHtml(
  { response }: Exchange,
  status: number,
  message: string,
  headers: Record<string, string> = {},
): void {
  const page = `<html><head><title>${status} ${message}</title></head><body>${message}</body></html>`;
  response.writeHead(status, { ...headers, 'content-type': 'text/html;charset=utf-8' }).end(page);
}

function answer(
  exchange: Exchange,
  state: JenkinsState,
  token: string | null,
  basePath: string,
): void {
  const given = exchange.request.headers.authorization;
  if (given !== undefined && given !== basicOf(token)) {
    exchange.error(401, 'Unauthorized');
    return;
  }
  if (token !== null && given === undefined) {
    exchange.error(403, 'Authentication required', {
      'x-you-are-authenticated-as': 'anonymous',
      'x-required-permission': 'hudson.model.Hudson.Read',
    });
    return;
  }
  const { pathname } = exchange.url;
  const path = pathname.startsWith(`${basePath}/`) ? pathname.slice(basePath.length) : '';
  const [, jobs = '', number, rest] =
    /^((?:\/job\/[^/]+)+)(?:\/(\d+))?\/(api\/json|wfapi\/describe)$/.exec(path) ?? [];
  const name = jobs.split('/job/').slice(1).map(decodeURIComponent).join('/');
  const item = state.items.find(({ fullName }) => fullName === name);
  const build = item?.builds?.find((each) => String(each.number) === number);
  if (item === undefined || (number !== undefined && build === undefined)) {
    exchange.error(404, 'Not Found');
  } else if (rest === 'wfapi/describe') describeStages(exchange, state, `${name}/${number}`);
  else if (build) send(exchange, told(state, item, build));
  else {
    send(exchange, toldItem(state, item));
    exchange.behaviour.afterPage(pageOf(exchange));
  }
}

function describeStages(exchange: Exchange, { stageViews }: JenkinsState, build: string): void {
  const status = stageViews?.[build];
  if (status === undefined) exchange.error(404, 'Not Found');
  else reply(exchange, 200, { ...jenkins['wfapi-runs'], status });
}

/** Which page of builds was asked for; 0 where none was. */
function pageOf({ url }: Exchange): number {
  const [, to] = /[bB]uilds\[.*\{\d+,(\d+)\}$/.exec(url.searchParams.get('tree') ?? '') ?? [];
  return to === undefined ? 0 : Math.ceil(Number(to) / 100);
}

function send(exchange: Exchange, body: unknown): void {
  reply(exchange, 200, pruned(body, parseTree(exchange.url.searchParams.get('tree') ?? '')));
}

function told({ ownUrl }: JenkinsState, item: JenkinsItem, build: JenkinsBuild) {
  return {
    ...build,
    url: build['url'] === null ? null : `${addressIn(ownUrl, item)}${build.number}/`,
  };
}

function toldItem(state: JenkinsState, item: JenkinsItem): Record<string, unknown> {
  const { fullName, builds } = item;
  const name = fullName.split('/').at(-1);
  const about = { _class: item.class, name, fullName, url: addressIn(state.ownUrl, item) };
  if (builds === undefined) {
    const inside = state.items.filter((each) => parentOf(each) === fullName);
    return { ...about, jobs: inside.map((each) => toldItem(state, each)) };
  }
  const newest = builds
    .toSorted((a, b) => b.number - a.number)
    .map((build) => told(state, item, build));
  return {
    ...about,
    color: 'blue',
    nextBuildNumber: item.next ?? (newest[0]?.number ?? 0) + 1,
    queueItem: item.queueItem ?? null,
    lastBuild: newest[0] ?? null,
    // The older ones cost Jenkins more, and are told under another name only.
    builds: newest.slice(0, 100),
    allBuilds: newest,
  };
}

function parentOf({ fullName }: JenkinsItem): string {
  return fullName.split('/').slice(0, -1).join('/');
}

function addressIn(root: string, { fullName }: JenkinsItem): string {
  const path = fullName.split('/').map((name) => `/job/${encodeURIComponent(name)}`);
  return `${root}${path.join('')}/`;
}

function basicOf(token: string | null): string {
  return `Basic ${Buffer.from(token ?? '').toString('base64')}`;
}

function objections({ method, path, query, headers }: RecordedRequest, token: string | null) {
  const found: string[] = [];
  const object = (what: string) => found.push(`${method} ${path}: ${what}`);
  const secret = token?.split(':')[1] ?? null;
  if (method !== 'GET') object('only reading is allowed');
  if (!headers['user-agent']) object('no User-Agent');
  if (headers['jenkins-crumb'] !== undefined) object('a crumb, which only writing takes');
  if (secret !== null && `${path}?${query}`.includes(secret)) object('the token is in the address');
  if (/%2F/i.test(path)) object('the slash of a branch is encoded once only');
  if (query.has('depth')) object('everything there is asked for');
  if (path.endsWith('/api/json') && !query.get('tree')) object('no tree');
  const [, from = 0, to = 0] = /\{(\d+),(\d+)\}/.exec(query.get('tree') ?? '') ?? [];
  if (Number(to) - Number(from) > 100) object('more than 100 a page');
  return found;
}
