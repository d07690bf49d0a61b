import type { Handlers } from '#core/context.ts';
import { deployment } from '#core/database/schema/planning.ts';
import { iso, toMs } from '#core/database/select.ts';
import { checkRecorded } from '#shared/rules/delivery/deployments.ts';
import { requireOpenRelease, toDeployment } from '../../planning/releases/index.ts';

export const deployments: Handlers<'deployments.record'> = {
  'deployments.record': ({ id, rev, ...recorded }, context) => {
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
  },
};
