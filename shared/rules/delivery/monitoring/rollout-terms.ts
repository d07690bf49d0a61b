import type { RunStatus } from '#shared/model/delivery/pipelines.ts';
import type { AlertSighting } from './alert-spells.ts';

/** A deployment that began, by what it is called. */
export type BegunDeployment = { id: string; what: string; startAt: string; endAt: string | null };

/** A connection that tells of alerts, and which of them are about which service. */
export type AlertSource = {
  id: string;
  name: string;
  selectors: readonly { name: string; serviceId: string }[];
  /** When all its alerts were read, in any order. */
  looks: readonly string[];
};

export type HeldAlert = {
  id: string;
  connectionId: string;
  name: string;
  labels: Readonly<Record<string, string>>;
  note: string;
  url: string | null;
  startedAt: string | null;
  finishedAt: string | null;
  sightings: readonly AlertSighting[];
};

export type RolloutAlertsInput = {
  deployments: readonly BegunDeployment[];
  /** Of the release. */
  services: readonly { id: string; name: string }[];
  sources: readonly AlertSource[];
  alerts: readonly HeldAlert[];
};

/** How long after a deployment alerts still count, and how long nobody may have looked; minutes. */
export type WatchLimits = { watchMinutes: number; gapMinutes: number };

export const usualWatch: WatchLimits = { watchMinutes: 30, gapMinutes: 15 };

/** `before`: it fired already when the deployment began, so the deployment did not set it off. */
export type AlertPart = 'fired' | 'pending' | 'unclear' | 'before' | 'suppressed';

export type RolloutAlert = Omit<HeldAlert, 'sightings'> & {
  part: AlertPart;
  deploymentId: string;
  source: string;
};

/** One thing that was found, with what to do about it where it stands in the way. */
export type RolloutFinding = {
  status: RunStatus;
  text: string;
  need: string | null;
  /** The alert it is about, where it is about one. */
  alertId?: string;
};

export type RolloutAlerts = {
  /** Failed, running, succeeded or unknown. */
  status: RunStatus;
  findings: RolloutFinding[];
  alerts: RolloutAlert[];
};
