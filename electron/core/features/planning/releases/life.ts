import type { Context } from '#core/context.ts';
import { checklistItem } from '#core/database/schema/governance.ts';
import { incident } from '#core/database/schema/delivery.ts';
import {
  deployment,
  phasePassage,
  postponement,
  release,
  releasePhase,
} from '#core/database/schema/planning.ts';
import { partsOf } from '#core/database/plain-rows.ts';
import { iso, toMs } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Write } from '#core/database/write.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { GateView } from '#shared/model/governance/gates.ts';
import type { Phase } from '#shared/model/planning/releases.ts';
import { Refusal } from '#shared/model/refusal.ts';
import {
  checkCancel,
  checkOutcome,
  missingBeforeClosing,
  nextPhase,
  refuseOnHold,
  refuseOver,
  suggestedOutcome,
} from '#shared/rules/planning/life.ts';
import type { LifeDeployment } from '#shared/rules/planning/life.ts';
import { movedPhases, postpone } from '#shared/rules/planning/postpone.ts';
import { plannedStart } from '#shared/rules/planning/start.ts';
import { listEnvironments } from '../../workspace/environments/index.ts';
import { requireOpenRelease } from './open-release.ts';
import { deploymentRows, environmentKinds, requireRelease, toDeployment } from './rows.ts';

/** The gates of a release as they are at a time; handed up by governance, as the outlook is. */
export type GatesOf = (store: Store, releaseId: string, now: number) => GateView[];

/** Keeps the dates of a release as they are planned, which is read with its plan; handed in. */
export type KeepBaseline = (
  write: Write,
  context: Context,
  releaseId: string,
  note: string,
) => unknown;

export function advance(
  { id, rev }: Parsed<'releases.advance'>,
  context: Context,
  gatesOf: GatesOf,
  keepBaseline: KeepBaseline,
): void {
  const { store, now } = context;
  const row = requireRelease(store, id);
  const gates = gatesOf(store, id, now);
  const next = nextPhase(row, gates);
  const byId = context.requireActor();
  context.transact((write) => {
    // Before anything is entered: people get ready for the dates of this moment.
    if (next === 'readiness') keepBaseline(write, context, id, 'Readiness begins');
    write.update(release, id, { phase: next }, rev);
    enter(write, store, id, next);
    keepGates(write, id, row.phase, byId, gates);
  });
}

export function hold({ id, reason, rev }: Parsed<'releases.hold'>, context: Context): void {
  requireOpenRelease(context.store, id);
  context.transact((write) => write.update(release, id, { holdReason: reason }, rev));
}

export function resume({ id, rev }: Parsed<'releases.resume'>, context: Context): void {
  const row = requireOpenRelease(context.store, id);
  if (row.holdReason === null) {
    throw new Refusal('conflict', `${row.name} is not on hold, so there is nothing to resume.`);
  }
  context.transact((write) => write.update(release, id, { holdReason: null }, rev));
}

export function postponeRelease(
  { id, startAt, reason, rev }: Parsed<'releases.postpone'>,
  context: Context,
): void {
  const { store, now } = context;
  requireOpenRelease(store, id);
  const planned = deploymentRows(store, [id]).map(toDeployment);
  const ahead = planned.filter(({ actualStartAt }) => actualStartAt === null);
  const moved = postpone(plannedStart(ahead, environmentKinds(store)), ahead, startAt, iso(now));
  const dates = partsOf(store, releasePhase, [id])(id).map((row) => ({
    ...row,
    enteredAt: row.enteredAt === null ? null : iso(row.enteredAt),
  }));
  const byId = context.requireActor();
  context.transact((write) => {
    // The revision is that of the release, which the reader saw with the start it had.
    write.update(release, id, {}, rev);
    for (const [deploymentId, at] of moved.starts) {
      write.update(deployment, deploymentId, { startAt: toMs(at) });
    }
    for (const phase of movedPhases(dates, moved.days)) {
      write.update(releasePhase, phase.id, { plannedOn: phase.plannedOn });
    }
    const [fromAt, toAt] = [toMs(moved.fromAt), toMs(moved.toAt)];
    write.insert(postponement, { releaseId: id, at: write.now, byId, fromAt, toAt, reason });
  });
}

