import { Refusal, type ErrorCode } from '#shared/model/refusal.ts';
import type { Refused } from '../http/answer.ts';
import { redact } from '../http/credential.ts';
import { describe } from '../reading/answer-kinds.ts';
import type { Azure } from './source.ts';

/** An answer that is no success as a message that says what to do about it. */
export function refusalOf(azure: Azure, answer: Refused): Refusal {
  const [code, message] = explain(azure, answer);
  return new Refusal(
    code,
    answer.said === '' ? message : `${message}. Azure DevOps said: ${answer.said}`,
  );
}

/** A success with another shape than asked for: most often not the API of Azure DevOps. */
export function unexpectedShape(azure: Azure, expected: string, found: unknown): Refusal {
  const message = `Azure DevOps was expected to answer with ${expected}, but ${describe(found)} came. Check that the address is that of the organisation, or of a collection on your server`;
  return new Refusal('unavailable', redact(message, azure.credential));
}

const rights = {
  builds: { scope: 'Build (Read)', permission: 'View builds' },
  releases: { scope: 'Release (Read)', permission: 'View releases' },
} as const;

function explain(azure: Azure, { status, said }: Refused): [ErrorCode, string] {
  const { project, baseUrl, reads } = azure;
  switch (status) {
    // A sign-in page is how Azure refuses a token, too: in full, or as the way to one.
    case 203:
    case 301:
    case 302:
    case 303:
    case 307:
    case 308:
      return ['forbidden', refusedToken(azure, `${status}, a sign-in page`)];
    case 401:
      return ['forbidden', refusedToken(azure, '401')];
    case 403:
      return [
        'forbidden',
        `The token may not read the ${reads} of ${project} (403). It needs the scope “${rights[reads].scope}”, and its owner the permission “${rights[reads].permission}” in the project`,
      ];
    case 404:
      if (reads === 'releases') return ['not_found', noReleases(azure)];
      return /TF200016|project does not exist|\bproject\b.*not (?:be )?found/i.test(said)
        ? [
            'not_found',
            `${project} was not found on ${baseUrl} (404). Check the project’s name; its members alone see a private one`,
          ]
        : [
            'not_found',
            `${project} was not found on ${baseUrl} (404). Check the address of the organisation or collection, and the project’s name`,
          ];
    case 400:
    case 422:
      return [
        'invalid_input',
        `Azure DevOps did not accept the question (${status}). A server has to be Azure DevOps Server 2020 or later`,
      ];
    default:
      return [
        'unavailable',
        `Azure DevOps at ${baseUrl} answered ${status} and did not recover. Sync again later`,
      ];
  }
}

function noReleases({ project, baseUrl }: Azure): string {
  return `${project} has no classic releases on ${baseUrl} (404). Where it deploys by YAML pipelines alone, nothing is missing`;
}

/** Builds are read before releases: a token that is refused only here lacks the right. */
function refusedToken({ credential, baseUrl, reads }: Azure, how: string): string {
  if (credential && reads === 'releases') {
    return `Azure DevOps does not take the token for releases (${how}): it lacks the scope “Release (Read)”. Add the scope to it, or make a new one with “Build (Read)” and “Release (Read)” and save it with this connection`;
  }
  return credential
    ? `Azure DevOps refused the token (${how}): it is wrong, expired or revoked, or was made in another organisation. Make a new one with the scope “Build (Read)” and save it with this connection`
    : `${baseUrl} answers nobody without a token (${how}). Add one with the scope “${rights[reads].scope}”`;
}
