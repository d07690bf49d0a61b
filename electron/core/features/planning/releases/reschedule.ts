import type { Context } from '#core/context.ts';
import { deployment, releasePhase } from '#core/database/schema/planning.ts';
import { partsOf } from '#core/database/plain-rows.ts';
import { iso, isoOrNull, toMs } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Write } from '#core/database/write.ts';
import type { Parsed } from '#shared/contract/index.ts';
import type { ReschedulePreview } from '#shared/model/planning/reschedule.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { movedPhases } from '#shared/rules/planning/postpone.ts';
import { alongWith, asksForReason, reschedule } from '#shared/rules/planning/reschedule.ts';
import type { Planned, Rescheduled, Wanted } from '#shared/rules/planning/reschedule.ts';
import { firstDeployment, plannedStart } from '#shared/rules/planning/start.ts';
import { formatInFull } from '#shared/rules/planning/zoned-time.ts';
import { listEnvironments } from '../../workspace/environments/index.ts';
import type { Overview } from './outlook.ts';
import { environmentKinds, requireRelease, toDeployment } from './rows.ts';

type Asked = Parsed<'releases.previewReschedule'>;

/** The planned deployments of releases as the rule that moves them looks at them. */
export function plansOf(store: Store, releaseIds: readonly string[]) {
  const kinds = environmentKinds(store);
  const names = new Map(listEnvironments(store).map(({ id, name }) => [id, name]));
  const rows = partsOf(store, deployment, releaseIds, 'startAt');
  return (releaseId: string) => {
    const deployments = rows(releaseId).map(toDeployment);
    const planned = deployments.map(
      ({ id, environmentId, startAt, zone, actualStartAt }): Planned => ({
        ...{ id, startAt, zone, actualStartAt },
        place: names.get(environmentId) ?? 'an unknown environment',
      }),
    );
    const ahead = deployments.filter(({ actualStartAt }) => actualStartAt === null);
    const leadId = firstDeployment(ahead, kinds)?.id ?? null;
    return { planned, deployments, leadId, kinds };
  };
}

/** Whether the start decisions are bound to is another one afterwards. */
export function movesStart(
  { deployments, kinds }: ReturnType<ReturnType<typeof plansOf>>,
  { starts }: Rescheduled,
): boolean {
  const after = deployments.map((each) => ({
    ...each,
    startAt: starts.get(each.id) ?? each.startAt,
  }));
  return plannedStart(deployments, kinds)?.startAt !== plannedStart(after, kinds)?.startAt;
}

export function previewReschedule(
  input: Asked,
  context: Context,
  { approvalsOfStart, blockedBy }: Overview,
): ReschedulePreview {
  const { store } = context;
  try {
    const { release, plan, moved } = decide(input, context);
    const bound = movesStart(plan, moved)
      ? (approvalsOfStart(store, [release.id]).get(release.id) ?? 0)
      : 0;
    const ahead = plan.planned.filter(({ actualStartAt }) => actualStartAt === null).length;
    const { fromAt, toAt, zone, note } = moved;
    // Postponing moves all that is ahead: the planned start goes the same step.
    const lead = plan.planned.find(({ id }) => id === plan.leadId);
    const offers = lead !== undefined && asksForReason(release.phase, moved, bound);
    return {
      ...{ fromAt, toAt, zone, note, refused: blockedBy(startOf(input, moved), context) },
      moves: moved.starts.size,
      stay: ahead - moved.starts.size,
      stale: bound,
      postponeTo: offers ? alongWith(lead, moved) : null,
    };
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.code === 'not_found') throw refusal;
    const empty = { fromAt: null, toAt: null, zone: null, note: null, postponeTo: null };
    return { ...empty, moves: 0, stay: 0, stale: 0, refused: refusal.message };
  }
}

export function rescheduleRelease(
  { fromAt, ...input }: Parsed<'releases.reschedule'>,
  context: Context,
  { blockedBy }: Overview,
): void {
  context.requireActor();
  context.transact((write) => {
    const { release, moved } = decide(input, context);
    if (fromAt !== undefined && toMs(fromAt) !== toMs(moved.fromAt)) {
      throw new Refusal(
        'conflict',
        `Somebody moved ${release.name} meanwhile: it is planned for ${formatInFull(moved.fromAt, moved.zone)} now. Look where it stands, and move it from there.`,
        { fromAt: `is now ${moved.fromAt}` },
      );
    }
    const blocked = blockedBy(startOf(input, moved), context);
    if (blocked !== null) throw new Refusal('precondition_failed', blocked);
    writeMoved(write, context.store, input.id, moved);
  });
}

/** Writes new starts, and moves the dates of phases ahead by as many days. */
export function writeMoved(
  write: Write,
  store: Store,
  releaseId: string,
  { starts, days }: { starts: ReadonlyMap<string, string>; days: number },
): void {
  for (const [id, at] of starts) write.update(deployment, id, { startAt: toMs(at) });
  if (days === 0) return;
  const phases = partsOf(store, releasePhase, [releaseId])(releaseId).map((row) => ({
    ...row,
    enteredAt: isoOrNull(row.enteredAt),
  }));
  for (const { id, plannedOn } of movedPhases(phases, days)) {
    write.update(releasePhase, id, { plannedOn });
  }
}

function decide({ id, deploymentId, byDays, toAt }: Asked, { store, now }: Context) {
  const release = requireRelease(store, id);
  const plan = plansOf(store, [id])(id);
  const moving = deploymentId === undefined ? { leadId: plan.leadId } : { deploymentId };
  const moved = reschedule(release, plan.planned, moving, wantedOf(byDays, toAt), iso(now));
  return { release, plan, moved };
}

function startOf({ id, deploymentId }: Asked, { toAt }: Rescheduled) {
  return { releaseId: id, start: toAt, deploymentId };
}

function wantedOf(byDays: number | undefined, toAt: string | undefined): Wanted {
  if (toAt !== undefined) return { toAt };
  return { byDays: byDays ?? 0 };
}
