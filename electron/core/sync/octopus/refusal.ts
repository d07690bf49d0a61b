import { Refusal, type ErrorCode } from '#shared/model/refusal.ts';
import type { Refused } from '../http/answer.ts';
import { redact } from '../http/credential.ts';
import { describe } from '../reading/answer-kinds.ts';
import type { Octopus } from './source.ts';

const rights = 'ProjectView, EnvironmentView, ReleaseView, DeploymentView and TaskView';

/** An answer that is no success as a message that says what to do about it. */
export function refusalOf(octopus: Octopus, answer: Refused): Refusal {
  const [code, message] = explain(octopus, answer);
  return new Refusal(
    code,
    answer.said === '' ? message : `${message}. Octopus Deploy said: ${answer.said}`,
  );
}

/** A success with another shape than asked for: most often not Octopus Deploy. */
export function unexpectedShape(octopus: Octopus, expected: string, found: unknown): Refusal {
  const message = `Octopus Deploy was expected to answer with ${expected}, but ${describe(found)} came. Check that the address is the one at which Octopus opens in the browser`;
  return new Refusal('unavailable', redact(message, octopus.credential));
}

/** A space or project that is not among those the key may see. */
export function notFound(what: string, seen: readonly string[]): Refusal {
  const some = seen.slice(0, 5).join(', ');
  const told =
    seen.length === 0
      ? 'none is seen'
      : `seen are ${some}${seen.length > 5 ? ` and ${seen.length - 5} more` : ''}`;
  return new Refusal(
    'not_found',
    `${what} was not found; ${told}. Check its name, and that the owner of the key is in a team that may view it`,
  );
}

function explain(octopus: Octopus, { status, said }: Refused): [ErrorCode, string] {
  const { credential, baseUrl } = octopus;
  const place = placeIn(octopus);
  switch (status) {
    case 401:
      return [
        'forbidden',
        credential
          ? 'Octopus Deploy refused the API key (401): it is wrong, expired or was revoked. Make a new one in the profile of its user and save it with this connection'
          : `${baseUrl} answers nobody without an API key (401). Add one of a user who may view the projects`,
      ];
    case 403:
      return [
        'forbidden',
        `The owner of the API key may not read ${place} (403). It needs the permissions ${rights} there, which the role Project viewer has`,
      ];
    case 404:
      return [
        'not_found',
        said === ''
          ? `There is no Octopus Deploy at ${baseUrl} (404). Type the address at which Octopus opens in the browser, with its path`
          : `${place} was not found on ${baseUrl} (404). Check the names of the space and project${octopus.space === '' ? '; a server without a default space needs one' : ''}`,
      ];
    case 400:
    case 422:
      return ['invalid_input', `Octopus Deploy did not accept the question (${status})`];
    case 503:
      return [
        'unavailable',
        `Octopus Deploy at ${baseUrl} is in maintenance or starting (503), and did not recover. Sync again later`,
      ];
    default:
      return [
        'unavailable',
        `Octopus Deploy at ${baseUrl} answered ${status} and did not recover. Sync again later`,
      ];
  }
}

function placeIn({ space, project }: Octopus): string {
  if (space === '') return 'the default space';
  return project === '' ? `the space ${space}` : `${project} in the space ${space}`;
}
