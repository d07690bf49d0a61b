import { Refusal } from '#shared/model/refusal.ts';
import type { GetRequest } from '../http/answer.ts';
import { parseBaseUrl } from '../http/base-url.ts';
import type { Http } from '../http/client.ts';
import { basic, type Credential } from '../http/credential.ts';
import type { Source } from '../provider.ts';
import { isJobName, jobPathIn, pathOf } from './job-path.ts';

/** A checked source. */
export type Jenkins = {
  http: Http;
  /** The root of the controller, often with a path. */
  baseUrl: string;
  /** Full name of the job, folder or multibranch project. */
  job: string;
  credential: Credential | null;
  signal: AbortSignal | undefined;
};

/**
 * The full name in what people type or paste: `shop/main`, `shop » main`, `job/shop/job/main` or the
 * address of the job's page; null when it holds none. A name that reads as an address itself, such as
 * one below a folder called `job`, is none: it would be another job the next time it is read.
 */
export function jobNameIn(typed: string): string | null {
  const job = readName(typed);
  return job !== null && readName(job) === job ? job : null;
}

function readName(typed: string): string | null {
  const text = typed.trim();
  const isPath = /^https?:\/\//i.test(text) || /^\/?job\/[^/]+(?:\/job\/[^/]+)*\/?$/.test(text);
  const named = text.replace(/\s*»\s*/g, '/').replace(/^\/+|\/+$/g, '');
  const job = isPath ? (jobPathIn(text)?.job ?? '') : named;
  return isJobName(job) ? job : null;
}

/** Refuses (`invalid_input`) an address, a job or a token that cannot be right. */
export function placeOf({ baseUrl, repository, token }: Omit<Source, 'http'>) {
  const base = parseBaseUrl(baseUrl);
  const job = jobNameIn(repository);
  if (job === null) {
    throw refuse(
      `“${repository.trim().slice(0, 100)}” is no job. Type its full name with all folders, such as shop/payments/main, or paste the address of its page`,
    );
  }
  if (/^\s*https?:\/\//i.test(repository)) refuseElsewhere(repository.trim(), base);
  return { base, job, credential: token === null ? null : basic(token) };
}

/** Refuses (`invalid_input`) a place or token that cannot be right, before anything is sent. */
export function openJenkins({ http, signal, ...place }: Source): Jenkins {
  const { base, job, credential } = placeOf(place);
  return { http, baseUrl: base, job, credential, signal };
}

/** The address of a job on the root people typed: the one Jenkins has of itself can be wrong. */
export function urlOf({ baseUrl }: Pick<Jenkins, 'baseUrl'>, job: string): string {
  return `${baseUrl}${pathOf(job)}`;
}

/** Of a job or build exactly what is named; without a tree Jenkins would tell everything it has. */
export function treeUrl(url: string, tree: string): string {
  return `${url}/api/json?${new URLSearchParams({ tree })}`;
}

/** One GET. Reading with an API token needs no crumb. */
export function ask(jenkins: Jenkins, url: string, more?: Pick<GetRequest, 'limits'>) {
  return jenkins.http.get({
    ...more,
    url,
    baseUrl: jenkins.baseUrl,
    provider: 'Jenkins',
    credential: jenkins.credential,
    accept: 'application/json',
    signal: jenkins.signal,
  });
}

/** A pasted address of another server, or below another root, would be read as a job of this one. */
function refuseElsewhere(pasted: string, base: string): void {
  if (!URL.canParse(pasted)) throw refuse(`“${pasted.slice(0, 100)}” is not a web address`);
  const url = new URL(pasted);
  const root = `${url.origin}${url.pathname.split(/\/(?:view\/[^/]+\/)*job\//)[0] ?? ''}`;
  if (root === base) return;
  throw refuse(
    `The job’s address lies on ${root.slice(0, 200)}, but the address of the controller is ${base}. Change that address, or type only the job’s full name`,
  );
}

function refuse(message: string): Refusal {
  return new Refusal('invalid_input', message, { repository: message });
}
