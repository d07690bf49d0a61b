import type { ScopeKind, ScopePriority } from '#shared/model/planning/scope.ts';
import type { PastRelease, Sample } from './sample.ts';
import type { Chance } from './seeded-chance.ts';

export type PastScopeItem = {
  service: string;
  kind: ScopeKind;
  title: string;
  ticket: string;
  priority: ScopePriority;
  owner: string;
  ideaDaysBefore: number;
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

/** What every release begins with is a must; of what follows, each fourth could have waited. */
const priorities = ['must', 'should', 'should', 'could'] as const;

const owners: Record<ScopeKind, string> = { feature: 'priya', fix: 'jon', improvement: 'tomas' };

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
    return {
      ...{ service, kind, title, ticket: nextTicket(service), owner: owners[kind] },
      priority: priorities[place % priorities.length] ?? 'should',
      ideaDaysBefore: 9 + ((place * 17) % 80),
    };
  }

  /** What could not wait was nobody's idea before that day. */
  function urgentItem(service: string, title: string): PastScopeItem {
    const urgent = { kind: 'fix', priority: 'must', owner: 'jon', ideaDaysBefore: 0 } as const;
    return { service, title, ticket: nextTicket(service), ...urgent };
  }

  return {
    take({ type, fixes }, services) {
      const [least, most] = sizes[type];
      return services.flatMap((service) => {
        if (fixes !== undefined) return [urgentItem(service, fixes)];
        return Array.from({ length: chance.whole(least, most) }, () => nextItem(service));
      });
    },
  };
}
