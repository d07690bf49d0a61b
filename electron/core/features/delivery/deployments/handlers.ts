import type { Context, Handlers } from '#core/context.ts';
import { deployment } from '#core/database/schema/planning.ts';
import { iso, toMs } from '#core/database/select.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { checkRecorded } from '#shared/rules/delivery/deployments.ts';
import { requireOpenRelease, toDeployment } from '../../planning/releases/index.ts';
import { listImported, listProviderEnvironments } from './read-imported.ts';

type Names = 'deployments.record' | 'deployments.imported' | 'deployments.environments';

export const deployments: Handlers<Names> = {
  'deployments.record': (input, context) => record(input, context),
  'deployments.imported': (input, { store }) => listImported(store, input),
  'deployments.environments': (input, { store }) => listProviderEnvironments(store, input),
};

function record(
  { id, rev, ...recorded }: Parsed<'deployments.record'>,
  context: Context,
): Output<'deployments.record'> {
  checkRecorded(recorded, iso(context.now));
  return toDeployment(
    context.transact((write) => {
      requireOpenRelease(context.store, write.find(deployment, id).releaseId);
      const { actualStartAt, actualEndAt, result, note } = recorded;
      const as = {
        actualStartAt: toMs(actualStartAt),
        actualEndAt: actualEndAt === null ? null : toMs(actualEndAt),
        result,
        note,
      };
      return write.update(deployment, id, as, rev);
    }),
  );
}
