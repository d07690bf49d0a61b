import type { RunStatus } from '#shared/model/delivery/pipelines.ts';
import { formatWhen } from '../../planning/zoned-time.ts';
import { longestUnseen } from './alert-looks.ts';
import { readSelector, selects } from './alert-selector.ts';
import { alertSpells, meets } from './alert-spells.ts';
import type {
  AlertPart,
  AlertSource,
  BegunDeployment,
  HeldAlert,
  RolloutAlert,
  RolloutAlerts,
  RolloutAlertsInput,
  RolloutFinding,
  WatchLimits,
} from './rollout-terms.ts';

type Window = { deployment: BegunDeployment; fromAt: string; toAt: string; isOver: boolean };
type Times = { zone: string; now: string };

/**
 * What the alerts say of a roll-out. An alert about one of its services that began after a deployment
 * did, and was not silenced, fails it until the watch after the deployment is over. It succeeds only
 * where somebody looked all the time: what nobody looked at is unknown, never healthy.
 */
export function rolloutAlerts(
  input: RolloutAlertsInput,
  limits: WatchLimits,
  times: Times,
): RolloutAlerts {
  const windows = input.deployments.map((each) => windowOf(each, limits, times.now));
  if (windows.length === 0) {
    const need = 'Record when the deployment really began; alerts are watched from then on.';
    return unknown([{ status: 'unknown', text: 'no deployment has begun yet', need }]);
  }
  const ofRelease = new Set(input.services.map(({ id }) => id));
  const sources = input.sources.flatMap((source) => {
    const selectors = source.selectors.filter(({ serviceId }) => ofRelease.has(serviceId));
    return selectors.length === 0 ? [] : [{ ...source, selectors }];
  });
  const alerts = windows.flatMap((window) => alertsIn(window, sources, input.alerts));
  const findings = [
    ...unmapped(input.services, sources),
    ...alerts.flatMap((alert) => findingOf(alert, windows, times)),
    ...windows.flatMap((window) =>
      sources.flatMap((source) => unseen(source, window, limits, times)),
    ),
    ...windows.filter(({ isOver }) => !isOver).map((window) => watching(window, limits, times)),
  ];
  const statuses = findings.map(({ status }) => status);
  const status = (['failed', 'unknown', 'running'] as const).find((each) =>
    statuses.includes(each),
  );
  if (status !== undefined) return { status, findings, alerts };
  return { status: 'succeeded', findings: [quiet(sources, windows, times)], alerts };
}

function unknown(findings: RolloutFinding[]): RolloutAlerts {
  return { status: 'unknown', findings, alerts: [] };
}

function windowOf(deployment: BegunDeployment, { watchMinutes }: WatchLimits, now: string): Window {
  const { startAt, endAt } = deployment;
  const until = endAt === null ? null : plusMinutes(endAt, watchMinutes);
  const isOver = until !== null && until <= now;
  return { deployment, fromAt: startAt, toAt: isOver ? until : now, isOver };
}

function unmapped(
  services: RolloutAlertsInput['services'],
  sources: readonly AlertSource[],
): RolloutFinding[] {
  const mapped = new Set(
    sources.flatMap(({ selectors }) => selectors.map((each) => each.serviceId)),
  );
  return services
    .filter(({ id }) => !mapped.has(id))
    .map(({ name }) => ({
      status: 'unknown',
      text: `no alerts are mapped to ${name}`,
      need: `Map alerts to ${name} in a connection to Prometheus or Alertmanager (Services).`,
    }));
}

function alertsIn(
  { deployment, fromAt, toAt }: Window,
  sources: readonly AlertSource[],
  alerts: readonly HeldAlert[],
): RolloutAlert[] {
  return alerts.flatMap(({ sightings, ...alert }): RolloutAlert[] => {
    const source = sources.find(({ id }) => id === alert.connectionId);
    const isMeant = source?.selectors.some(({ name }) => {
      const selector = readSelector(name);
      return selector !== null && selects(selector, alert.labels);
    });
    if (source === undefined || isMeant !== true) return [];
    const spells = alertSpells({ ...alert, sightings }).filter((spell) =>
      meets(spell, fromAt, toAt),
    );
    if (spells.length === 0) return [];
    const part = partOf(
      spells.map(({ status }) => status),
      alert.startedAt,
      fromAt,
    );
    return [{ ...alert, part, deploymentId: deployment.id, source: source.name }];
  });
}

