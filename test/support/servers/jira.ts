import { jira } from '../answers/trackers.ts';
import type { RecordedRequest } from './loopback.ts';
import {
  startProviderServer,
  type ProviderOptions,
  type ProviderServer,
} from './provider-server.ts';
import { reply, type Exchange } from './reply.ts';

/** An issue in Jira's own words. Tests may set any field, to any value, right or wrong. */
export type JiraIssue = { id: string; key: string; fields: Record<string, unknown> } & Record<
  string,
  unknown
>;

type IssueFacts = {
  number?: number;
  project?: string;
  /** The category's key. */
  category?: string;
  updated?: string;
  fixVersions?: string[];
} & Record<string, unknown>;

/** An issue that is under way, by its number in the project PAY. */
export function anIssue(facts: IssueFacts = {}): JiraIssue {
  const { number = 1, project = 'PAY', category = 'indeterminate', fixVersions, ...more } = facts;
  const { updated = '2026-02-01T09:00:00.000+0000', ...fields } = more;
  const versions = fixVersions?.map((name) => ({ id: name, name, released: false }));
  return {
    id: String(10_000 + number),
    key: `${project}-${number}`,
    self: `https://acme.atlassian.net/rest/api/3/issue/${10_000 + number}`,
    fields: {
      ...jira.issues.fields,
      status: { name: '进行中', statusCategory: { key: category } },
      ...{ resolution: null, resolutiondate: null, updated },
      ...(versions === undefined ? {} : { fixVersions: versions }),
      ...fields,
    },
  };
}

/** `2026-02-01T09:00:00.000+0000`, as Jira writes an instant. */
export function jiraDate(ms: number): string {
  return new Date(ms).toISOString().replace('Z', '+0000');
}

type JiraState = {
  kind: 'cloud' | 'server';
  issues: JiraIssue[];
  projects: string[];
  /** What a page holds at most, whatever is asked for. */
  mostResults: number;
  /** Pages of the cloud without an issue, before the first that has some. */
  emptyPages: number;
  /** Every credential is taken for nobody’s, who may see nothing. */
  knowsNobody: boolean;
};

export type JiraOptions = ProviderOptions & {
  kind?: JiraState['kind'];
  issues?: JiraIssue[];
  /** `e-mail:token` of the cloud, a token of a server; null lets everybody read without one. */
  token?: string | null;
  basePath?: string;
};

/** A Jira with the projects PAY and OPS on 127.0.0.1. */
export type JiraServer = JiraState & ProviderServer & { baseUrl: string };

export async function startJiraServer(options: JiraOptions = {}): Promise<JiraServer> {
  const { token = null, basePath = '', kind = 'cloud', issues = [] } = options;
  const state: JiraState = {
    ...{ kind, issues, projects: ['PAY', 'OPS'] },
    ...{ mostResults: 100, emptyPages: 0, knowsNobody: false },
  };
  const server = await startProviderServer(options, {
    objections: (request) => objections(request, token, kind),
    error: sendError,
    answer: (exchange) => answer(exchange, state, token, basePath),
  });
  server.behaviour.etags = false;
  return Object.assign(state, server, { baseUrl: `${server.origin}${basePath}` });
}

function sendError(
  exchange: Exchange,
  status: number,
  message: string,
  headers: Record<string, string> = {},
): void {
  reply(exchange, status, { errorMessages: [message], errors: {} }, headers);
}

function answer(
  exchange: Exchange,
  state: JiraState,
  token: string | null,
  basePath: string,
): void {
  const { authorization } = exchange.request.headers;
  const isKnown = token !== null && authorization === headerOf(token) && !state.knowsNobody;
  if (state.kind === 'server' && authorization !== undefined && !isKnown) {
    exchange.error(401, 'Client must be authenticated', { 'x-seraph-loginreason': 'OUT' });
    return;
  }
  const path = exchange.url.pathname.slice(basePath.length);
  const searches = { cloud: '/rest/api/3/search/jql', server: '/rest/api/2/search' } as const;
  if (!exchange.url.pathname.startsWith(basePath)) exchange.error(404, 'Not Found');
  else if (path === '/rest/api/2/serverInfo') {
    const deploymentType = state.kind === 'cloud' ? 'Cloud' : 'Server';
    reply(exchange, 200, { baseUrl: exchange.origin, version: '10.3.1', deploymentType });
  } else if (path === '/rest/api/2/myself') {
    if (isKnown) reply(exchange, 200, { displayName: 'Mara', timeZone: 'Pacific/Auckland' });
    else exchange.error(401, 'Client must be authenticated');
  } else if (path === searches[state.kind]) {
    search(exchange, token === null || isKnown ? state : { ...state, issues: [] });
  } else if (state.kind === 'cloud' && /^\/rest\/api\/[23]\/search$/.test(path)) {
    exchange.error(410, 'The requested API has been removed.');
  } else exchange.error(404, 'Not Found');
}

