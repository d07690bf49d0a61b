import { asc } from 'drizzle-orm';
import type { Context, Handlers } from '#core/context.ts';
import { component, deployment } from '#core/database/schema/planning.ts';
import { iso, ofReleases } from '#core/database/select.ts';
import type { PathComponent } from '#shared/model/delivery/paths.ts';
import { pathOf } from '#shared/rules/delivery/release-path.ts';
import { listEnvironments } from '../../workspace/environments/index.ts';
import { listServices } from '../../workspace/services/index.ts';
import { requireRelease } from '../../planning/releases/index.ts';
import { eventsOfService } from '../matrix/index.ts';
import { artefactsOf } from './artefacts.ts';
import { newestRunsOf } from './runs.ts';

export const paths: Handlers<'paths.ofRelease'> = {
  'paths.ofRelease': ({ releaseId }, context) => ({ components: readPaths(releaseId, context) }),
};

function readPaths(releaseId: string, { store, now }: Context): PathComponent[] {
  requireRelease(store, releaseId);
  const components = store.orm
    .select()
    .from(component)
    .where(ofReleases(component, [releaseId]))
    .orderBy(asc(component.id))
    .all();
  const deployments = store.orm
    .select()
    .from(deployment)
    .where(ofReleases(deployment, [releaseId]))
    .orderBy(asc(deployment.startAt))
    .all();
  const services = new Map(listServices(store).map(({ id, name }) => [id, name]));
  const environments = listEnvironments(store).map(({ id, name, kind }) => ({ id, name, kind }));
  const planned = deployments.map(({ environmentId, startAt }) => ({
    environmentId,
    startAt: iso(startAt),
  }));
  return components.map(({ serviceId, version, commit }) =>
    pathOf({
      ...{ releaseId, environments, planned },
      component: {
        ...{ serviceId, version, commit },
        service: services.get(serviceId) ?? 'a service that is gone',
      },
      runs: newestRunsOf(store, commit),
      artefacts: artefactsOf(store, serviceId, version),
      events: eventsOfService(store, serviceId, iso(now)),
    }),
  );
}