export function cancel({ id, reason, rev }: Parsed<'releases.cancel'>, context: Context): void {
  const { store } = context;
  checkCancel(requireRelease(store, id), asDone(store, id));
  context.transact((write) => {
    const end = { phase: 'closed', outcome: 'cancelled', endReason: reason } as const;
    write.update(release, id, { ...end, holdReason: null }, rev);
    enter(write, store, id, 'closed');
  });
}

/** What is missing before it can be closed, and how it seems to have ended. */
export function closing(
  store: Store,
  id: string,
  now: number,
  gatesOf: GatesOf,
): Output<'releases.closing'> {
  const { missing, deployments } = lookBack(store, id, now, gatesOf);
  return { missing, outcome: suggestedOutcome(deployments) };
}

function lookBack(store: Store, id: string, now: number, gatesOf: GatesOf) {
  const row = requireRelease(store, id);
  const gates = gatesOf(store, id, now);
  const deployments = asDone(store, id);
  const items = partsOf(store, checklistItem, [id])(id);
  const unresolved = partsOf(store, incident, [id])(id).filter((row) => row.resolvedAt === null);
  const missing = missingBeforeClosing({
    phase: row.phase,
    gates,
    deployments,
    openIncidents: unresolved.map(({ title }) => title),
    openItems: items.filter(({ state }) => state === 'open').length,
  });
  return { row, gates, deployments, missing };
}

export function close(
  { id, outcome, note, rev }: Parsed<'releases.close'>,
  context: Context,
  gatesOf: GatesOf,
): void {
  const { store, now } = context;
  const { row, gates, deployments, missing } = lookBack(store, id, now, gatesOf);
  refuseOver(row);
  refuseOnHold(row, 'close it');
  if (missing.length > 0) {
    throw new Refusal('precondition_failed', `Before it can be closed: ${missing.join(' ')}`);
  }
  checkOutcome(outcome, deployments);
  const byId = context.requireActor();
  context.transact((write) => {
    write.update(release, id, { phase: 'closed', outcome, endReason: note }, rev);
    enter(write, store, id, 'closed');
    keepGates(write, id, row.phase, byId, gates);
  });
}

function enter(write: Write, store: Store, releaseId: string, phase: Phase): void {
  const row = partsOf(store, releasePhase, [releaseId])(releaseId).find(
    (each) => each.phase === phase,
  );
  const enteredAt = write.now;
  if (row !== undefined) write.update(releasePhase, row.id, { enteredAt });
  else write.insert(releasePhase, { releaseId, phase, plannedOn: null, enteredAt });
}

/** What expires later does not re-open a phase that is over: its gates stay as they were. */
function keepGates(
  write: Write,
  releaseId: string,
  phase: Phase,
  byId: string,
  gates: readonly GateView[],
): void {
  const kept = gates.filter((gate) => gate.phase === phase);
  write.insert(phasePassage, { releaseId, phase, at: write.now, byId, gates: kept });
}

/** The deployments of a release as they went, in the order they began, those ahead last. */
function asDone(store: Store, id: string): LifeDeployment[] {
  const environments = new Map(listEnvironments(store).map((each) => [each.id, each]));
  return deploymentRows(store, [id])
    .map(toDeployment)
    .toSorted((a, b) => ((a.actualStartAt ?? 'z') < (b.actualStartAt ?? 'z') ? -1 : 1))
    .map(({ environmentId, actualStartAt, result }) => ({
      environment: environments.get(environmentId)?.name ?? 'an unknown environment',
      production: environments.get(environmentId)?.kind === 'production',
      actualStartAt,
      result,
    }));
}
