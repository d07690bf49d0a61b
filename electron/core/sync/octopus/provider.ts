import { Refusal } from '#shared/model/refusal.ts';
import type { Provider, Reached, Source } from '../provider.ts';
import type { Answered } from '../reading/walk.ts';
import { isRecord } from '../record.ts';
import { findPlace } from './find-place.ts';
import { deploymentSource } from './list-deployments.ts';
import { itemsOf } from './page.ts';
import { readFile } from './read-file.ts';
import { refusalOf, unexpectedShape } from './refusal.ts';
import { ask, check, nameOf, openOctopus, type Octopus } from './source.ts';

/** Octopus Deploy, in its cloud or on a server of one's own: a space, or a project of it. */
export const octopus: Provider = {
  called: 'Octopus Deploy',
  check,
  nameOf,
  deployments: deploymentSource,
  test,
  readFile,
};

/** Somebody waits for the answer, so it is not tried for long. */
const brief = { limits: { maxRetries: 1, longestWaitMs: 5000 } };

async function test(source: Source): Promise<Reached> {
  const server = openOctopus(source);
  // The root answers anybody: a wrong address gets no key, and is told from a wrong one.
  const root = await askOnce({ ...server, credential: null }, '');
  const name = isRecord(root.body) ? root.body['Application'] : null;
  if (typeof name !== 'string' || !/octopus/i.test(name)) {
    throw unexpectedShape(server, 'its name and version', root.body);
  }
  const place = await findPlace(server, { ...brief, named: true });
  if (place.kind === 'rate-limited') throw new Refusal('unavailable', place.message);
  const { path, projectId } = place;
  const of = projectId === null ? '' : `&projects=${projectId}`;
  const ofTasks = projectId === null ? '' : `&project=${projectId}`;
  const deployments = await askOnce(server, `${path}/deployments?take=1${of}`);
  const found = itemsOf(server, deployments, 'a list of deployments');
  const tasks = await askOnce(server, `${path}/tasks?name=Deploy&take=1${ofTasks}`);
  itemsOf(server, tasks, 'a list of tasks');
  return {
    repository: place.name === '' ? 'the default space' : place.name,
    workflows: [],
    notes:
      found.length > 0
        ? []
        : [
            'No deployment is seen. There is none yet, or the owner of the key lacks the permission DeploymentView for the project or environment',
          ],
  };
}

async function askOnce(server: Octopus, path: string): Promise<Answered> {
  const answer = await ask(server, path, brief);
  if (answer.kind === 'ok') return answer;
  if (answer.kind === 'refused') throw refusalOf(server, answer);
  if (answer.kind === 'rate-limited') throw new Refusal('unavailable', answer.message);
  throw unexpectedShape(server, 'an answer', null);
}
