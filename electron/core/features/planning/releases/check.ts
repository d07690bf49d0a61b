import type { Store } from '#core/database/store.ts';
import { Refusal } from '#shared/model/refusal.ts';
import type { FieldMessages } from '#shared/model/refusal.ts';
import { checkVersion } from '#shared/rules/planning/versions/versions.ts';
import { listEnvironments } from '../../workspace/environments/index.ts';
import { listPeople } from '../../workspace/people/index.ts';
import { listServices } from '../../workspace/services/index.ts';

type Given = {
  ownerId?: string | undefined;
  components?: { serviceId: string; version: string }[] | undefined;
  deployments?: { environmentId: string }[] | undefined;
  roles?: { roleKey: string; personId: string | null }[] | undefined;
};

/**
 * Everything a release refers to must exist, and each version must fit its service's scheme. All
 * that is wrong is told at once, by field.
 */
export function checkReferences(
  store: Store,
  given: Given,
  /** Who is named already: they may have left since, and stay. */
  named: readonly (string | null)[] = [],
): void {
  const people = new Map(listPeople(store).map((person) => [person.id, person]));
  const notToChoose = (id: string): string | null => {
    const person = people.get(id);
    if (person === undefined) return 'is nobody of this workspace; choose a person';
    if (person.leftOn === null || named.includes(id)) return null;
    return `${person.name} left on ${person.leftOn}; choose somebody who is here`;
  };
  const services = new Map(listServices(store).map((service) => [service.id, service]));
  const environments = new Set(listEnvironments(store).map((environment) => environment.id));
  const fields: FieldMessages = {};
  const owner = given.ownerId === undefined ? null : notToChoose(given.ownerId);
  if (owner !== null) fields['ownerId'] = owner;
  given.components?.forEach(({ serviceId, version }, index) => {
    const service = services.get(serviceId);
    if (service === undefined) {
      fields[`components.${index}.serviceId`] = 'is no service of this workspace; choose one';
      return;
    }
    const checked = checkVersion(service.versionScheme, version);
    if (!checked.ok) fields[`components.${index}.version`] = `${service.name}: ${checked.message}`;
    const first = given.components?.findIndex((each) => each.serviceId === serviceId);
    if (first !== index) {
      fields[`components.${index}.serviceId`] = `${service.name} is in this release already`;
    }
  });
  given.deployments?.forEach(({ environmentId }, index) => {
    if (!environments.has(environmentId)) {
      fields[`deployments.${index}.environmentId`] = 'is no environment of this workspace';
    }
  });
  given.roles?.forEach(({ personId }, index) => {
    const wrong = personId === null ? null : notToChoose(personId);
    if (wrong !== null) fields[`roles.${index}.personId`] = wrong;
  });
  const messages = Object.values(fields);
  if (messages.length > 0) {
    throw new Refusal('invalid_input', `${messages.slice(0, 3).join('. ')}.`, fields);
  }
}