function search(exchange: Exchange, state: JiraState): void {
  const { searchParams: query } = exchange.url;
  const found = select(query.get('jql') ?? '', state, exchange.now);
  if (typeof found === 'string') {
    exchange.error(400, found);
    return;
  }
  const size = Math.min(Number(query.get('maxResults') ?? 50), state.mostResults);
  const told = (issues: JiraIssue[]) =>
    issues.map((issue) => withFields(issue, query.get('fields')));
  if (state.kind === 'server') {
    const startAt = Number(query.get('startAt') ?? 0);
    const issues = told(found.slice(startAt, startAt + size));
    reply(exchange, 200, { startAt, maxResults: size, total: found.length, issues });
    exchange.behaviour.afterPage(startAt);
    return;
  }
  const [step = '0', after = ''] = (query.get('nextPageToken') ?? '').split('~');
  const isEmpty = Number(step) < state.emptyPages;
  // By where the last page ended, not by how many came: what changes meanwhile comes again.
  const rest = found.filter((issue) => sortKey(issue) > after);
  const page = isEmpty ? [] : rest.slice(0, size);
  const last = page.at(-1);
  const nextPageToken = `${Number(step) + 1}~${last === undefined ? after : sortKey(last)}`;
  const isLast = !isEmpty && rest.length <= size;
  reply(exchange, 200, { issues: told(page), ...(isLast ? { isLast } : { nextPageToken }) });
  exchange.behaviour.afterPage(Number(step));
}

/** The issues a JQL finds, the longest unchanged first; or why it is refused, in Jira's words. */
function select(jql: string, state: JiraState, now: number): JiraIssue[] | string {
  const [, keys] = /project in \(([^)]*)\)/.exec(jql) ?? [];
  const projects = keys?.split(', ').map((key) => key.replaceAll('"', '')) ?? state.projects;
  const unknown = projects.find((key) => !state.projects.includes(key));
  if (unknown !== undefined) {
    return `The value '${unknown}' does not exist for the field 'project'.`;
  }
  if (/nonsense/.test(jql)) {
    return "Error in the JQL Query: Expecting operator but got 'nonsense'. (line 1, character 9)";
  }
  const [, version] = /fixVersion = "([^"]*)"/.exec(jql) ?? [];
  const [, minutes] = /updated >= -(\d+)m/.exec(jql) ?? [];
  const since = minutes === undefined ? 0 : now - Number(minutes) * 60_000;
  const found = state.issues.filter(
    (issue) =>
      projects.includes(issue.key.replace(/-\d+$/, '')) &&
      (version === undefined || JSON.stringify(issue.fields['fixVersions']).includes(version)) &&
      changedAt(issue) >= Math.floor(since / 60_000) * 60_000,
  );
  return found.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
}

function changedAt({ fields }: JiraIssue): number {
  return Date.parse(String(fields['updated']).replace('+0000', 'Z'));
}

function sortKey(issue: JiraIssue): string {
  return `${new Date(changedAt(issue)).toISOString()} ${issue.id.padStart(12, '0')}`;
}

/** Ids alone, unless fields are asked for. */
function withFields({ fields, ...issue }: JiraIssue, asked: string | null) {
  const wanted = asked?.split(',') ?? [];
  const told = Object.entries(fields).filter(([name]) => wanted.includes(name));
  return wanted.length === 0 ? { id: issue.id } : { ...issue, fields: Object.fromEntries(told) };
}

function headerOf(token: string): string {
  return token.includes(':') ? `Basic ${Buffer.from(token).toString('base64')}` : `Bearer ${token}`;
}

function objections(
  { method, path, query, headers }: RecordedRequest,
  token: string | null,
  kind: JiraState['kind'],
): string[] {
  const found: string[] = [];
  const object = (what: string) => found.push(`${method} ${path}: ${what}`);
  if (method !== 'GET') object('only reading is allowed');
  if (!headers['user-agent']) object('no User-Agent');
  const secret = token?.split(':').at(-1) ?? null;
  if (secret !== null && `${path}?${query}`.includes(secret)) object('the token is in the address');
  if (kind === 'server' && headers.authorization?.startsWith('Basic') === true) {
    object('a password where a personal access token belongs');
  }
  const jql = query.get('jql');
  if (jql === null) return found;
  if (/^\s*(?:order by|$)/i.test(jql)) object('a JQL without bounds');
  if (!/ORDER BY updated (?:ASC, key ASC|DESC)$/.test(jql)) object('no order');
  if (/updated >= "/.test(jql)) object('a date in the time zone of whoever asks');
  if (!query.get('fields')) object('no fields are asked for');
  if (Number(query.get('maxResults') ?? 0) > 100) object('more than 100 a page');
  if (kind === 'cloud' && query.has('startAt')) object('a count the cloud does not take');
  if (kind === 'server' && query.has('nextPageToken')) object('a token a server does not take');
  return found;
}
