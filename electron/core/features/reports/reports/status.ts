import type { Context } from '#core/context.ts';
import { iso, toMs } from '#core/database/select.ts';
import type { Store } from '#core/database/store.ts';
import type { Parsed } from '#shared/contract/index.ts';
import type { ReleaseAtRisk, Shipping, StatusReport } from '#shared/model/reports/status.ts';
import { Refusal } from '#shared/model/refusal.ts';
import { dateIn, plusDays, toInstant } from '#shared/rules/planning/zoned-time.ts';
import { atRisk } from '#shared/rules/reports/status/at-risk.ts';
import { waitingByPerson } from '#shared/rules/reports/status/waiting.ts';
import { twoWeeks } from '#shared/rules/reports/status/weeks.ts';
import { listEnvironments } from '../../workspace/environments/index.ts';
import { listPeople } from '../../workspace/people/index.ts';
import { listServices } from '../../workspace/services/index.ts';
import { readWorkspace } from '../../workspace/workspace/index.ts';
import { decisionsIn, releasesOf } from './status-rows.ts';
import { releasesOfStatus } from './status-releases.ts';
import type { ReleaseOfStatus } from './status-releases.ts';

/** Days before the first week from which on decisions are told: a Monday looks back as well. */
const lookBack = 7;

type Names = {
  person: ReadonlyMap<string, string>;
  service: ReadonlyMap<string, string>;
  environment: ReadonlyMap<string, string>;
};

/** The page of two weeks, and the releases on it. */
export function gatherStatus(
  { week, serviceId: asked }: Parsed<'reports.status'>,
  { store, now }: Pick<Context, 'store' | 'now'>,
): { report: StatusReport; releaseIds: string[] } {
  const { name, zone, workingDays } = readWorkspace(store);
  const today = dateIn(iso(now), zone);
  const weeks = twoWeeks(week ?? today, workingDays);
  const begin = (date: string) => toMs(toInstant({ date, time: '00:00', zone }).instant);
  const names = namesOf(store);
  const serviceId = asked ?? null;
  const service = serviceId === null ? null : serviceNamed(serviceId, names);
  const span = { from: begin(weeks[0].from), to: begin(plusDays(weeks[1].to, 1)), serviceId };
  const ids = releasesOf(store, span, now);
  const releases = releasesOfStatus(store, ids, now);
  const open = releases.filter(({ summary }) => summary.phase !== 'closed');
  const decidedFrom = plusDays(weeks[0].from, -lookBack);
  const report: StatusReport = {
    ...{ workspace: name, zone, at: iso(now), today, service },
    weeks: weeks.map(({ from, to }) => {
      const days = { from: iso(begin(from)), to: iso(begin(plusDays(to, 1))) };
      const ships = releases.flatMap((release) => shippingIn(release, days, names));
      return { from, to, ships: ships.toSorted((a, b) => (a.startAt < b.startAt ? -1 : 1)) };
    }),
    atRisk: open.flatMap((release) => riskOfRelease(release, names, { now: iso(now), zone })),
    waiting: waitingByPerson(
      open.map(({ asking }) => asking),
      names.person,
      today,
    ),
    decidedFrom,
    decisions: decisionsIn(store, { ...span, from: begin(decidedFrom) }, names.person),
  };
  return { report, releaseIds: ids };
}

function namesOf(store: Store): Names {
  const named = (rows: readonly { id: string; name: string }[]) =>
    new Map(rows.map(({ id, name }) => [id, name]));
  return {
    person: named(listPeople(store)),
    service: named(listServices(store)),
    environment: named(listEnvironments(store)),
  };
}

function serviceNamed(serviceId: string, { service }: Names): string {
  const name = service.get(serviceId);
  if (name !== undefined) return name;
  throw new Refusal(
    'not_found',
    `There is no service with the id ${serviceId}. It may have been removed; choose another, or all services.`,
    { serviceId: 'is no service of this workspace' },
  );
}

/** Nothing where it has no deployment in these days. */
function shippingIn(
  { summary, deployments }: ReleaseOfStatus,
  days: { from: string; to: string },
  names: Names,
): Shipping[] {
  const within = deployments.filter(({ startAt }) => startAt >= days.from && startAt < days.to);
  const [first] = within.toSorted((a, b) => (a.startAt < b.startAt ? -1 : 1));
  if (first === undefined) return [];
  const { id, number, name, type, ownerId, services, risk, outcome, onHold, readiness } = summary;
  const place = (environmentId: string) => names.environment.get(environmentId) ?? 'unknown';
  return [
    {
      ...{ releaseId: id, number, name, type, outcome, onHold },
      ...{ startAt: first.startAt, zone: first.zone },
      environments: [...new Set(within.map(({ environmentId }) => place(environmentId)))],
      services: services.map(({ serviceId, version }) => ({
        name: names.service.get(serviceId) ?? 'unknown',
        version,
      })),
      owner: names.person.get(ownerId) ?? 'somebody who left',
      band: risk.band,
      gates: readiness === null ? null : { passed: readiness.passed, total: readiness.total },
    },
  ];
}

function riskOfRelease(
  { summary, facts }: ReleaseOfStatus,
  names: Names,
  context: { now: string; zone: string },
): ReleaseAtRisk[] {
  const reasons = atRisk(facts, context);
  if (reasons.length === 0) return [];
  const { id: releaseId, name, ownerId, startAt } = summary;
  const owner = names.person.get(ownerId) ?? 'somebody who left';
  return [{ releaseId, name, startAt, zone: facts.zone, owner, reasons }];
}
