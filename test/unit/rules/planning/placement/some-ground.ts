import type {
  Booked,
  DeploymentWindow,
  Ground,
  Judged,
  OtherDeployment,
  Placed,
  WindowOccurrence,
} from '#shared/rules/planning/placement/ground.ts';
import { intervalIndex } from '#shared/rules/planning/placement/intervals.ts';

export const zone = 'Europe/London';
export const at = (text: string) => Date.parse(`${text}:00.000Z`);

/** A release of low risk that ships `payments` and waits for nobody. */
export function someRelease(overrides: Partial<Judged> = {}): Judged {
  return {
    release: { id: 'release', name: 'Payments 4.2', type: 'minor' },
    serviceIds: ['payments'],
    risk: { score: 4, band: 'low', bandInFreeze: 'high', arithmetic: 'score 4, low', raisedBy: [] },
    work: { workingDays: [1, 2, 3, 4, 5], holidays: new Map() },
    ...{ calendars: [], orders: [], away: [] },
    names: { environment: (id) => id, service: (id) => id, person: (id) => id },
    ...overrides,
  };
}

/** Its deployment to production. */
export function placedAt(from: number, minutes = 60): Placed {
  return {
    ...{ id: 'deployment', environmentId: 'prod', environment: 'prod-eu', kind: 'production' },
    ...{ region: 'eu', zone, leads: true, from, to: from + minutes * 60_000 },
  };
}

export function someWindow(
  kind: WindowOccurrence['kind'],
  from: number,
  to: number,
  overrides: Partial<WindowOccurrence> = {},
): WindowOccurrence {
  return {
    ...{ windowId: `${kind} ${from}`, kind, name: kind, zone, from, to, authorityId: null },
    ...{ serviceIds: [], environmentIds: [], regions: [] },
    ...overrides,
  };
}

type Lying = {
  windows?: readonly WindowOccurrence[];
  deployments?: readonly OtherDeployment[];
  bookings?: readonly Booked[];
};

export function someGround({ windows = [], deployments = [], bookings = [] }: Lying): Ground {
  const deploymentWindows = windows
    .filter(({ kind }) => kind === 'deployment')
    .map((each): DeploymentWindow => ({ ...each, until: Number.POSITIVE_INFINITY }));
  const [inPlan, booked] = [intervalIndex(deployments), intervalIndex(bookings)];
  return {
    occurrences: intervalIndex(windows),
    deploymentWindows,
    deploymentsIn: (id, span) => inPlan(span).filter((each) => each.environmentId === id),
    deploymentsOf: (_id, span) => inPlan(span),
    bookingsIn: (id, span) => booked(span).filter((each) => each.environmentId === id),
  };
}
