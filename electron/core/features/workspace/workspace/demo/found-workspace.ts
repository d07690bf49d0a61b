import { connectionState } from '#core/database/schema/delivery.ts';
import type { Person } from '#shared/model/workspace/people.ts';
import type { Sample } from './sample.ts';
import type { Stage } from './stage.ts';

/** Ids by the keys of the sample. */
export type Known = {
  people: Map<string, string>;
  services: Map<string, string>;
  environments: Map<string, string>;
  connections: Map<string, string>;
};

/** The id behind a key of the sample; a key that names nothing is a mistake in a file. */
export function idOf(known: Map<string, string>, key: string): string {
  const id = known.get(key);
  if (id === undefined)
    throw new Error(`resources/sample names ${key}, which is not defined there`);
  return id;
}

/** People, services, environments and connections, set up by the release manager. */
export async function foundWorkspace(stage: Stage, { workspace }: Sample): Promise<Known> {
  const known: Known = {
    people: new Map(),
    services: new Map(),
    environments: new Map(),
    connections: new Map(),
  };
  let first: string | null = null;
  for (const { key, ...person } of workspace.people) {
    const saved: Person = await stage.call('people.save', person, first);
    known.people.set(key, saved.id);
    first ??= saved.id;
  }
  for (const { key, owners, ticket: _ticket, ...service } of workspace.services) {
    const ownerIds = owners.map((owner) => idOf(known.people, owner));
    const { id } = await stage.call('services.save', { ...service, ownerIds }, first);
    known.services.set(key, id);
  }
  for (const { key, ...environment } of workspace.environments) {
    const { id } = await stage.call('environments.save', environment, first);
    known.environments.set(key, id);
  }
  for (const { key, name, baseUrl, repository, workflows } of workspace.connections) {
    const mapped = workflows.map(({ workflow, service, required }) => ({
      workflow,
      serviceId: idOf(known.services, service),
      required,
    }));
    const input = { name, baseUrl, repository, workflows: mapped };
    const { id } = await stage.call('connections.save', input, first);
    known.connections.set(key, id);
  }
  return known;
}

/** The last try of a connection that no longer gets in: when, and what the provider said. */
export function failSync(stage: Stage, connectionId: string, error: string): void {
  stage.store.orm
    .insert(connectionState)
    .values({ connectionId, lastTriedAt: stage.now(), lastError: error })
    .onConflictDoUpdate({
      target: connectionState.connectionId,
      set: { lastTriedAt: stage.now(), lastError: error },
    })
    .run();
}
