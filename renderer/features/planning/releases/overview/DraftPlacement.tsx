import { useFormContext, useWatch } from 'react-hook-form';
import { isPlannable } from '#shared/model/primitives.ts';
import { firstDeployment } from '#shared/rules/planning/start.ts';
import { PlacementView, usePlacement } from '../../calendar/index.ts';
import { startOf } from '../form/draft-input.ts';
import type { ReleaseDraft } from '../form/draft.ts';
import type { ReleasePage } from '../release-page.ts';

/** What stands against the start as it is being typed; it can be saved all the same. */
export function DraftPlacement({ page }: { page: ReleasePage }) {
  const { release, names, now } = page;
  const { control } = useFormContext<ReleaseDraft>();
  const rows = useWatch({ control, name: 'deployments' });
  const ahead = release.deployments.filter(({ actualStartAt }) => actualStartAt === null);
  const lead = firstDeployment(
    ahead,
    new Map(names.environments.map((each) => [each.id, each.kind])),
  );
  const row = rows.find(({ id }) => id !== undefined && id === lead?.id);
  const typed = row === undefined ? '' : startOf(row);
  const start = typeof typed === 'string' ? null : typed.instant;
  const isMoved = start !== null && start !== lead?.startAt && isPlannable(start);
  const placement = usePlacement({
    releaseId: release.id,
    start: isMoved ? start : null,
    deploymentId: lead?.id,
  });
  return isMoved ? <PlacementView placement={placement} now={now} /> : null;
}
