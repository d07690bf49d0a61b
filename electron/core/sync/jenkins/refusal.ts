import { Refusal, type ErrorCode } from '#shared/model/refusal.ts';
import type { Refused } from '../http/answer.ts';
import { redact } from '../http/credential.ts';
import { describe } from '../reading/answer-kinds.ts';
import { shorten } from '../reading/place.ts';
import type { Answered } from '../reading/walk.ts';
import type { Jenkins } from './source.ts';

/** An answer that is no success as a message that says what to do about it. */
export function refusalOf(jenkins: Jenkins, answer: Refused): Refusal {
  const [code, message] = explain(jenkins, answer);
  return new Refusal(
    code,
    redact(
      answer.said === '' ? message : `${message}. Jenkins said: ${answer.said}`,
      jenkins.credential,
    ),
  );
}

/** A success with another shape than asked for. Jenkins names itself in a header of every answer. */
export function unexpectedShape(jenkins: Jenkins, expected: string, answer: Answered): Refusal {
  const found = describe(answer.body);
  const message = isJenkins(answer)
    ? `Jenkins was expected to answer with ${expected}, but ${found} came. Check that the address is the root of the controller`
    : `${jenkins.baseUrl} is no Jenkins: ${expected} was expected, but ${found} came, without the header X-Jenkins. Type the address at which Jenkins opens in the browser, with its path`;
  return new Refusal('unavailable', redact(message, jenkins.credential));
}

function isJenkins({ headers }: Pick<Answered, 'headers'>): boolean {
  return headers.has('x-jenkins') || headers.has('x-hudson');
}

function explain(jenkins: Jenkins, answer: Refused): [ErrorCode, string] {
  const { job, credential, baseUrl } = jenkins;
  const { status } = answer;
  switch (status) {
    case 401:
      return [
        'forbidden',
        credential
          ? 'Jenkins refused the user and token (401): the user name is not the one the token belongs to, or the token is wrong or was revoked. Make an API token on that user’s Security page and save both with this connection'
          : `${baseUrl} answers nobody without a user and token (401). Add both, as user:token`,
      ];
    case 403:
      return ['forbidden', withoutRight(jenkins, answer)];
    case 404:
      return [
        'not_found',
        isJenkins(answer)
          ? `${job} was not found on ${baseUrl} (404). Check its full name with all folders, a slash in a branch written as %2F, or paste the address of its page; ${credential ? 'the user needs the right Job/Read there' : 'without a user and token only public jobs are seen'}`
          : `There is no Jenkins at ${baseUrl}: it answered 404 without the header X-Jenkins. Type the address at which Jenkins opens in the browser, with its path, such as https://ci.example.com/jenkins`,
      ];
    case 410:
      return ['not_found', `${job} no longer offers this (410): it was deleted or switched off`];
    case 400:
    case 422:
      return ['invalid_input', `Jenkins did not accept the question (${status})`];
    case 503:
      return [
        'unavailable',
        `Jenkins at ${baseUrl} is starting, or has too much to do (503), and did not recover. Sync again later`,
      ];
    default:
      return [
        'unavailable',
        `Jenkins at ${baseUrl} answered ${status} and did not recover. Sync again later`,
      ];
  }
}

function withoutRight({ job, credential, baseUrl }: Jenkins, { headers, said }: Refused): string {
  if (/crumb/i.test(said)) {
    return `Jenkins asked for a crumb (403), which only writing takes. Something between here and ${baseUrl} turns reading into writing, or the address is not the root of the controller`;
  }
  const user = shorten(headers.get('x-you-are-authenticated-as') ?? '', 100);
  if (credential === null) {
    return `Nobody may read ${job} without signing in (403). Add a user and its API token, as user:token`;
  }
  if (user.toLowerCase() === 'anonymous') {
    return `The user and token did not reach Jenkins (403): it saw somebody anonymous. Look for a proxy that takes the Authorization header away`;
  }
  const right = rightNamed(headers.get('x-required-permission'));
  return `${user === '' ? 'The user' : `The user ${user}`} lacks the right ${right} for ${job} (403). Have it given by whoever looks after Jenkins`;
}

/** `hudson.model.Item.Read` as the matrix of rights calls it, `Job/Read`. */
function rightNamed(permission: string | null): string {
  const [, group = '', right = ''] = /(\w{1,50})\.(\w{1,50})$/.exec(permission ?? '') ?? [];
  if (right === '') return 'Job/Read';
  const groups: Record<string, string> = { Hudson: 'Overall', Jenkins: 'Overall', Item: 'Job' };
  return `${groups[group] ?? group}/${right}`;
}
