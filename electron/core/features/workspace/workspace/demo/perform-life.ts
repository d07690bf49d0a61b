import { asc, eq, isNull } from 'drizzle-orm';
import { deployment, release, releasePhase } from '#core/database/schema/planning.ts';
import { alive, iso } from '#core/database/select.ts';
import type { Outcome } from '#shared/model/planning/releases.ts';
import { idOf } from './found-workspace.ts';
import type { Happening } from './happenings.ts';
import type { Scene } from './perform.ts';

/** The life of a release: phases entered, deployments as they went, and its end. */

type Of<Do extends Happening['do']> = Extract<Happening, { do: Do }>;

const minute = 60_000;

export async function enterPhase(
  { phase, keepsNothing = false }: Of<'enter'>,
  { stage, releaseId, as, story }: Scene,
): Promise<void> {
  if (!keepsNothing) {
    const entered = await stage.call('releases.advance', { id: releaseId }, as);
    if (entered.phase !== phase) throw new Error(`${story.name} is in ${entered.phase} already`);
    return;
  }
  const row = stage.store.orm
    .select({ id: releasePhase.id })
    .from(releasePhase)
    .where(
      alive(releasePhase, eq(releasePhase.releaseId, releaseId), eq(releasePhase.phase, phase)),
    )
    .get();
  if (row === undefined) throw new Error(`There is no phase ${phase} to enter`);
  stage.write(as, (write) => {
    write.update(release, releaseId, { phase });
    write.update(releasePhase, row.id, { enteredAt: write.now });
  });
}

export async function recordDeployment(
  { environment, late, minutes, result }: Of<'deployed'>,
  { stage, known, releaseId, as, story }: Scene,
): Promise<void> {
  const row = stage.store.orm
    .select({ id: deployment.id, startAt: deployment.startAt })
    .from(deployment)
    .where(
      alive(
        deployment,
        eq(deployment.releaseId, releaseId),
        eq(deployment.environmentId, idOf(known.environments, environment)),
        isNull(deployment.actualStartAt),
      ),
    )
    .orderBy(asc(deployment.startAt))
    .get();
  if (row === undefined) throw new Error(`${story.name} has no deployment left for ${environment}`);
  const begun = row.startAt + late * minute;
  const went = {
    actualStartAt: iso(begun),
    actualEndAt: iso(begun + minutes * minute),
    result,
  };
  await stage.call('deployments.record', { id: row.id, ...went }, as);
}

export async function closeRelease(
  outcome: Outcome,
  { stage, releaseId: id, as }: Scene,
): Promise<void> {
  if (outcome === 'cancelled') {
    await stage.call('releases.cancel', { id, reason: 'The no-go stands.' }, as);
  } else {
    await stage.call('releases.close', { id, outcome }, as);
  }
}
