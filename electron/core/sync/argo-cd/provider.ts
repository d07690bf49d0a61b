import { Refusal } from '#shared/model/refusal.ts';
import type { Provider, Reached, Source } from '../provider.ts';
import type { Answered } from '../reading/walk.ts';
import { isRecord } from '../record.ts';
import { deploymentSource, listIn, rolloutSource } from './list.ts';
import { readFile } from './read-file.ts';
import { notSeen, refusalOf, unexpectedShape } from './refusal.ts';
import { ask, check, listPath, nameOf, openArgoCd, type ArgoCd } from './source.ts';

/** Argo CD: the applications of all projects, of one, or one of them. */
export const argoCd: Provider = {
  called: 'Argo CD',
  check,
  nameOf,
  deployments: deploymentSource,
  rollouts: rolloutSource,
  test,
  readFile,
};

/** Somebody waits for the answer, so it is not tried for long. */
const brief = { limits: { maxRetries: 1, longestWaitMs: 5000 } };

async function test(source: Source): Promise<Reached> {
  const argo = openArgoCd(source);
  const { project, application, credential } = argo;
  // Its version it tells anybody: a wrong address gets no token, and is told from a wrong one.
  const version = await askOnce({ ...argo, credential: null }, '/version');
  if (!isRecord(version.body) || typeof version.body['Version'] !== 'string') {
    throw unexpectedShape(argo, 'its version', version.body);
  }
  const fields = ['metadata.resourceVersion', 'items.metadata.name'];
  const answer = await askOnce(argo, listPath(argo, fields));
  const isEmpty = listIn(argo, answer.body).length === 0;
  if (isEmpty && application !== '') throw notSeen(argo);
  if (isEmpty && project !== '') await requireProject(argo);
  const notes = [
    isEmpty
      ? 'No application is seen. There is none yet, or the role of the token’s account does not allow applications, get'
      : '',
    credential === null ? 'Without a token only what everybody may see is read' : '',
  ];
  return {
    repository: nameOf(source.repository) || 'all projects',
    workflows: [],
    notes: notes.filter((note) => note !== ''),
  };
}

/** A project without applications is one all the same. */
async function requireProject(argo: ArgoCd): Promise<void> {
  const answer = await ask(argo, `/v1/projects/${encodeURIComponent(argo.project)}`, brief);
  if (answer.kind === 'ok') return;
  if (answer.kind === 'refused' && [403, 404].includes(answer.status)) throw notSeen(argo);
  if (answer.kind === 'refused') throw refusalOf(argo, answer);
  if (answer.kind === 'rate-limited') throw new Refusal('unavailable', answer.message);
}

async function askOnce(argo: ArgoCd, path: string): Promise<Answered> {
  const answer = await ask(argo, path, brief);
  if (answer.kind === 'ok') return answer;
  if (answer.kind === 'refused') throw refusalOf(argo, answer);
  if (answer.kind === 'rate-limited') throw new Refusal('unavailable', answer.message);
  throw unexpectedShape(argo, 'an answer', null);
}
