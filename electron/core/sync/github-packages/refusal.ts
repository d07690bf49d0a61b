import { Refusal, type ErrorCode } from '#shared/model/refusal.ts';
import type { Refused } from '../http/answer.ts';
import { redact, type Credential } from '../http/credential.ts';
import { describe } from '../reading/answer-kinds.ts';
import { inWords, type PackagePlace } from './place.ts';

type Known = { baseUrl: string; credential: Credential | null };

/** An answer that is no success as a message that says what to do about it. */
export function refusalOf(known: Known, place: PackagePlace, answer: Refused): Refusal {
  const [code, message] = explain(known, place, answer);
  const said = answer.said === '' ? '' : `. GitHub said: ${answer.said}`;
  return new Refusal(code, redact(`${message}${said}`, known.credential));
}

/** A success with another shape than asked for: most often not GitHub's API. */
export function unexpectedShape(known: Known, expected: string, found: unknown): Refusal {
  const message = `GitHub was expected to answer with ${expected}, but ${describe(found)} came. Check that the address is the API root`;
  return new Refusal('unavailable', redact(message, known.credential));
}

function explain(
  { baseUrl, credential }: Known,
  place: PackagePlace,
  { status, headers }: Refused,
): [ErrorCode, string] {
  const what = inWords(place);
  switch (status) {
    case 401:
      return [
        'forbidden',
        credential
          ? 'GitHub refused the token (401): it is wrong, expired or was withdrawn. Make a classic token with read:packages and save it with this connection'
          : 'GitHub tells of packages only with a token (401). Add a classic one with read:packages',
      ];
    case 403:
      return [
        'forbidden',
        headers.get('x-github-sso')?.startsWith('required')
          ? `${place.owner} wants single sign-on for this token (403). Authorise the token for it in GitHub's token settings`
          : `The token may not read the packages ${what} (403). It has to be a classic one with the scope read:packages; fine-grained tokens cannot read packages`,
      ];
    case 404:
      return [
        'not_found',
        `${what} was not found on ${baseUrl} (404). Check owner, type and name; of a private package the token’s owner needs to see it, and the token the scope read:packages`,
      ];
    case 400:
    case 422:
      return ['invalid_input', `GitHub did not accept the question (${status})`];
    default:
      return [
        'unavailable',
        `GitHub at ${baseUrl} answered ${status} and did not recover. Sync again later`,
      ];
  }
}
