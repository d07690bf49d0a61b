import type { ProviderName } from '#shared/contract/delivery/connections.ts';
import type { ServiceMapping } from '#shared/model/delivery/pipelines.ts';
import { numberText } from '../../../components/number-text.ts';

/** The mapping with one name of the provider changed; an empty id takes it out. */
export function mapTo(
  mapping: readonly ServiceMapping[],
  name: string,
  serviceId: string,
): ServiceMapping[] {
  const others = mapping.filter((each) => each.name !== name);
  return serviceId === '' ? others : [...others, { name, serviceId }];
}

/** What equal names suggest for those that are mapped to nothing. */
export function suggestionsIn(
  names: readonly ProviderName[],
  mapping: readonly ServiceMapping[],
): ServiceMapping[] {
  const mapped = new Set(mapping.map(({ name }) => name));
  return names.flatMap(({ name, suggestedId }) =>
    suggestedId === null || mapped.has(name) ? [] : [{ name, serviceId: suggestedId }],
  );
}

/** The names with those somebody typed, of which the provider has told nothing yet. */
export function withTyped(
  names: readonly ProviderName[],
  typed: readonly string[],
): ProviderName[] {
  const none = { deployments: 0, rollouts: 0, artefacts: 0, alerts: 0 };
  const known = new Set(names.map(({ name }) => name));
  const added = typed.filter((name) => !known.has(name));
  const rows = added.map((name) => ({ name, ...none, serviceId: null, suggestedId: null }));
  return [...names, ...rows];
}

/** What is called so: “12 deployments, 1 roll-out”. */
export function calledSo({ deployments, rollouts, artefacts, alerts }: ProviderName): string {
  const counts = [
    counted(deployments, 'deployment'),
    counted(rollouts, 'roll-out'),
    counted(artefacts, 'artefact'),
    counted(alerts, 'alert'),
  ].filter((each) => each !== '');
  return counts.length === 0 ? 'nothing any more' : counts.join(', ');
}

function counted(count: number, what: string): string {
  return count === 0 ? '' : `${numberText(count)} ${what}${count === 1 ? '' : 's'}`;
}
