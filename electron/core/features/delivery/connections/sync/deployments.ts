import type { Context } from '#core/context.ts';
import { toMs } from '#core/database/select.ts';
import type { DeploymentSource } from '#core/sync/provider.ts';
import {
  createImporter,
  deploymentTable,
  storedDeployments,
  unfinishedDeployments,
  waitingRuns,
} from '#core/imported/index.ts';
import { limited, type From, type ReadFeed } from './from.ts';

/** Imports what was deployed since the last time, and asks for what was not over then. */
export async function importDeployments(
  deployments: DeploymentSource,
  { connectionId, source, origin, marks, report }: From,
  context: Context,
): Promise<ReadFeed> {
  const { store } = context;
  const { etags } = marks;
  const isWaiting = waitingRuns(store, connectionId);
  const importer = createImporter(context, deploymentTable, origin, marks.flush);
  const since = marks.since('deployments');
  const stored = storedDeployments(store, connectionId);
  const told = new Set<string>();
  let watermark: number | null = null;
  try {
    for await (const step of deployments.list({ ...source, since, etags, stored, isWaiting })) {
      if (step.type === 'rate-limited') throw limited(store, connectionId, step);
      if (step.type === 'page') {
        for (const { externalId } of step.rows) told.add(externalId);
        importer.add(step.rows, step.warnings, step.known);
        report(told.size, step.total);
      } else if (step.type === 'complete') {
        importer.add([], step.warnings);
        watermark = step.watermark === '' ? context.now : toMs(step.watermark);
      }
    }
    for (const externalId of unfinishedDeployments(store, connectionId)) {
      if (told.has(externalId)) continue;
      const answer = await deployments.get({ ...source, etags, isWaiting }, externalId);
      if (answer.kind === 'rate-limited') throw limited(store, connectionId, answer);
      if (answer.kind === 'rows') importer.add(answer.rows, answer.warnings);
    }
    if (watermark !== null) marks.reached('deployments', watermark);
  } finally {
    importer.flush();
  }
  return { counts: importer.counts(), asOf: watermark ?? context.now };
}