function partOf(
  statuses: readonly RunStatus[],
  startedAt: string | null,
  fromAt: string,
): AlertPart {
  const isEarlier = startedAt !== null && startedAt < fromAt;
  if (statuses.includes('failed')) return isEarlier ? 'before' : 'fired';
  if (statuses.includes('unknown')) return isEarlier ? 'before' : 'unclear';
  return statuses.includes('running') ? 'pending' : 'suppressed';
}

function findingOf(
  { id: alertId, part, name, startedAt, source, deploymentId }: RolloutAlert,
  windows: readonly Window[],
  { zone, now }: Times,
): RolloutFinding[] {
  const window = windows.find(({ deployment }) => deployment.id === deploymentId);
  const called = name === '' ? 'an alert without a name' : name;
  const since = startedAt === null ? '' : ` since ${formatWhen(startedAt, zone, now)}`;
  const where = `${source}, roll-out to ${window?.deployment.what ?? ''}`;
  switch (part) {
    case 'fired': {
      const need = `Find out whether the release set off ${called}; roll back or mend it, or ask for an exception.`;
      return [{ status: 'failed', text: `${called} fired${since} (${where})`, need, alertId }];
    }
    case 'unclear': {
      const text = `${called} is in a state nobody knows${since} (${where})`;
      return [
        { status: 'unknown', text, need: `Look at ${called} in ${source}, then sync again.` },
      ];
    }
    case 'pending':
      // Once the watch is over it did not fire in it.
      return window?.isOver === true
        ? []
        : [
            {
              status: 'running',
              text: `${called} is pending${since} (${where})`,
              need: null,
              alertId,
            },
          ];
    case 'before':
    case 'suppressed':
      return [];
  }
}

/** A time in which an alert could have come and gone without anybody looking. */
function unseen(
  source: AlertSource,
  { deployment, fromAt, toAt }: Window,
  { gapMinutes }: WatchLimits,
  { zone, now }: Times,
): RolloutFinding[] {
  const longest = longestUnseen(source.looks, fromAt, toAt);
  if (longest.ms <= gapMinutes * 60_000) return [];
  const from = formatWhen(longest.fromAt, zone, now);
  const to = formatWhen(longest.toAt, zone, now);
  return [
    {
      status: 'unknown',
      text: `nobody looked at the alerts of ${source.name} from ${from} to ${to} (roll-out to ${deployment.what})`,
      need: `Sync ${source.name} at least every ${gapMinutes} minutes while a deployment runs and is watched; for what is past, ask a metric check over that time.`,
    },
  ];
}

function watching(
  { deployment: { what, endAt } }: Window,
  { watchMinutes }: WatchLimits,
  { zone, now }: Times,
): RolloutFinding {
  const text =
    endAt === null
      ? `the roll-out to ${what} is under way`
      : `alerts are watched until ${formatWhen(plusMinutes(endAt, watchMinutes), zone, now)} (roll-out to ${what})`;
  return { status: 'running', text, need: null };
}

function quiet(
  sources: readonly AlertSource[],
  windows: readonly Window[],
  { zone, now }: Times,
): RolloutFinding {
  const from = windows.map(({ fromAt }) => fromAt).toSorted()[0] ?? now;
  const to =
    windows
      .map(({ toAt }) => toAt)
      .toSorted()
      .at(-1) ?? now;
  const names = sources.map(({ name }) => name).join(', ');
  const text = `no alert fired from ${formatWhen(from, zone, now)} to ${formatWhen(to, zone, now)} (${names})`;
  return { status: 'succeeded', text, need: null };
}

function plusMinutes(at: string, minutes: number): string {
  return new Date(Date.parse(at) + minutes * 60_000).toISOString();
}
