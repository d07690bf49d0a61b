import { asc, eq, isNull } from 'drizzle-orm';
import { deployment, release, releasePhase } from '#core/database/schema/planning.ts';
import { alive } from '#core/database/select.ts';
import type { Outcome, Phase } from '#shared/model/planning/releases.ts';
import { idOf } from './found-workspace.ts';
import type { Happening } from './happenings.ts';
import type { Scene } from './perform.ts';

/** What has no procedure yet: phases entered, deployments as they went, and the end of a release. */

const minute = 60_000;

export function enterPhase(phase: Phase, { stage, releaseId, as }: Scene): void {
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

export function recordDeployment(
  { environment, late, minutes, result }: Extract<Happening, { do: 'deployed' }>,
  { stage, known, releaseId, as, story }: Scene,
): void {
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
  const actualStartAt = row.startAt + late * minute;
  const actualEndAt = actualStartAt + minutes * minute;
  stage.write(as, (write) =>
    write.update(deployment, row.id, { actualStartAt, actualEndAt, result }),
  );
}

export function closeRelease(outcome: Outcome, scene: Scene): void {
  enterPhase('closed', scene);
  scene.stage.write(scene.as, (write) => write.update(release, scene.releaseId, { outcome }));
}
