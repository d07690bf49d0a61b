import { Refusal, type ErrorCode } from '#shared/model/refusal.ts';
import type { Refused } from '../http/answer.ts';
import { redact } from '../http/credential.ts';
import { describe } from '../reading/answer-kinds.ts';
import type { ArgoCd } from './source.ts';

/** An answer that is no success as a message that says what to do about it. */
export function refusalOf(argo: ArgoCd, answer: Refused): Refusal {
  const [code, message] = explain(argo, answer);
  return new Refusal(
    code,
    answer.said === '' ? message : `${message}. Argo CD said: ${answer.said}`,
  );
}

/** A success with another shape than asked for: most often not Argo CD. */
export function unexpectedShape(argo: ArgoCd, expected: string, found: unknown): Refusal {
  const message = `Argo CD was expected to answer with ${expected}, but ${describe(found)} came. Check that the address is the one at which Argo CD opens in the browser, with its path`;
  return new Refusal('unavailable', redact(message, argo.credential));
}

/** Argo CD does not tell what is not there from what may not be seen, lest names be guessed. */
export function notSeen({ project, application, baseUrl }: ArgoCd): Refusal {
  const what =
    application === ''
      ? `The project ${project}`
      : `The application ${application} of the project ${project}`;
  return new Refusal(
    'not_found',
    `${what} was not found on ${baseUrl}: it is not there, or the account of the token may not see it. Check the name, and that its role allows applications, get, ${project}/${application || '*'}`,
  );
}

function explain(argo: ArgoCd, { status, said }: Refused): [ErrorCode, string] {
  const { credential, baseUrl } = argo;
  const place = argo.project === '' ? '*/*' : `${argo.project}/${argo.application || '*'}`;
  switch (status) {
    case 401:
      return [
        'forbidden',
        credential
          ? 'Argo CD refused the token (401): it is wrong, expired or was revoked. Make a new one with “argocd account generate-token” and save it with this connection'
          : `${baseUrl} answers nobody without a token (401). Make one with “argocd account generate-token” for an account that may read applications`,
      ];
    case 403:
      return [
        'forbidden',
        `The account of the token may not read applications here, or the place is not there: Argo CD answers both alike (403). Its role needs: applications, get, ${place}, allow`,
      ];
    case 404:
      return [
        'not_found',
        said === ''
          ? `There is no Argo CD at ${baseUrl} (404). Type the address at which Argo CD opens in the browser, with its path`
          : `Argo CD at ${baseUrl} has nothing there (404). Check the address and the names of project and application`,
      ];
    case 400:
    case 422:
      return ['invalid_input', `Argo CD did not accept the question (${status})`];
    default:
      return [
        'unavailable',
        `Argo CD at ${baseUrl} answered ${status} and did not recover. Sync again later`,
      ];
  }
}
