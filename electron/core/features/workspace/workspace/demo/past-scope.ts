import type { ScopeItem } from '#shared/model/planning/releases.ts';
import type { PastRelease, Sample } from './sample.ts';
import type { Chance } from './seeded-chance.ts';

export type PastScopeItem = {
  service: string;
  kind: ScopeItem['kind'];
  title: string;
  ticket: string;
};

/** Hands out what each service ships, in the order of resources/sample/scope.json, with tickets that count up. */
export type ScopeSource = {
  take(release: PastRelease, services: readonly string[]): PastScopeItem[];
};

/** Items of one service: at least and at most. */
const sizes: Record<PastRelease['type'], readonly [number, number]> = {
  major: [7, 8],
  minor: [4, 5],
  patch: [2, 3],
  hotfix: [1, 1],
  emergency: [1, 1],
};

const firstTicket = 120;

export function createScopeSource(sample: Sample, chance: Chance): ScopeSource {
  const taken = new Map<string, number>();
  const tickets = new Map<string, number>();

  function nextTicket(service: string): string {
    const prefix = sample.workspace.services.find(({ key }) => key === service)?.ticket ?? '';
    const number = (tickets.get(service) ?? firstTicket) + chance.whole(4, 12);
    tickets.set(service, number);
    return `${prefix}-${number}`;
  }

  function nextItem(service: string): PastScopeItem {
    const pool = sample.scope[service] ?? [];
    const place = taken.get(service) ?? 0;
    taken.set(service, place + 1);
    const [kind, title] = pool[place % pool.length] ?? ['fix', 'Small fixes'];
    return { service, kind, title, ticket: nextTicket(service) };
  }

  return {
    take({ type, fixes }, services) {
      const [least, most] = sizes[type];
      return services.flatMap((service) => {
        if (fixes !== undefined) {
          return [{ service, kind: 'fix' as const, title: fixes, ticket: nextTicket(service) }];
        }
        return Array.from({ length: chance.whole(least, most) }, () => nextItem(service));
      });
    },
  };
}
