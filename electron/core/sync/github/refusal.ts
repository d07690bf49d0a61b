import { Refusal, type ErrorCode } from '#shared/model/refusal.ts';
import type { Refused } from '../http/answer.ts';
import { redact } from '../http/credential.ts';
import { describe } from '../reading/answer-kinds.ts';
import type { Github } from './source.ts';

/** What is asked, in the words of GitHub's token settings: the right that it takes. */
export type Right = 'Metadata' | 'Actions' | 'Deployments' | 'Issues';

/** An answer that is no success as a message that says what to do about it. */
export function refusalOf(github: Github, answer: Refused, right: Right): Refusal {
  const [code, message] = explain(github, answer, right);
  return new Refusal(
    code,
    answer.said === '' ? message : `${message}. GitHub said: ${answer.said}`,
  );
}

/** A success with another shape than asked for: most often not GitHub's API. */
export function unexpectedShape(github: Github, expected: string, found: unknown): Refusal {
  const message = `GitHub was expected to answer with ${expected}, but ${describe(found)} came. Check that the base URL is the API root`;
  return new Refusal('unavailable', redact(message, github.credential));
}

function explain(github: Github, answer: Refused, right: Right): [ErrorCode, string] {
  const { status, headers } = answer;
  const { repository, credential, baseUrl } = github;
  switch (status) {
    case 401:
      return [
        'forbidden',
        'GitHub refused the token (401): it is wrong, expired or was withdrawn. Make a new one and save it with this connection',
      ];
    case 403: {
      const singleSignOn = headers.get('x-github-sso')?.startsWith('required');
      if (singleSignOn) {
        return [
          'forbidden',
          `The organisation of ${repository} wants single sign-on for this token (403). Authorise the token for it in GitHub's token settings`,
        ];
      }
      return [
        'forbidden',
        `The token may not read this of ${repository} (403). Give it the repository right “${right}: read”, or use a token that has it`,
      ];
    }
    case 404:
      return [
        'not_found',
        credential
          ? `${repository} was not found on ${baseUrl} (404). Check the name; for a private repository the token also needs access to it, with “${right}: read”`
          : `${repository} was not found on ${baseUrl} (404). Check the name; a private repository needs a token`,
      ];
    case 410:
      return [
        'not_found',
        `${repository} no longer offers this (410): it was deleted or switched off`,
      ];
    case 422:
      return ['invalid_input', 'GitHub did not accept the question (422)'];
    default:
      return [
        'unavailable',
        `GitHub at ${baseUrl} answered ${status} and did not recover. Sync again later`,
      ];
  }
}
