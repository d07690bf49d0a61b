import { Refusal, type ErrorCode } from '#shared/model/refusal.ts';
import type { Refused } from '../http/answer.ts';
import { redact, type Credential } from '../http/credential.ts';
import { describe } from '../reading/answer-kinds.ts';

type Place = { baseUrl: string; credential: Credential | null };

/** An answer that is no success as a message that says what to do. Those of Nexus have no words. */
export function refusalOf(place: Place, name: string, answer: Refused): Refusal {
  const [code, message] = explain(place, name, answer);
  const said = answer.said === '' ? '' : `. Nexus said: ${answer.said}`;
  return new Refusal(code, redact(`${message}${said}`, place.credential));
}

/** A success with another shape than asked for: most often not the API of Nexus. */
export function unexpectedShape(place: Place, expected: string, found: unknown): Refusal {
  const message = `Nexus was expected to answer with ${expected}, but ${describe(found)} came. Check that the address is the one at which Nexus opens in the browser, with its path`;
  return new Refusal('unavailable', redact(message, place.credential));
}

function explain(
  { baseUrl, credential }: Place,
  name: string,
  { status, headers }: Refused,
): [ErrorCode, string] {
  switch (status) {
    case 401:
      return [
        'forbidden',
        credential
          ? 'Nexus refused the user and token (401): one of them is wrong, or the user was disabled. Save both with this connection again, as user:token'
          : `${baseUrl} shows ${name} to nobody without signing in (401). Add a user and password or token, as user:token`,
      ];
    case 403:
      return [
        'forbidden',
        `${credential ? 'The user may not' : 'Without signing in nobody may'} browse ${name} (403). ${credential ? 'A role of the user needs' : 'Add a user with'} the privileges “browse” and “read” on this repository (nx-repository-view-*-${name}-browse and -read)`,
      ];
    case 404:
      return [
        'not_found',
        isNexus(headers)
          ? `${name} was not found on ${baseUrl} (404). Check the name as Nexus lists it under Browse, in the same case`
          : `There is no Nexus at ${baseUrl}: it answered 404. Type the address at which Nexus opens in the browser, with its path, such as https://nexus.example.com`,
      ];
    case 400:
    case 422:
      return ['invalid_input', `Nexus did not accept the question (${status})`];
    default:
      return [
        'unavailable',
        `Nexus at ${baseUrl} answered ${status} and did not recover. Sync again later`,
      ];
  }
}

/** It names itself in every answer, unless a proxy takes that away. */
function isNexus(headers: Headers): boolean {
  return /nexus/i.test(headers.get('server') ?? '');
}
