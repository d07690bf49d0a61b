import { Refusal, type ErrorCode } from '#shared/model/refusal.ts';
import type { Refused } from '../http/answer.ts';
import { redact, type Credential } from '../http/credential.ts';
import { describe } from '../reading/answer-kinds.ts';

type Place = { baseUrl: string; credential: Credential | null };

/** An answer that is no success as a message that says what to do about it. */
export function refusalOf(place: Place, name: string, answer: Refused): Refusal {
  const [code, message] = explain(place, name, answer);
  const said = answer.said === '' ? '' : `. Artifactory said: ${answer.said}`;
  return new Refusal(code, redact(`${message}${said}`, place.credential));
}

/** A success with another shape than asked for: most often not the API of Artifactory. */
export function unexpectedShape(place: Place, expected: string, found: unknown): Refusal {
  const message = `Artifactory was expected to answer with ${expected}, but ${describe(found)} came. Check that the address is its root, most often with /artifactory at the end`;
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
          ? 'Artifactory refused the token (401): it is wrong, expired or was revoked. Make an access token that may read, and save it with this connection'
          : `${baseUrl} shows ${name} to nobody without a token (401). Add an access token that may read`,
      ];
    case 403:
      return [
        'forbidden',
        `${credential ? 'The token may not' : 'Without a token nobody may'} read ${name} (403). ${credential ? 'Whoever it belongs to needs' : 'Add one of a user with'} the permission Read on this repository`,
      ];
    case 404:
      return [
        'not_found',
        isArtifactory(headers)
          ? `${name} was not found on ${baseUrl} (404). Check the key of the repository and the path in it, in the same case`
          : `There is no Artifactory at ${baseUrl}: it answered 404. Type the address of its API, most often with /artifactory at the end, such as https://acme.jfrog.io/artifactory`,
      ];
    case 400:
    case 422:
      return ['invalid_input', `Artifactory did not accept the question (${status})`];
    default:
      return [
        'unavailable',
        `Artifactory at ${baseUrl} answered ${status} and did not recover. Sync again later`,
      ];
  }
}

/** It names itself in its answers, unless a proxy takes that away. */
function isArtifactory(headers: Headers): boolean {
  const names = ['x-artifactory-id', 'x-artifactory-node-id', 'x-jfrog-version'];
  return (
    names.some((name) => headers.has(name)) || /artifactory/i.test(headers.get('server') ?? '')
  );
}
