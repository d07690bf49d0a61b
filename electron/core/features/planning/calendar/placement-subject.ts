import { partsOf } from '#core/database/plain-rows.ts';
import { component, deployment } from '#core/database/schema/planning.ts';
import { readHlc } from '#core/database/journal/hlc.ts';
import type { Plain } from '#core/database/select.ts';
import { iso } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Environment } from '#shared/model/workspace/services.ts';
import { Refusal } from '#shared/model/refusal.ts';
import type { Judged, Placed, RiskFacts } from '#shared/rules/planning/placement/ground.ts';
import { alongWith } from '#shared/rules/planning/reschedule.ts';
import { firstDeployment } from '#shared/rules/planning/start.ts';
import { requireRelease, toDeployment } from '../releases/index.ts';
import { intervalOf } from './placement-ground.ts';
import { listsOf } from './placement-kept.ts';
import { ordersOf } from './placement-orders.ts';
import { awayOf, calendarsOf } from './placement-people.ts';
import type { OpenSeat } from './placement-people.ts';

/** What governance knows of a release and its placement is judged by; handed up to planning. */
export type PlacementFacts = {
  riskOf: (store: Store, releaseId: string) => RiskFacts;
  openSeats: (store: Store, releaseId: string) => OpenSeat[];
};

export type Subject = {
  judged: Judged;
  /** The start it is planned for now, with its zone. */
  startMs: number;
  zone: string;
  durationMs: number;
  /** When that start was set. */
  setAt: number;
  /** Where the deployments that move come to lie when the leading one starts then. */
  placedAt: (startMs: number) => Placed[];
};

const minuteMs = 60_000;

/** A release with what its placement is judged by: all that is ahead of it, or one deployment alone. */
export function subjectOf(
  store: Store,
  releaseId: string,
  deploymentId: string | undefined,
  facts: PlacementFacts,
): Subject {
  const release = requireRelease(store, releaseId);
  const { environments, people, services } = listsOf(store);
  const kinds = new Map([...environments].map(([id, { kind }]) => [id, kind]));
  const rows = partsOf(store, deployment, [releaseId], 'startAt')(releaseId);
  const ahead = rows.filter(({ actualStartAt }) => actualStartAt === null);
  const lead = firstDeployment(ahead.map(toDeployment), kinds);
  const moving = deploymentId === undefined ? ahead : ahead.filter(({ id }) => id === deploymentId);
  const leading = moving.find(({ id }) => id === (deploymentId ?? lead?.id));
  if (leading === undefined) throw nothingAhead(release.name);
  const { zone } = leading;
  const fromAt = iso(leading.startAt);
  const serviceIds = partsOf(store, component, [releaseId])(releaseId).map((row) => row.serviceId);
  const person = (id: string) => people.get(id) ?? 'somebody who left';
  return {
    ...{ zone, startMs: leading.startAt, setAt: startSetAt(store, leading.id) },
    durationMs: leading.durationMinutes * minuteMs,
    placedAt: (startMs) =>
      moving.map((row) => {
        const step = { fromAt, toAt: iso(startMs), zone };
        const at = row.id === leading.id ? startMs : Date.parse(alongWith(toDeployment(row), step));
        return placed(row, at, environments.get(row.environmentId), row.id === lead?.id);
      }),
    judged: {
      release: { id: release.id, name: release.name, type: release.type },
      serviceIds,
      risk: facts.riskOf(store, releaseId),
      ...calendarsOf(store, release.ownerId, serviceIds),
      orders: ordersOf(store, releaseId, zone),
      away: awayOf(store, release.ownerId, facts.openSeats(store, releaseId), person),
      names: {
        environment: (id) => environments.get(id)?.name ?? 'an environment that is gone',
        service: (id) => services.get(id) ?? 'a service that is gone',
        person,
      },
    },
  };
}

function placed(
  row: Plain<typeof deployment>,
  from: number,
  environment: Environment | undefined,
  leads: boolean,
): Placed {
  const { id, environmentId, zone, durationMinutes } = row;
  return {
    ...intervalOf(from, from + durationMinutes * minuteMs),
    ...{ id, environmentId, zone, leads },
    environment: environment?.name ?? 'an unknown environment',
    kind: environment?.kind ?? 'development',
    region: row.region === '' ? (environment?.region ?? '') : row.region,
  };
}

/** The time of the field's clock: since then people could know of the start. */
function startSetAt({ raw }: Store, deploymentId: string): number {
  const clock = raw
    .prepare<[string], string | null>(
      `SELECT coalesce(json_extract(clocks, '$.startAt'), json_extract(clocks, '$."*"'))
       FROM deployment WHERE id = ?`,
    )
    .pluck()
    .get(deploymentId);
  return typeof clock === 'string' ? readHlc(clock).ms : 0;
}

function nothingAhead(name: string): Refusal {
  return new Refusal(
    'precondition_failed',
    `${name} has no such deployment ahead, so no start of it can be checked. Plan one on its page first.`,
  );
}
