import { Refusal, type ErrorCode } from '#shared/model/refusal.ts';
import type { Refused } from '../http/answer.ts';
import { redact } from '../http/credential.ts';
import { describe } from '../reading/answer-kinds.ts';
import { shorten } from '../reading/place.ts';
import type { Registry } from './source.ts';

/** An answer that is no success as a message that says what to do about it. */
export function refusalOf(registry: Registry, name: string, answer: Refused): Refusal {
  const [code, message] = explain(registry, name, answer);
  const said = answer.said === '' ? '' : `. The registry said: ${answer.said}`;
  return new Refusal(code, redact(`${message}${said}`, registry.given));
}

/** A success with another shape than asked for: most often no registry. */
export function unexpectedShape(registry: Registry, expected: string, found: unknown): Refusal {
  const message = `The registry was expected to answer with ${expected}, but ${describe(found)} came. Check that the address is that of the registry, without the name of a repository`;
  return new Refusal('unavailable', redact(message, registry.given));
}

/** A registry can name any server it likes as the one that wants the password. */
export function elsewhere({ baseUrl, given }: Registry, realm: string): Refusal {
  const named = redact(shorten(realm, 200), given);
  const message = `${baseUrl} lets nobody read without a token of another server, ${named}. Nothing was sent there. If that is the token server of this registry, type its address behind the names, with a comma between`;
  return new Refusal('forbidden', message);
}

/** The address answers, but not as a registry does. */
export function noRegistry({ baseUrl }: Registry, status: number): Refusal {
  return new Refusal(
    'not_found',
    `There is no registry at ${baseUrl}: ${baseUrl}/v2/ answered ${status}. Type the address images are pulled from, such as https://registry.example.com`,
  );
}

function explain(
  { baseUrl, given }: Registry,
  name: string,
  { status }: Refused,
): [ErrorCode, string] {
  switch (status) {
    case 401:
      return ['forbidden', unauthorised(baseUrl, name, given?.value)];
    case 403:
      return [
        'forbidden',
        `${given ? 'The token may not' : 'Without a token nobody may'} pull ${name} (403). ${given ? 'Whoever it belongs to needs' : 'Add a user and token with'} the right to read (pull) this repository`,
      ];
    case 404:
      return [
        'not_found',
        `${name} was not found on ${baseUrl} (404). Check the name as it stands in the image, without host and tag; before its first image is pushed a repository is not there${given ? '' : ', and a private one needs a user and token'}`,
      ];
    case 400:
    case 405:
    case 422:
      return ['invalid_input', `The registry did not accept the question (${status})`];
    default:
      return [
        'unavailable',
        `The registry at ${baseUrl} answered ${status} and did not recover. Sync again later`,
      ];
  }
}

function unauthorised(baseUrl: string, name: string, given: string | undefined): string {
  if (given === undefined) {
    return `${baseUrl} shows ${name} to nobody without signing in (401). Add a user and a token that may pull, as user:token`;
  }
  return given.startsWith('Bearer ')
    ? `The registry refused the token (401): it is wrong, expired or was revoked. Most registries want the user before it, as user:token`
    : `The registry refused the user and token (401): one of them is wrong, or the token expired, was revoked or may not pull ${name}. Make a new one with the right to pull and save it with this connection`;
}
