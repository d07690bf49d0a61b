import { max } from 'drizzle-orm';
import type { Context } from '#core/context.ts';
import { checklistItem, gate, risk } from '#core/database/schema/governance.ts';
import {
  component,
  deployment,
  release,
  releasePhase,
  releaseRole,
  rollbackPlan,
} from '#core/database/schema/planning.ts';
import { partsOf } from '#core/database/plain-rows.ts';
import type { PartTable } from '#core/database/plain-rows.ts';
import { toMs } from '#core/database/select.ts';
import type { Parsed } from '#shared/contract/index.ts';
import { startsOfCopy } from '#shared/rules/planning/postpone.ts';
import { plannedStart } from '#shared/rules/planning/start.ts';
import { plusDays } from '#shared/rules/planning/zoned-time.ts';
import { copyChecklist } from './copy-checklist.ts';
import { copyPlan } from './copy-plan.ts';
import { environmentKinds, requireRelease, toDeployment } from './rows.ts';

/** What a row of a release has of its own: a copy gets its own id and revision. */
function withoutIds<T extends { id: string; rev: number; releaseId: string }>(row: T) {
  const { id, rev, releaseId, ...values } = row;
  return values;
}

/**
 * Creates a release like another one, in one command; gives its id. Everything that was done or
 * decided stays behind: items are open, risks too, and whoever copies it is who asked for it.
 */
export function copyRelease(
  { id: from, name, startAt }: Parsed<'releases.copy'>,
  context: Context,
): string {
  const { store, now } = context;
  const source = requireRelease(store, from);
  const requesterId = context.requireActor();
  const parts = <T extends PartTable>(table: T) => partsOf(store, table, [from])(from);
  const planned = parts(deployment).map(toDeployment);
  const start = plannedStart(planned, environmentKinds(store));
  const moved =
    start === null
      ? { starts: new Map<string, string>(), days: 0 }
      : startsOfCopy(start, planned, startAt);
  const last = store.orm
    .select({ n: max(release.number) })
    .from(release)
    .get();
  return context.transact((write) => {
    const { type, ownerId, notes, dataMigration, standardChange, templateVersionId } = source;
    const { id: releaseId } = write.insert(release, {
      ...{
        name,
        type,
        ownerId,
        notes,
        dataMigration,
        standardChange,
        requesterId,
        copiedFromId: from,
      },
      templateVersionId,
      number: (last?.n ?? 0) + 1,
      phase: 'planning',
      changeNumber: '',
      createdAt: now,
    });
    for (const row of parts(component)) write.insert(component, { ...withoutIds(row), releaseId });
    for (const { id, environmentId, region, zone, durationMinutes } of planned) {
      const at = toMs(moved.starts.get(id) ?? startAt);
      write.insert(deployment, {
        ...{ releaseId, environmentId, region, zone, durationMinutes, startAt: at },
      });
    }
    for (const { phase, plannedOn } of parts(releasePhase)) {
      write.insert(releasePhase, {
        ...{ releaseId, phase },
        plannedOn: plannedOn === null ? null : plusDays(plannedOn, moved.days),
        enteredAt: phase === 'planning' ? now : null,
      });
    }
    for (const row of parts(releaseRole)) {
      write.insert(releaseRole, { ...withoutIds(row), releaseId });
    }
    // Those of the policy and of the template are asked for anew, with what the copy has about it.
    for (const row of parts(gate).filter(({ source }) => source === 'hand')) {
      write.insert(gate, { ...withoutIds(row), releaseId, dueOn: null });
    }
    copyChecklist(write, parts(checklistItem), releaseId);
    for (const row of parts(risk)) {
      write.insert(risk, { ...withoutIds(row), releaseId, state: 'open', dueOn: null });
    }
    for (const row of parts(rollbackPlan)) {
      const { steps, durationMinutes, pointOfNoReturn, alternatives } = row;
      const rehearsal = { rehearsedOn: null, rehearsalResult: '' };
      write.insert(rollbackPlan, {
        ...{ releaseId, steps, durationMinutes, pointOfNoReturn, alternatives, ...rehearsal },
      });
    }
    copyPlan(write, parts, releaseId, moved.days);
    return releaseId;
  });
}
