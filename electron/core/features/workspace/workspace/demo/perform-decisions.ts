import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import { decision, decisionCondition } from '#core/database/schema/approvals.ts';
import { gate } from '#core/database/schema/governance.ts';
import { alive, iso } from '#core/database/select.ts';
import { dateIn, plusDays } from '#shared/rules/planning/zoned-time.ts';
import { idOf } from './found-workspace.ts';
import type { Happening } from './happenings.ts';
import type { Scene } from './perform.ts';

/** What happens at gates: requests, decisions, conditions and acknowledgements. */

type Of<Do extends Happening['do']> = Extract<Happening, { do: Do }>;

export async function requestDecisions(
  { gates, note, neededInDays }: Of<'request'>,
  scene: Scene,
): Promise<void> {
  const { stage, sample, as } = scene;
  const today = dateIn(iso(stage.now()), sample.workspace.zone);
  const dueOn = neededInDays === undefined ? undefined : plusDays(today, neededInDays);
  for (const key of gates.filter((each) => isAskedFor(each, scene))) {
    await stage.call('approvals.request', { gateId: gateIdOf(key, scene), note, dueOn }, as);
  }
}

export async function decide(
  { gate: key, by, place, channel, outcome, comment, condition }: Of<'decide'>,
  scene: Scene,
): Promise<void> {
  const { stage, known, as, sample } = scene;
  const today = dateIn(iso(stage.now()), sample.workspace.zone);
  const conditions =
    condition === undefined
      ? []
      : [
          {
            text: condition.text,
            ownerId: idOf(known.people, condition.owner),
            dueOn: plusDays(today, condition.dueInDays),
          },
        ];
  const decidedById = by === undefined ? as : idOf(known.people, by);
  // What was said in a meeting is written down a little later.
  const given = decidedById === as ? {} : { decidedAt: iso(stage.now() - 11 * 60_000) };
  const input = { gateId: gateIdOf(key, scene), placeKey: place, channel, outcome, comment };
  await stage.call('approvals.decide', { ...input, ...given, decidedById, conditions }, as);
}

export async function withdraw({ gate: key, reason }: Of<'withdraw'>, scene: Scene): Promise<void> {
  const decisionId = newestDecision(key, scene);
  await scene.stage.call('approvals.withdraw', { decisionId, reason }, scene.as);
}

export async function meet(gateKey: string, scene: Scene): Promise<void> {
  const { stage, releaseId, as } = scene;
  const open = stage.store.orm
    .select({ id: decisionCondition.id })
    .from(decisionCondition)
    .innerJoin(decision, eq(decision.id, decisionCondition.decisionId))
    .where(
      and(
        eq(decision.releaseId, releaseId),
        eq(decision.gateId, gateIdOf(gateKey, scene)),
        isNull(decisionCondition.metAt),
      ),
    )
    .orderBy(asc(decisionCondition.id))
    .all();
  for (const { id } of open) await stage.call('approvals.meetCondition', { conditionId: id }, as);
}

export async function acknowledge(reason: string, { stage, releaseId, as }: Scene): Promise<void> {
  const gates = await stage.call('gates.list', { releaseId }, as);
  for (const { id, evidence } of gates) {
    for (const { runId, acknowledgeable } of evidence) {
      if (runId === null || !acknowledgeable) continue;
      await stage.call('gates.acknowledge', { gateId: id, runId, reason }, as);
    }
  }
}

/**
 * A past release is told with every gate there is; those its risk does not ask for are passed over.
 * What is ahead names its gates, and one that is not there is a mistake in the file.
 */
export function isAskedFor(key: string, scene: Scene): boolean {
  return scene.story.sampleName !== undefined || findGate(key, scene) !== undefined;
}

function gateIdOf(key: string, scene: Scene): string {
  const row = findGate(key, scene);
  if (row === undefined) throw new Error(`${scene.story.name} has no gate ${key}`);
  return row.id;
}

function findGate(key: string, { stage, releaseId }: Scene): { id: string } | undefined {
  return stage.store.orm
    .select({ id: gate.id })
    .from(gate)
    .where(alive(gate, eq(gate.releaseId, releaseId), eq(gate.key, key)))
    .get();
}

function newestDecision(gateKey: string, scene: Scene): string {
  const row = scene.stage.store.orm
    .select({ id: decision.id })
    .from(decision)
    .where(eq(decision.gateId, gateIdOf(gateKey, scene)))
    .orderBy(desc(decision.id))
    .get();
  if (row === undefined) throw new Error(`Nobody has decided at ${gateKey} yet`);
  return row.id;
}
