import { and, asc, eq, isNotNull, or } from 'drizzle-orm';
import { deployment, release } from '#core/database/schema/planning.ts';
import { environment } from '#core/database/schema/workspace.ts';
import type { Store } from '#core/database/store.ts';
import { touches } from './entries.ts';
import type { Span } from './entries.ts';

/** A deployment that was planned and is no longer, alone or with its release. Milliseconds. */
export type GoneEntry = {
  deploymentId: string;
  releaseId: string;
  name: string;
  environment: string;
  startAt: number;
  endAt: number;
  zone: string;
  sequence: number;
};

/** What was taken out of the plan, by the time it had; earliest first. */
export function goneEntries({ orm }: Store, span: Span): GoneEntry[] {
  return orm
    .select({ deployment, environment: environment.name, release: release.name })
    .from(deployment)
    .innerJoin(release, eq(release.id, deployment.releaseId))
    .innerJoin(environment, eq(environment.id, deployment.environmentId))
    .where(and(or(isNotNull(deployment.deletedHlc), isNotNull(release.deletedHlc)), touches(span)))
    .orderBy(asc(deployment.startAt), asc(deployment.id))
    .all()
    .map(({ deployment: row, environment: place, release: name }) => ({
      deploymentId: row.id,
      releaseId: row.releaseId,
      name,
      environment: place,
      startAt: row.startAt,
      endAt: row.startAt + row.durationMinutes * 60_000,
      zone: row.zone,
      // Its own removal is in the revision; one that went with its release counts once more.
      sequence: row.rev - (row.deletedHlc === null ? 0 : 1),
    }));
}
