import type { ImportWarning } from '#shared/model/delivery/pipelines.ts';
import type { NormalisedDeployment } from '#shared/model/delivery/provider-deployments.ts';
import type { DeploymentSource, ListDeployments, ListStep } from '../provider.ts';
import { walkPages } from '../reading/walk.ts';
import { deploymentsIn } from './deployments.ts';
import { listOf, nextPage } from './page.ts';
import { refusalOf } from './refusal.ts';
import { ask, openReleases } from './source.ts';

/** Azure gives no more of them on a page. */
const pageSize = 100;

/** Of the first sync, of which a project can have years. */
const mostFirstPages = 100;

/**
 * Walks through the deployments of classic releases, the newest first: all that are kept, then those
 * that changed since. A list tells each one whole, with the approvals it waits for.
 */
async function* list(
  options: ListDeployments,
): AsyncGenerator<ListStep<NormalisedDeployment>, void, undefined> {
  const azure = openReleases(options);
  const { since, etags } = options;
  const query = new URLSearchParams({ queryOrder: 'descending', $top: String(pageSize) });
  if (since !== null) query.set('minModifiedTime', since);
  const cut: ImportWarning[] = [];
  const steps = walkPages<NormalisedDeployment>({
    called: 'Azure DevOps',
    first: `${azure.root}/release/deployments?${query}`,
    etags,
    ask: (url, more) => ask(azure, url, more),
    refused: (answer) => refusalOf(azure, answer),
    async read(answer, page) {
      const listed = listOf(azure, answer, 'a list of deployments');
      const read = { ...deploymentsIn(listed), total: null, next: nextPage(answer) };
      if (read.next === null || since !== null || page < mostFirstPages) return read;
      cut.push({ at: `page ${page}`, reason: olderLeftOut });
      return { ...read, next: null };
    },
  });
  for await (const step of steps) {
    yield step.type === 'complete' ? { ...step, warnings: [...step.warnings, ...cut] } : step;
  }
}

const olderLeftOut = `there are more than the newest ${mostFirstPages * pageSize} deployments; the older ones were left out. Import an exported file for them`;

export const deploymentSource: DeploymentSource = {
  list,

  /**
   * Azure tells no deployment by itself. Its list goes on from a number, with that one or behind it:
   * two from the number after this one have it among them, unless it was deleted with its release.
   */
  async get(source, externalId) {
    const azure = openReleases(source);
    if (!/^\d{1,20}$/.test(externalId)) return { kind: 'gone' };
    const continuationToken = String(BigInt(externalId) + 1n);
    const query = new URLSearchParams({ queryOrder: 'descending', $top: '2', continuationToken });
    const answer = await ask(azure, `${azure.root}/release/deployments?${query}`);
    switch (answer.kind) {
      case 'rate-limited':
        return answer;
      case 'refused':
        throw refusalOf(azure, answer);
      case 'not-modified':
        return { kind: 'rows', rows: [], warnings: [] };
      case 'ok': {
        const listed = listOf(azure, answer, 'a list of deployments');
        const { rows, warnings } = deploymentsIn(listed, () => `deployment ${externalId}`);
        const found = rows.filter((row) => row.externalId === externalId);
        return found.length === 0 ? { kind: 'gone' } : { kind: 'rows', rows: found, warnings };
      }
    }
  },
};
