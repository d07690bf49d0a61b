import { Refusal, type ErrorCode } from '#shared/model/refusal.ts';
import type { Refused } from '../http/answer.ts';
import { redact } from '../http/credential.ts';
import { describe } from '../reading/answer-kinds.ts';
import type { Jira } from './source.ts';

/** An answer that is no success as a message that says what to do about it. */
export function refusalOf(jira: Jira, answer: Refused): Refusal {
  const [code, message] = explain(jira, answer);
  const words = answer.said === '' ? message : `${message}. Jira said: ${answer.said}`;
  return new Refusal(code, redact(words, jira.credential));
}

/** A success with another shape than asked for: most often not Jira's API. */
export function unexpectedShape(jira: Jira, expected: string, found: unknown): Refusal {
  const message = `Jira was expected to answer with ${expected}, but ${describe(found)} came. Check that the address is the one at which Jira opens in the browser, with its path`;
  return new Refusal('unavailable', redact(message, jira.credential));
}

/** Jira takes a token it does not know for nobody’s, and answers nobody with what is public. */
export function asNobody({ baseUrl }: Jira): Refusal {
  return new Refusal(
    'forbidden',
    `Jira at ${baseUrl} answered with no issues, as it does to nobody: it did not accept the token, which is wrong, expired or was revoked. Make a new one and save it with this connection`,
  );
}

function explain(jira: Jira, { status, said, headers }: Refused): [ErrorCode, string] {
  const { place, credential, baseUrl } = jira;
  if (wantsCaptcha(headers)) {
    return [
      'forbidden',
      `Jira wants a CAPTCHA solved after failed sign-ins (${status}). Sign in at ${baseUrl} once in the browser as the token’s owner, then sync again`,
    ];
  }
  switch (status) {
    case 401:
      return [
        'forbidden',
        credential
          ? 'Jira refused the token (401): it is wrong, expired or was revoked, or the e-mail address before it is not its owner’s. Make a new one and save it with this connection'
          : `${baseUrl} answers nobody without a token (401). Add one: for Jira Cloud your e-mail address and an API token with a colon between, for Data Center a personal access token`,
      ];
    case 403:
      return [
        'forbidden',
        `The token may not read ${place} (403). Its owner needs access to Jira and the permission “Browse projects”; a token limited to scopes needs read:jira-work`,
      ];
    case 404:
      return [
        'not_found',
        `There is no Jira at ${baseUrl} (404). Type the address at which Jira opens in the browser, with its path, such as https://acme.atlassian.net or https://example.com/jira`,
      ];
    case 410:
      return [
        'not_found',
        `Jira at ${baseUrl} no longer has the search that a server of one’s own is asked by (410): it is Jira Cloud under another address. Type that of the site, such as https://acme.atlassian.net`,
      ];
    case 400:
      return /\bproject\b/i.test(said) && /does not exist|no permission/i.test(said)
        ? [
            'not_found',
            `Jira does not know what was asked for, ${place} (400). Check the keys; the token’s owner needs the permission “Browse projects” there`,
          ]
        : [
            'invalid_input',
            `Jira did not accept the question (400), which is: ${jira.condition}. Correct it in the connection`,
          ];
    case 414:
    case 431:
      return ['invalid_input', `The JQL is too long for Jira (${status}). Shorten it`];
    default:
      return [
        'unavailable',
        `Jira at ${baseUrl} answered ${status} and did not recover. Sync again later`,
      ];
  }
}

function wantsCaptcha(headers: Headers): boolean {
  return (
    /captcha/i.test(headers.get('x-authentication-denied-reason') ?? '') ||
    /AUTHENTICATION_DENIED/i.test(headers.get('x-seraph-loginreason') ?? '')
  );
}
