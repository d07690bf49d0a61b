import { readValidator, writeValidator } from '../http/etags.ts';
import type { DeploymentSource } from '../provider.ts';
import { walkPages } from '../reading/walk.ts';
import { deploymentsIn } from './deployments.ts';
import { firstUrl, next } from './list.ts';
import { refusalOf, unexpectedShape } from './refusal.ts';
import { ask, openGitlab } from './source.ts';

/** Deployments of GitLab, the last changed first; its list says what became of each. */
export const deploymentSource: DeploymentSource = {
  list(options) {
    const gitlab = openGitlab(options);
    return walkPages({
      called: 'GitLab',
      first: firstUrl(gitlab, 'deployments', options.since),
      etags: options.etags,
      ask: (url, more) => ask(gitlab, url, more),
      refused: (answer) => refusalOf(gitlab, answer),
      async read(answer) {
        if (!Array.isArray(answer.body)) {
          throw unexpectedShape(gitlab, 'a list of deployments', answer.body);
        }
        return { ...deploymentsIn(answer.body), total: null, next: next(gitlab, answer) };
      },
    });
  },

  async get(source, externalId) {
    const gitlab = openGitlab(source);
    const url = `${gitlab.root}/deployments/${encodeURIComponent(externalId)}`;
    const etag = readValidator(source.etags.get(url))?.etag;
    const answer = await ask(gitlab, url, etag === undefined ? {} : { etag });
    switch (answer.kind) {
      case 'rate-limited':
        return answer;
      case 'refused':
        if (answer.status === 404 || answer.status === 410) return { kind: 'gone' };
        throw refusalOf(gitlab, answer);
      case 'not-modified':
        return { kind: 'rows', rows: [], warnings: [] };
      case 'ok': {
        const read = deploymentsIn([answer.body], () => `deployment ${externalId}`);
        const seen = answer.headers.get('etag');
        if (seen !== null && read.rows.length > 0) {
          source.etags.set(url, writeValidator({ etag: seen, next: null }));
        }
        return { kind: 'rows', ...read };
      }
    }
  },
};
