import { Refusal, type ErrorCode } from '#shared/model/refusal.ts';
import type { Refused } from '../http/answer.ts';
import { redact } from '../http/credential.ts';
import { describe } from '../reading/answer-kinds.ts';
import type { Gitlab } from './source.ts';

/** What is read of a project, and what its members and settings have to allow for it. */
const needs = {
  pipelines: 'at least the role Reporter there, and CI/CD has to be switched on in the project',
  issues: 'at least the role Guest there, and issues have to be switched on in the project',
} as const;
export type Asked = keyof typeof needs;

/** An answer that is no success as a message that says what to do about it. */
export function refusalOf(gitlab: Gitlab, answer: Refused, asked: Asked = 'pipelines'): Refusal {
  const [code, message] = explain(gitlab, answer, asked);
  return new Refusal(
    code,
    answer.said === '' ? message : `${message}. GitLab said: ${answer.said}`,
  );
}

/** A success with another shape than asked for: most often not GitLab's API. */
export function unexpectedShape(gitlab: Gitlab, expected: string, found: unknown): Refusal {
  const message = `GitLab was expected to answer with ${expected}, but ${describe(found)} came. Check that the address is that of the GitLab server`;
  return new Refusal('unavailable', redact(message, gitlab.credential));
}

function explain(gitlab: Gitlab, { status, said }: Refused, asked: Asked): [ErrorCode, string] {
  const { project, credential, baseUrl } = gitlab;
  switch (status) {
    case 401:
      return [
        'forbidden',
        credential
          ? 'GitLab refused the token (401): it is wrong, expired or was revoked. Make a new one with the scope read_api and save it with this connection'
          : `${baseUrl} answers nobody without a token (401). Add one with the scope read_api`,
      ];
    case 403:
      return [
        'forbidden',
        /insufficient_scope/i.test(said)
          ? 'The token lacks a scope (403). Make one with the scope read_api'
          : `The token may not read the ${asked} of ${project} (403). Whoever it belongs to needs ${needs[asked]}`,
      ];
    case 404:
      return [
        'not_found',
        credential
          ? `${project} was not found on ${baseUrl} (404). Check its path with all groups; of a private project the token’s owner has to be a member`
          : `${project} was not found on ${baseUrl} (404). Check its path with all groups; a private project needs a token`,
      ];
    case 410:
      return [
        'not_found',
        `${project} no longer offers this (410): it was deleted or switched off`,
      ];
    case 400:
    case 422:
      return ['invalid_input', `GitLab did not accept the question (${status})`];
    default:
      return [
        'unavailable',
        `GitLab at ${baseUrl} answered ${status} and did not recover. Sync again later`,
      ];
  }
}
