import type { GateView } from '#shared/model/governance/gates.ts';
import { dateText, whenText } from '../../../../components/when-text.ts';
import type { ReleasePage } from '../release-page.ts';
import type { ValueWords } from './history-values.ts';

/** Things of the plan the values name by id: tasks, and the releases it depends on. */
export type Planned = ReadonlyMap<string, string>;

/** How the values of a release's journal read on its page. */
export function wordsOf(
  page: ReleasePage,
  gates: readonly GateView[],
  planned: Planned,
): ValueWords {
  const { names, release, zone, now } = page;
  const gate = (id: string) => gates.find((one) => one.id === id)?.name ?? null;
  return {
    person: (id) => names.people.find((one) => one.id === id)?.name ?? null,
    service: (id) => names.services.find((one) => one.id === id)?.name ?? null,
    environment: (id) => names.environments.find((one) => one.id === id)?.name ?? null,
    role: (key) => names.role(key),
    gate,
    thing: (id) => {
      const component = release.components.find((one) => one.id === id);
      if (component !== undefined) return names.service(component.serviceId);
      const deployment = release.deployments.find((one) => one.id === id);
      if (deployment !== undefined) return names.environment(deployment.environmentId);
      return gate(id) ?? planned.get(id) ?? null;
    },
    day: (date) => dateText(date, Number(now.slice(0, 4))),
    when: (instant) => whenText(instant, zone, now),
  };
}
