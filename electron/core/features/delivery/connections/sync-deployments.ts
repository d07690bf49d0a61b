import type { Context } from '#core/context.ts';
import { toMs } from '#core/database/select.ts';
import type { DeploymentSource, IsWaiting } from '#core/sync/provider.ts';
import type { ImportCounts } from '#shared/model/delivery/pipelines.ts';
import type { NormalisedDeployment } from '#shared/model/delivery/provider-deployments.ts';
import { Refusal } from '#shared/model/refusal.ts';
import {
  createImporter,
  deploymentTable,
  storedDeployments,
  unfinishedDeployments,
  waitingRuns,
} from '../pipelines/index.ts';
import type { Importer } from '../pipelines/index.ts';
import { openEtags, readState, saveState, type BufferedEtags } from './state.ts';
import { limited, sinceOf, type From, type originOf } from './sync-from.ts';

type Deployments = { of: DeploymentSource; etags: BufferedEtags; isWaiting: IsWaiting };

/**
 * Imports the deployments of a provider that tells of them, after its runs; null of one that does not.
 * A token that may read runs need not be let in here: that is a warning, and the runs stay.
 */
export async function importDeployments(
  from: From,
  origin: ReturnType<typeof originOf>,
  context: Context,
): Promise<ImportCounts | null> {
  const { store } = context;
  const { connectionId, provider } = from;
  const { deployments: of } = provider;
  if (of === undefined) return null;
  const etags = openEtags(store, connectionId);
  const isWaiting = waitingRuns(store, connectionId);
  const importer = createImporter(context, deploymentTable, origin, etags.flush);
  try {
    const watermark = await listAll({ of, etags, isWaiting }, from, importer, context);
    if (watermark !== null) saveState(store, connectionId, { deploymentsWatermarkAt: watermark });
  } catch (error) {
    if (!isMissingRight(error)) throw error;
    importer.add([], [{ at: 'deployments', reason: `were left out: ${error.message}` }]);
  } finally {
    importer.flush();
  }
  return importer.counts();
}

async function listAll(
  { of, etags, isWaiting }: Deployments,
  { connectionId, source }: From,
  importer: Importer<NormalisedDeployment>,
  context: Context,
): Promise<number | null> {
  const { store } = context;
  const since = sinceOf(readState(store, connectionId)?.deploymentsWatermarkAt);
  const stored = storedDeployments(store, connectionId);
  const told = new Set<string>();
  let watermark: number | null = null;
  for await (const step of of.list({ ...source, since, etags, stored, isWaiting })) {
    if (step.type === 'rate-limited') {
      throw limited(store, connectionId, step.until, step.message);
    } else if (step.type === 'page') {
      for (const { externalId } of step.rows) told.add(externalId);
      importer.add(step.rows, step.warnings, step.known);
    } else if (step.type === 'complete') {
      importer.add([], step.warnings);
      watermark = step.watermark === '' ? context.now : toMs(step.watermark);
    }
  }
  for (const externalId of unfinishedDeployments(store, connectionId)) {
    if (told.has(externalId)) continue;
    const answer = await of.get({ ...source, etags, isWaiting }, externalId);
    if (answer.kind === 'rate-limited') {
      throw limited(store, connectionId, answer.until, answer.message);
    }
    if (answer.kind === 'rows') importer.add(answer.rows, answer.warnings);
  }
  return watermark;
}

/** As the runs were just read, the token counts and the place is there: what is missing is the right. */
function isMissingRight(error: unknown): error is Refusal {
  return error instanceof Refusal && ['forbidden', 'not_found'].includes(error.code);
}
